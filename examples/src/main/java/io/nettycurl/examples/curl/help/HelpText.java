package io.nettycurl.examples.curl.help;

import io.nettycurl.examples.curl.console.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Owned by the command's thread. --help: the important options, a category, or all. */
public final class HelpText {
  private static final String IMPORTANT = "important";

  private static final String[][] CATEGORIES = {
    {"auth", "Authentication methods"},
    {"connection", "Manage connections"},
    {"curl", "The command line tool itself"},
    {"deprecated", "Legacy"},
    {"dns", "Names and resolving"},
    {"file", "FILE protocol"},
    {"ftp", "FTP protocol"},
    {"global", "Global options"},
    {"http", "HTTP and HTTPS protocol"},
    {"imap", "IMAP protocol"},
    {"ldap", "LDAP protocol"},
    {"mqtt", "MQTT protocol"},
    {"output", "File system output"},
    {"pop3", "POP3 protocol"},
    {"post", "HTTP POST specific"},
    {"proxy", "Options for proxies"},
    {"scp", "SCP protocol"},
    {"sftp", "SFTP protocol"},
    {"smtp", "SMTP protocol"},
    {"ssh", "SSH protocol"},
    {"telnet", "TELNET protocol"},
    {"tftp", "TFTP protocol"},
    {"timeout", "Timeouts and delays"},
    {"tls", "TLS/SSL related"},
    {"upload", "Upload, sending data"},
    {"verbose", "Tracing, logging etc"}
  };

  private final Console console;

  /** Help on a console. */
  public HelpText(Console console) {
    this.console = console;
  }

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
        print(out, OptionLine.all(), columns);
      } else if (subject.equalsIgnoreCase("category")) {
        categories(out);
      } else if (subject.startsWith("-")) {
        option(out, subject);
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
    print(out, inCategory(IMPORTANT), columns);
    out.append("\nThese are only some of the options. \"--help category\" tells what the");
    out.append(" categories are:\n");
    int column = 0;
    for (int i = 0; i < CATEGORIES.length; i++) {
      String name = CATEGORIES[i][0];
      String end = i == CATEGORIES.length - 1 ? "." : ", ";
      if (column + name.length() + end.length() >= columns) {
        out.append('\n');
        column = 0;
      }
      out.append(name).append(end);
      column += name.length() + end.length();
    }
    out.append("\n\"--help all\" shows all options, \"--help --option\" what the manual says");
    out.append(" of one\n");
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
        print(out, inCategory(category[0]), columns);
        return;
      }
    }
    out.append("Unknown category provided, here is a list of all categories:\n\n");
    categories(out);
  }

  private void option(StringBuilder out, String name) throws IOException {
    OptionLine line = OptionLine.named(name);
    if (line == null) {
      console.errPrint("Incorrect option name to show help for, see curl -h\n");
    } else {
      Manual.option(out, line);
    }
  }

  private static List<OptionLine> inCategory(String category) throws IOException {
    List<OptionLine> wanted = new ArrayList<>();
    for (OptionLine line : OptionLine.all()) {
      if (line.categories().contains(category)) {
        wanted.add(line);
      }
    }
    return wanted;
  }

  private static void print(StringBuilder out, List<OptionLine> lines, int columns) {
    int widest = 5;
    int longest = 5;
    for (OptionLine line : lines) {
      widest = Math.max(widest, line.option().length());
      longest = Math.max(longest, line.description().length());
    }
    int width = longest > columns ? 0 : Math.min(widest, columns - longest);
    for (OptionLine line : lines) {
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
}
