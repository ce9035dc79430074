package io.nettycurl.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tests run on the class path; this one shows that the module path does as well. Only the API
 * is asked for: the engine and the protocols have to be found as the services they are.
 */
class ModulePathTest {
  private static final int LIMIT_SECONDS = 180;

  @Test
  void partsFindEachOtherAndTransfer(@TempDir Path folder)
      throws IOException, InterruptedException, URISyntaxException {
    List<String> modules = new ArrayList<>();
    for (String entry :
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
            .split(File.pathSeparator)) {
      if (isOurs(entry)) {
        modules.add(entry);
      }
    }
    Path output = folder.resolve("output.txt");
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                String.join(File.pathSeparator, modules),
                "--add-modules",
                "io.nettycurl",
                "--class-path",
                placeOf(OnModulePath.class),
                OnModulePath.class.getName())
            // Newer JDKs warn there of native libraries.
            .redirectError(errors.toFile())
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly().waitFor();

    String said = Files.readString(output, StandardCharsets.UTF_8);
    String complaints = Files.readString(errors, StandardCharsets.UTF_8);
    assertTrue(ended, complaints);
    assertEquals(0, process.exitValue(), complaints);
    assertEquals(
        List.of(
            "api io.nettycurl",
            "body from a server",
            "protocol io.nettycurl.file",
            "protocol io.nettycurl.ftp",
            "protocol io.nettycurl.http"),
        List.copyOf(new TreeSet<>(said.lines().toList())));
  }

  private static String placeOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  /** One of our modules, or what they stand on; not the tests, nor what those stand on. */
  private static boolean isOurs(String entry) {
    if (!Files.exists(Path.of(entry)) || entry.contains("test-classes")) {
      return false;
    }
    return ModuleFinder.of(Path.of(entry)).findAll().stream()
        .map(module -> module.descriptor().name())
        .anyMatch(name -> name.startsWith("io.netty") || name.startsWith("org.apache.commons.net"));
  }
}
