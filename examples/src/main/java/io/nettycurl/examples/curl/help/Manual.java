package io.nettycurl.examples.curl.help;

import io.nettycurl.CurlCode;
import io.nettycurl.examples.curl.option.CliOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Any thread; no state. --manual: the chapters, every option, every exit code. */
public final class Manual {
  private static final String CHAPTERS = "manual.txt";

  /** Where in the chapters the options go. */
  private static final String OPTIONS_HERE = "@OPTIONS@\n";

  /** Where in the chapters the exit codes go. */
  private static final String CODES_HERE = "@CODES@\n";

  private static final String INDENT = "    ";

  private Manual() {}

  /** The manual. */
  public static String text() {
    try (InputStream in = Manual.class.getResourceAsStream(CHAPTERS)) {
      String chapters = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      StringBuilder options = new StringBuilder(32 * 1024);
      for (OptionLine line : OptionLine.all()) {
        option(options, line);
      }
      return chapters.replace(OPTIONS_HERE, options).replace(CODES_HERE, codes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the manual says of one option. */
  static void option(StringBuilder out, OptionLine line) {
    CliOption option = line.cliOption();
    out.append(INDENT).append(line.option().strip()).append('\n');
    String inner = INDENT.repeat(2) + "  ";
    out.append(inner).append(line.description()).append(".\n");
    if (option.kind() == CliOption.Kind.BOOL) {
      boolean no = option.documentedAsNo();
      out.append(inner).append("The opposite is --").append(no ? "" : "no-");
      out.append(option.longName()).append(".\n");
    }
    if (option.kind() == CliOption.Kind.SECONDS) {
      out.append(inner).append("Decimals are taken: 2.5 are two and a half seconds.\n");
    }
    if (line.categories().contains("global")) {
      out.append(inner).append("It is valid for the whole command line, --next or not.\n");
    }
    if (option.library() != null) {
      out.append(inner).append("In the library: CURLOPT_").append(option.library()).append(".\n");
    }
    out.append('\n');
  }

  private static String codes() {
    StringBuilder out = new StringBuilder(8 * 1024);
    for (CurlCode code : CurlCode.values()) {
      if (!code.name().startsWith("OBSOLETE")) {
        String number = Integer.toString(code.number());
        out.append(INDENT).append(number).append(" ".repeat(Math.max(1, 4 - number.length())));
        out.append(code.strerror()).append('\n');
      }
    }
    return out.toString();
  }
}
