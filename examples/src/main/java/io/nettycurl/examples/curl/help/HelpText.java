package io.nettycurl.examples.curl.help;

import io.nettycurl.examples.curl.console.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Owned by the command's thread. --help: the important options, a category, or all. */
public final class HelpText {
  /** The option lines, one per option: name, argument, categories, what it is for. */
  static final String RESOURCE = "options.txt";

  private static final String IMPORTANT = "important";

  private static final String[][] CATEGORIES = {
    {"auth", "Ways to log in"},
    {"connection", "Making and keeping connections"},
    {"curl", "The command itself"},
    {"deprecated", "Kept for old scripts"},
    {"dns", "Looking up names"},
    {"file", "FILE URLs"},
    {"ftp", "FTP and FTPS"},
    {"global", "Valid for the whole command line"},
    {"http", "HTTP and HTTPS"},
    {"output", "Where things go"},
    {"post", "Sending data with HTTP"},
    {"proxy", "Proxies"},
    {"timeout", "Times and delays"},
    {"tls", "TLS"},
    {"upload", "Sending files"},
    {"verbose", "Watching what happens"}
  };

  private final Console console;

  /** Help on a console. */
  public HelpText(Console console) {
    this.console = console;
  }

  /** One option's line. */
  private record Line(String option, String description, List<String> categories) {}

  /**
   * Shows help.
   *
   * @param subject a category, "all", "category", an option; null for the first page
   */
  public void show(String subject) {
    try {
      StringBuilder out = new StringBuilder(4096);
      int columns = console.terminal().columns();
      if (subject == null) {
        firstPage(out, columns);
      } else if (subject.equalsIgnoreCase("all")) {
        lines(out, null, columns);
      } else if (subject.equalsIgnoreCase("category")) {
        categories(out);
      } else if (subject.startsWith("-")) {
        option(out, subject, columns);
      } else {
        category(out, subject, columns);
      }
      console.print(out.toString());
      console.out().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void firstPage(StringBuilder out, int columns) throws IOException {
    out.append("Usage: curl [options...] <url>\n");
    lines(out, IMPORTANT, columns);
    out.append("\nThese are only some of the options. \"--help category\" shows those of a");
    out.append(" category:\n");
    int column = 0;
    for (int i = 0; i < CATEGORIES.length; i++) {
      String name = CATEGORIES[i][0];
      boolean last = i == CATEGORIES.length - 1;
      if (column + name.length() + 2 >= columns) {
        out.append('\n');
        column = 0;
      }
      out.append(name).append(last ? ".\n" : ", ");
      column += name.length() + 2;
    }
    out.append("\"--help all\" shows all options, \"--help --option\" one of them\n");
  }

  private static void categories(StringBuilder out) {
    for (String[] category : CATEGORIES) {
      out.append(' ').append(category[0]).append(" ".repeat(12 - category[0].length()));
      out.append(category[1]).append('\n');
    }
  }

  private static void category(StringBuilder out, String name, int columns) throws IOException {
    for (String[] category : CATEGORIES) {
      if (category[0].equalsIgnoreCase(name)) {
        out.append(category[0]).append(": ").append(category[1]).append('\n');
        lines(out, category[0], columns);
        return;
      }
    }
    out.append("Unknown category, these are known:\n\n");
    categories(out);
  }

  private void option(StringBuilder out, String name, int columns) throws IOException {
    for (Line line : read()) {
      for (String word : line.option().split("[ ,]+")) {
        if (word.equals(name)) {
          print(out, List.of(line), columns);
          return;
        }
      }
    }
    console.errPrint("Incorrect option name to show help for, see curl -h\n");
  }

  private static void lines(StringBuilder out, String category, int columns) throws IOException {
    List<Line> wanted = new ArrayList<>();
    for (Line line : read()) {
      if (category == null || line.categories().contains(category)) {
        wanted.add(line);
      }
    }
    print(out, wanted, columns);
  }

  private static void print(StringBuilder out, List<Line> lines, int columns) {
    int widest = 5;
    int longest = 5;
    for (Line line : lines) {
      widest = Math.max(widest, line.option().length());
      longest = Math.max(longest, line.description().length());
    }
    int width = longest > columns ? 0 : Math.min(widest, columns - longest);
    for (Line line : lines) {
      int description = line.description().length();
      int own = width;
      if (own + description >= columns - 2) {
        own = description < columns - 2 ? columns - 3 - description : 0;
      }
      out.append(' ').append(line.option());
      out.append(" ".repeat(Math.max(0, own - line.option().length())));
      out.append("  ").append(line.description()).append('\n');
    }
  }

  private static List<Line> read() throws IOException {
    List<Line> lines = new ArrayList<>(300);
    try (InputStream in = HelpText.class.getResourceAsStream(RESOURCE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] fields = line.split("\t");
        lines.add(new Line(fields[0], fields[2], List.of(fields[1].split(","))));
      }
    }
    return lines;
  }
}
