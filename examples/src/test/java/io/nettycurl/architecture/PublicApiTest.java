package io.nettycurl.architecture;

import static java.util.function.Predicate.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlMulti;
import io.nettycurl.netty.NettyEngineProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody changes what users see without seeing it himself: docs/api shows it in every change. */
class PublicApiTest {
  private static final Path FOLDER = Path.of(System.getProperty("api.folder"));

  static Stream<CompiledModule> modules() {
    return Stream.concat(
        Stream.of(CurlMulti.class, NettyEngineProvider.class).map(CompiledModule::of),
        CompiledModule.ofProtocols());
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
    String written = Files.exists(file) ? Files.readString(file) : "";
    List<String> differences = new ArrayList<>();
    lines(written).stream()
        .filter(not(lines(api)::contains))
        .forEach(l -> differences.add("- " + l));
    lines(api).stream()
        .filter(not(lines(written)::contains))
        .forEach(l -> differences.add("+ " + l));
    assertTrue(
        api.equals(written),
        () ->
            "The public API is not what "
                + file
                + " says. If that is meant: mvn verify -Dapi.update=true, and look at the"
                + " difference before you commit it.\n"
                + String.join("\n", differences));
  }

  /** Members look alike; each is given with its class. */
  private static Set<String> lines(String api) {
    Set<String> lines = new LinkedHashSet<>();
    String type = "";
    for (String line : api.lines().toList()) {
      if (line.startsWith("  ")) {
        lines.add(type + " {" + line + " }");
      } else {
        type = line;
        lines.add(line);
      }
    }
    return lines;
  }
}
