package io.nettycurl.examples.curl.option;

import io.nettycurl.examples.curl.console.ByteStrings;
import io.nettycurl.examples.curl.console.Messages;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Owned by the command's thread. --variable: a name and its content, a file's, or the
 * environment's.
 */
final class VariableOption {
  private static final int MAX_NAME = 128;

  private final OptionContext context;
  private final Messages messages;

  VariableOption(OptionContext context) {
    this.context = context;
    this.messages = context.messages();
  }

  void set(String input) throws ParameterException {
    boolean imported = input.startsWith("%");
    int start = imported ? 1 : 0;
    int end = start;
    while (end < input.length() && VariableExpansion.isNameLetter(input.charAt(end))) {
      end++;
    }
    if (end == start || end - start >= MAX_NAME) {
      messages.warn("Bad variable name length (" + (end - start) + "), skipping");
      return;
    }
    String name = input.substring(start, end);
    String rest = input.substring(end);
    byte[] content = null;
    if (imported) {
      content = imported(name, rest.isEmpty());
    }
    Range range = Range.ALL;
    if (rest.length() > 1 && rest.charAt(0) == '[' && Numbers.isDigit(rest.charAt(1))) {
      range = Range.parse(rest);
      rest = rest.substring(range.length());
    }
    if (content == null) {
      content = content(rest, range, input);
    }
    if (content != null && context.variables().set(name, content)) {
      messages.note("Overwriting variable '" + name + "'");
    }
  }

  private byte[] imported(String name, boolean required) throws ParameterException {
    String value = System.getenv(name);
    if (value == null && required) {
      messages.error("Variable '" + name + "' import fail, not set");
      throw new ParameterException(ParameterError.EXPAND_ERROR);
    }
    return value == null ? null : ByteStrings.encode(value);
  }

  private byte[] content(String rest, Range range, String input) throws ParameterException {
    if (rest.startsWith("=")) {
      return range.of(ByteStrings.encode(rest.substring(1)));
    }
    if (!rest.startsWith("@")) {
      messages.warn("Bad --variable syntax, skipping: " + input);
      return null;
    }
    String name = rest.substring(1);
    InputStream in = InputFiles.open(name, context.console());
    if (in == null) {
      messages.error("Failed to open " + name + ": No such file or directory");
      throw new ParameterException(ParameterError.READ_ERROR);
    }
    return range.of(InputFiles.readAll(in));
  }

  /**
   * A piece of the content.
   *
   * @param first byte
   * @param last byte
   * @param length of its notation
   */
  private record Range(long first, long last, int length) {
    static final Range ALL = new Range(0, Long.MAX_VALUE, 0);

    static Range parse(String text) throws ParameterException {
      Numbers.Scanner scanner = new Numbers.Scanner(text);
      scanner.take('[');
      long first = scanner.number(Long.MAX_VALUE);
      boolean ok = first >= 0 && scanner.take('-');
      long last = Long.MAX_VALUE;
      if (ok && !scanner.take(']')) {
        last = scanner.number(Long.MAX_VALUE);
        ok = last >= 0 && scanner.take(']');
      }
      if (!ok || first > last) {
        throw new ParameterException(ParameterError.VAR_SYNTAX);
      }
      return new Range(first, last, scanner.position());
    }

    byte[] of(byte[] bytes) {
      if (first >= bytes.length) {
        return first == 0 ? bytes : new byte[0];
      }
      return Arrays.copyOfRange(bytes, (int) first, (int) Math.min(last, bytes.length - 1) + 1);
    }
  }
}
