package io.nettycurl.http.h1;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Immutable once read. One exchange as a text file tells it. */
record WireCase(String name, List<String> setup, byte[] server, Map<String, String> expected) {
  boolean has(String word) {
    return setup.contains(word);
  }

  /** What a setup line says behind its first word; null if there is none. */
  String setting(String word) {
    for (String line : setup) {
      if (line.startsWith(word + ' ')) {
        return line.substring(word.length() + 1);
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return name;
  }

  static List<WireCase> read(Path file) throws IOException {
    List<WireCase> cases = new ArrayList<>();
    String name = null;
    List<String> setup = new ArrayList<>();
    Map<String, String> expected = new HashMap<>();
    StringBuilder server = new StringBuilder();
    List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
    lines.add("=== end");
    for (String line : lines) {
      if (line.startsWith("=== ")) {
        if (name != null) {
          cases.add(
              new WireCase(
                  name,
                  List.copyOf(setup),
                  WireText.bytes(server.toString()),
                  Map.copyOf(expected)));
        }
        name = line.substring(4);
        setup.clear();
        expected.clear();
        server.setLength(0);
      } else if (line.startsWith("< ")) {
        setup.add(line.substring(2));
      } else if (line.startsWith("> ")) {
        String[] parts = line.substring(2).split(" ", 2);
        expected.put(parts[0], parts.length > 1 ? parts[1] : "");
      } else if (!line.startsWith("#")) {
        server.append(line);
      }
    }
    return cases;
  }
}
