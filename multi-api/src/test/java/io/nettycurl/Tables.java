package io.nettycurl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tables of expected results: a line a case, tabs between the columns, comments after #. */
public final class Tables {
  private Tables() {}

  /**
   * Reads a table.
   *
   * @param name where it is among the test resources
   * @return its rows, columns unescaped
   */
  public static List<String[]> read(String name) {
    try (var in = Tables.class.getResourceAsStream(name)) {
      List<String[]> rows = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          String[] row = line.split("\t", -1);
          for (int i = 0; i < row.length; i++) {
            row[i] = unescape(row[i]);
          }
          rows.add(row);
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char kind = text.charAt(++i);
      switch (kind) {
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case 'n' -> out.append('\n');
        case 'x' -> {
          out.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
          i += 2;
        }
        default -> out.append(kind);
      }
    }
    return out.toString();
  }
}
