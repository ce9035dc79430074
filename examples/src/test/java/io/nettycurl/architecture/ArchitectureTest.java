package io.nettycurl.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlMulti;
import io.nettycurl.netty.NettyEngineProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may know whom. Read from the compiled classes, so that no import hides. */
class ArchitectureTest {
  private static final CompiledModule API = CompiledModule.of(CurlMulti.class);
  private static final CompiledModule TRANSPORT = CompiledModule.of(NettyEngineProvider.class);

  private static final Pattern NETTY = Pattern.compile("io[/.]netty[/.]");
  private static final Pattern INSIDE_OF_THE_ENGINE =
      Pattern.compile("io[/.]nettycurl[/.]netty[/.](?!spi[/.])\\w+[/.]");

  /** `file` is an everyday word, so it counts only where it stands like a scheme. */
  private static final Pattern SCHEME =
      Pattern.compile("(?<!\\w)(https?|ftps?|wss?)(?![a-zA-Z0-9])|^file(:.*)?$");

  /** The names of a record's parts, which stand in its class as one literal. */
  private static final Pattern RECORD_PARTS = Pattern.compile("\\w+(;\\w+)+");

  @Test
  void apiNeedsNothingButTheJdk() throws IOException {
    assertEquals(List.of(), violations(API, NETTY));
    assertEquals(
        List.of("java.base"),
        API.descriptor().requires().stream().map(ModuleDescriptor.Requires::name).toList());
    String pom = Files.readString(Path.of("..", "multi-api", "pom.xml"));
    assertTrue(
        Pattern.compile("<dependency>(?!.*?<scope>test</scope>)", Pattern.DOTALL)
            .matcher(pom)
            .results()
            .findAny()
            .isEmpty(),
        "multi-api/pom.xml has a dependency that is not for tests only");
  }

  @Test
  void transportNamesNoScheme() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    TRANSPORT
        .classes()
        .forEach(
            (name, bytes) ->
                ClassFile.read(bytes).strings().stream()
                    .filter(SCHEME.asPredicate().and(RECORD_PARTS.asMatchPredicate().negate()))
                    .forEach(literal -> found.add(name + " \"" + literal + '"')));
    TreeSet<String> allowed = new TreeSet<>();
    for (String line : resource("scheme-names-allowed.txt").lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] entry = line.split(" +-- +", 2);
        assertEquals(2, entry.length, () -> "no reason given: " + line);
        allowed.add(entry[0]);
      }
    }
    assertEquals(allowed, found, "see scheme-names-allowed.txt");
  }

  @Test
  void protocolsSeeOnlyTheSpiOfTheEngine() {
    List<String> violations = new ArrayList<>();
    CompiledModule.ofProtocols()
        .forEach(module -> violations.addAll(violations(module, INSIDE_OF_THE_ENGINE)));
    assertEquals(List.of(), violations);
  }

  @Test
  void constantsAreReadAsTheyStandInTheClass() throws IOException {
    byte[] bytes;
    try (InputStream in = ArchitectureTest.class.getResourceAsStream("ArchitectureTest.class")) {
      bytes = in.readAllBytes();
    }
    ClassFile self = ClassFile.read(bytes);

    assertTrue(self.strings().contains("see scheme-names-allowed.txt"));
    assertTrue(self.names().contains("io/nettycurl/netty/NettyEngineProvider"));
    assertTrue(SCHEME.matcher("http").find());
    assertTrue(SCHEME.matcher("see https://a.example").find());
    assertTrue(SCHEME.matcher("ftp_proxy").find());
    assertTrue(SCHEME.matcher("file").find());
    assertTrue(SCHEME.matcher("no such file, httpd, sftp").results().findAny().isEmpty());
    assertTrue(INSIDE_OF_THE_ENGINE.matcher("Lio/nettycurl/netty/pool/Pool;").find());
    assertTrue(
        INSIDE_OF_THE_ENGINE
            .matcher("io/nettycurl/netty/spi/Scheme")
            .results()
            .findAny()
            .isEmpty());
  }

  private static List<String> violations(CompiledModule module, Pattern forbidden) {
    List<String> found = new ArrayList<>();
    module
        .classes()
        .forEach(
            (name, bytes) ->
                ClassFile.read(bytes).names().stream()
                    .filter(forbidden.asPredicate())
                    .forEach(constant -> found.add(name + ": " + constant)));
    return found;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ArchitectureTest.class.getResourceAsStream("/architecture/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
