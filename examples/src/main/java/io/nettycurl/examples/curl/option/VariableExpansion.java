package io.nettycurl.examples.curl.option;

import io.nettycurl.Curl;
import io.nettycurl.examples.curl.config.Variables;
import io.nettycurl.examples.curl.console.ByteStrings;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.examples.curl.output.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Owned by the command's thread. --expand-option: {{name}} and {{name:function}} filled in. */
final class VariableExpansion {
  private static final int MAX_NAME = 128;
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  private final Variables variables;
  private final Messages messages;

  VariableExpansion(Variables variables, Messages messages) {
    this.variables = variables;
    this.messages = messages;
  }

  static boolean isNameLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || Numbers.isDigit(c) || c == '_';
  }

  /** The text with its variables filled in; the text itself if there are none. */
  String expand(String input) throws ParameterException {
    StringBuilder out = new StringBuilder();
    boolean replaced = false;
    int at = 0;
    int open = input.indexOf(OPEN);
    while (open >= 0) {
      if (open > at && input.charAt(open - 1) == '\\') {
        out.append(input, at, open - 1).append(OPEN);
        at = open + OPEN.length();
      } else {
        int close = input.indexOf(CLOSE, open);
        if (close < 0) {
          messages.warn("missing close '}}' in '" + input + "'");
          break;
        }
        out.append(input, at, open);
        String filled = reference(input.substring(open + OPEN.length(), close), input);
        if (filled == null) {
          out.append(input, open, close + CLOSE.length());
        } else {
          out.append(filled);
          replaced = true;
        }
        at = close + CLOSE.length();
      }
      open = input.indexOf(OPEN, at);
    }
    return replaced ? out.append(input, at, input.length()).toString() : input;
  }

  /** What a reference stands for; null if it is none. */
  private String reference(String inside, String input) throws ParameterException {
    int colon = inside.indexOf(':');
    String name = colon < 0 ? inside : inside.substring(0, colon);
    if (name.isEmpty() || name.length() >= MAX_NAME) {
      messages.warn("bad variable name length '" + input + "'");
      return null;
    }
    for (int i = 0; i < name.length(); i++) {
      if (!isNameLetter(name.charAt(i))) {
        messages.warn("bad variable name: " + name);
        return null;
      }
    }
    byte[] value = variables.get(name);
    if (value == null) {
      value = new byte[0];
    }
    if (colon >= 0) {
      for (String function : inside.substring(colon + 1).split(":", -1)) {
        value = apply(function, value, inside.substring(colon));
      }
    }
    for (byte b : value) {
      if (b == 0) {
        messages.error("variable contains null byte");
        throw new ParameterException(ParameterError.EXPAND_ERROR);
      }
    }
    return ByteStrings.decode(value);
  }

  private byte[] apply(String function, byte[] value, String all) throws ParameterException {
    switch (function) {
      case "trim":
        return trim(value);
      case "json":
        return ByteStrings.encode(JsonText.quoted(ByteStrings.decode(value), false));
      case "url":
        return Curl.easyEscape(value).getBytes(StandardCharsets.US_ASCII);
      case "b64":
        return Base64.getEncoder().encode(value);
      case "64dec":
        return decoded(value);
      default:
        messages.error("unknown variable function in '" + all + "'");
        throw new ParameterException(ParameterError.EXPAND_ERROR);
    }
  }

  private static byte[] decoded(byte[] value) {
    try {
      if (value.length % 4 != 0) {
        throw new IllegalArgumentException("length");
      }
      return Base64.getDecoder().decode(value);
    } catch (IllegalArgumentException e) {
      return "[64dec-fail]".getBytes(StandardCharsets.US_ASCII);
    }
  }

  private static byte[] trim(byte[] value) {
    int from = 0;
    int to = value.length;
    while (from < to && isSpace(value[from])) {
      from++;
    }
    while (to > from && isSpace(value[to - 1])) {
      to--;
    }
    return Arrays.copyOfRange(value, from, to);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b >= '\t' && b <= '\r';
  }
}
