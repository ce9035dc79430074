package io.nettycurl.examples.curl.output;

import io.nettycurl.CurlCode;
import io.nettycurl.examples.curl.console.ByteStrings;
import io.nettycurl.examples.curl.console.Console;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Owned by the command's thread. -w: a text with variables, written when a transfer is done. */
public final class WriteOut {
  private static final int MAX_NAME = 24;
  private static final int MAX_HEADER_NAME = 256;
  private static final int MAX_FILE_NAME = 512;

  private final Console console;
  private final Clock clock;
  private final Supplier<String> version;
  private OutputStream out;
  private boolean ownsStream;

  /**
   * A writer.
   *
   * @param console the standard streams
   * @param clock for %time{}
   * @param version what %{json} says it was made by; asked only then
   */
  public WriteOut(Console console, Clock clock, Supplier<String> version) {
    this.console = console;
    this.clock = clock;
    this.version = version;
  }

  /** Writes a format. */
  public void write(String format, FinishedTransfer transfer) throws IOException {
    out = console.out();
    ownsStream = false;
    try {
      int at = 0;
      while (at >= 0 && at < format.length()) {
        char c = format.charAt(at);
        boolean more = at + 1 < format.length();
        if (c == '%' && more) {
          at = percent(format, at, transfer);
        } else if (c == '\\' && more) {
          escape(format.charAt(at + 1));
          at += 2;
        } else {
          int end = literalEnd(format, at + 1);
          put(format.substring(at, end));
          at = end;
        }
      }
    } finally {
      switchTo(console.out(), false);
    }
  }

  private static int literalEnd(String format, int from) {
    int end = from;
    while (end < format.length() && format.charAt(end) != '%' && format.charAt(end) != '\\') {
      end++;
    }
    return end;
  }

  private void escape(char c) throws IOException {
    switch (c) {
      case 'r' -> put("\r");
      case 'n' -> put("\n");
      case 't' -> put("\t");
      default -> put("\\" + c);
    }
  }

  /** Where to go on; -1 to stop. */
  private int percent(String format, int at, FinishedTransfer transfer) throws IOException {
    if (format.startsWith("%%", at)) {
      put("%");
      return at + 2;
    }
    if (format.startsWith("%{", at)) {
      return variable(format, at, transfer);
    }
    if (format.startsWith("%header{", at)) {
      return header(format, at, transfer);
    }
    if (format.startsWith("%time{", at)) {
      int end = format.indexOf('}', at);
      if (end < 0) {
        put("%time{");
        return at + "%time{".length();
      }
      put(Strftime.utc(format.substring(at + "%time{".length(), end), clock.instant()));
      return end + 1;
    }
    if (format.startsWith("%output{", at)) {
      return output(format, at);
    }
    put(format.substring(at, at + 2));
    return at + 2;
  }

  private int variable(String format, int at, FinishedTransfer transfer) throws IOException {
    int end = format.indexOf('}', at);
    if (end < 0) {
      put("%{");
      return at + 2;
    }
    String name = format.substring(at + 2, end);
    if (name.length() >= MAX_NAME) {
      return -1;
    }
    switch (name) {
      case "onerror" -> {
        return transfer.result() == CurlCode.OK ? -1 : end + 1;
      }
      case "stdout" -> switchTo(console.out(), false);
      case "stderr" -> switchTo(console.err(), false);
      case "json" -> put(WriteOutVariables.json(transfer, version.get()));
      case "header_json" -> put(transfer.headers().json());
      default -> {
        if (WriteOutVariables.get(name) == null) {
          console.errPrint("curl: unknown --write-out variable: '" + name + "'\n");
        } else {
          String value = WriteOutVariables.value(name, transfer, false);
          put(value == null ? "" : value);
        }
      }
    }
    return end + 1;
  }

  private int header(String format, int at, FinishedTransfer transfer) throws IOException {
    int start = at + "%header{".length();
    int end = format.indexOf('}', start);
    while (end >= 0 && format.charAt(end - 1) == '\\') {
      end = format.indexOf('}', end + 1);
    }
    if (end < 0) {
      put("%header{");
      return start;
    }
    String inside = format.substring(start, end);
    int all = inside.indexOf(":all:");
    boolean everywhere = all >= 0 && all == inside.indexOf(':');
    String name = everywhere ? inside.substring(0, all) : inside;
    if (name.length() < MAX_HEADER_NAME) {
      if (everywhere) {
        values(transfer.headers().all(name), inside.substring(all + ":all:".length()));
      } else {
        String value = transfer.headers().first(name);
        put(value == null ? "" : value);
      }
    }
    return end + 1;
  }

  private void values(List<String> values, String separator) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        separator(separator);
      }
      put(values.get(i));
    }
  }

  private void separator(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        put(String.valueOf(c));
      } else if (i + 1 < text.length()) {
        i++;
        if (text.charAt(i) == '}') {
          put("}");
        } else {
          escape(text.charAt(i));
        }
      }
    }
  }

  private int output(String format, int at) throws IOException {
    int start = at + "%output{".length();
    boolean append = format.startsWith(">>", start);
    int end = format.indexOf('}', start);
    if (end < 0) {
      put("%output{");
      return start;
    }
    String name = format.substring(append ? start + 2 : start, end);
    if (name.length() < MAX_FILE_NAME) {
      try {
        switchTo(new BufferedOutputStream(new FileOutputStream(name, append)), true);
      } catch (IOException e) {
        // what cannot be opened changes nothing
      }
    }
    return end + 1;
  }

  private void switchTo(OutputStream stream, boolean owned) throws IOException {
    if (ownsStream) {
      out.close();
    } else {
      out.flush();
    }
    out = stream;
    ownsStream = owned;
  }

  private void put(String text) throws IOException {
    out.write(ByteStrings.encode(text));
  }
}
