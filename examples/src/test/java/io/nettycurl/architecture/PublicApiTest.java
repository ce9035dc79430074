package io.nettycurl.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.CurlMulti;
import io.nettycurl.netty.NettyEngineProvider;
import io.nettycurl.netty.spi.ProtocolProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody changes what users see without seeing it himself: docs/api shows it in every change. */
class PublicApiTest {
  private static final Path FOLDER = Path.of(System.getProperty("api.folder"));

  static Stream<CompiledModule> modules() {
    Stream<Class<?>> protocols =
        ServiceLoader.load(ProtocolProvider.class).stream().map(ServiceLoader.Provider::type);
    return Stream.concat(Stream.of(CurlMulti.class, NettyEngineProvider.class), protocols)
        .map(CompiledModule::of)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void isAsWrittenDown(CompiledModule module) throws IOException {
    Path file = FOLDER.resolve(module.descriptor().name() + ".txt");
    String api = PublicApi.of(module);
    if (Boolean.getBoolean("api.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, api);
    }
    assertEquals(
        Files.exists(file) ? Files.readString(file) : "",
        api,
        () ->
            "The public API is not what "
                + file
                + " says. If that is meant: mvn verify"
                + " -Dapi.update=true, and look at the difference before you commit it.");
  }
}
