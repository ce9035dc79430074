package io.nettycurl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No class of the API names Netty, nor a URL class with other rules than libcurl's. */
class ForbiddenTypesTest {
  private static final List<String> FORBIDDEN = List.of("io/netty/", "java/net/UR");

  @Test
  void noClassNamesThem() throws IOException, URISyntaxException {
    Path classes =
        Path.of(CurlMulti.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> found = new ArrayList<>();
    List<Path> all;
    try (Stream<Path> files = Files.walk(classes)) {
      all = files.filter(file -> file.toString().endsWith(".class")).toList();
    }
    assertTrue(all.size() > 50);
    for (Path file : all) {
      String constants = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (String name : FORBIDDEN) {
        if (constants.contains(name)) {
          found.add(classes.relativize(file) + " names " + name);
        }
      }
    }
    assertEquals(List.of(), found);
  }
}
