package io.nettycurl.architecture;

import io.nettycurl.netty.spi.ProtocolProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Immutable. One of our modules as it was compiled: a folder of classes during {@code mvn test}, a
 * jar during {@code mvn verify}.
 *
 * @param descriptor its module-info
 * @param classes the bytes of each class, by binary name
 */
record CompiledModule(ModuleDescriptor descriptor, Map<String, byte[]> classes) {
  private static final String DESCRIPTOR = "module-info.class";

  /** The protocols there are, without those made for tests, which are in no module. */
  static Stream<CompiledModule> ofProtocols() {
    return ServiceLoader.load(ProtocolProvider.class).stream()
        .map(ServiceLoader.Provider::type)
        .filter(CompiledModule::isInModule)
        .map(CompiledModule::of);
  }

  /** The module that a class is in. */
  static CompiledModule of(Class<?> member) {
    Path place = placeOf(member);
    try {
      if (Files.isDirectory(place)) {
        return read(place);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return read(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isInModule(Class<?> type) {
    return ModuleFinder.of(placeOf(type)).findAll().stream()
        .anyMatch(module -> !module.descriptor().isAutomatic());
  }

  private static Path placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompiledModule read(Path root) throws IOException {
    ModuleDescriptor descriptor;
    try (InputStream in = Files.newInputStream(root.resolve(DESCRIPTOR))) {
      descriptor = ModuleDescriptor.read(in);
    }
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = root.relativize(file).toString();
        if (name.endsWith(".class") && !name.equals(DESCRIPTOR)) {
          String path = name.substring(0, name.length() - ".class".length());
          classes.put(path.replace('/', '.').replace('\\', '.'), Files.readAllBytes(file));
        }
      }
    }
    return new CompiledModule(descriptor, classes);
  }
}
