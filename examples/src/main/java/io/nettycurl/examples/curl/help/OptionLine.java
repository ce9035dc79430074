package io.nettycurl.examples.curl.help;

import io.nettycurl.examples.curl.option.CliOption;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What help and manual say of an option.
 *
 * @param option its names and its argument
 * @param description what it is for
 * @param categories the help pages it is on
 */
record OptionLine(String option, String description, List<String> categories) {
  /** One option a line: names and argument, categories, what it is for. */
  private static final String RESOURCE = "options.txt";

  /** All of them, in the order of their names. */
  static List<OptionLine> all() throws IOException {
    List<OptionLine> lines = new ArrayList<>(300);
    try (InputStream in = OptionLine.class.getResourceAsStream(RESOURCE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] fields = line.split("\\t");
        lines.add(new OptionLine(fields[0], fields[2], List.of(fields[1].split(","))));
      }
    }
    return lines;
  }

  /** The one of a name with its dashes, a --no- in front allowed where it makes sense; or null. */
  static OptionLine named(String name) throws IOException {
    CliOption wanted = null;
    if (name.startsWith("--")) {
      boolean no = name.startsWith("--no-");
      wanted = CliOption.byLongName(name.substring(no ? 5 : 2));
      if (no && wanted != null && wanted.kind() != CliOption.Kind.BOOL) {
        wanted = null;
      }
    } else if (name.length() == 2) {
      wanted = CliOption.byShortName(name.charAt(1));
    }
    if (wanted == null) {
      return null;
    }
    for (OptionLine line : all()) {
      if (line.cliOption() == wanted) {
        return line;
      }
    }
    return null;
  }

  /** The option itself. */
  CliOption cliOption() {
    String name = option.substring(option.indexOf("--") + 2);
    int blank = name.indexOf(' ');
    String word = blank < 0 ? name : name.substring(0, blank);
    CliOption found = CliOption.byLongName(word);
    return found != null ? found : CliOption.byLongName(word.substring("no-".length()));
  }
}
