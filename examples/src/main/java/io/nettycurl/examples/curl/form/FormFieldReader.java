package io.nettycurl.examples.curl.form;

import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.examples.curl.option.LineReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Owned by one caller. Reads a content and the attributes behind it. */
final class FormFieldReader {
  private static final int LONGEST_HEADER = 8192;
  private static final String TYPE_ENDS = "()<>@,;:\\\"[]?=\r\n ";

  private final String text;
  private final char end;
  private final Messages messages;
  private int at;
  private String fileName;
  private String encoder;
  private List<String> headers = new ArrayList<>();

  private int typeStart = -1;
  private int typeEnd;

  /** Whether what follows may still belong to the content type: it may hold semicolons. */
  private boolean inType;

  /**
   * A reader.
   *
   * @param text the argument
   * @param from where to start
   * @param end a character that ends it, beside the end of the text; 0 for none
   * @param messages where faults are told
   */
  FormFieldReader(String text, int from, char end, Messages messages) {
    this.text = text;
    this.at = from;
    this.end = end;
    this.messages = messages;
  }

  /** Where it stopped. */
  int position() {
    return at;
  }

  /**
   * Reads.
   *
   * @param nameAllowed whether ;filename= makes sense
   * @param encoderAllowed whether ;encoder= makes sense
   * @return the field; null if a file of headers is broken
   */
  FormField read(boolean nameAllowed, boolean encoderAllowed) {
    skipBlanks();
    String data = word();
    while (at < text.length() && text.charAt(at) == ';') {
      at++;
      skipBlanks();
      if (!attribute()) {
        return null;
      }
    }
    if (!nameAllowed && fileName != null) {
      messages.warn("Field filename not allowed here: " + fileName);
      fileName = null;
    }
    if (!encoderAllowed && encoder != null) {
      messages.warn("Field encoder not allowed here: " + encoder);
      encoder = null;
    }
    String type = typeStart < 0 ? null : text.substring(typeStart, typeEnd);
    return new FormField(data, type, fileName, encoder, headers);
  }

  private boolean attribute() {
    if (!inType && takes("type=")) {
      type();
    } else if (takes("filename=")) {
      fileName = value();
    } else if (takes("headers=")) {
      return headers();
    } else if (takes("encoder=")) {
      encoder = value();
    } else if (inType) {
      restOfType();
    } else {
      String unknown = word();
      if (!unknown.isEmpty()) {
        messages.warn("skip unknown form field: " + unknown);
      }
    }
    return true;
  }

  private boolean takes(String prefix) {
    if (text.regionMatches(true, at, prefix, 0, prefix.length())) {
      at += prefix.length();
      return true;
    }
    return false;
  }

  private void type() {
    skipBlanks();
    typeStart = at;
    while (at < text.length() && TYPE_ENDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    typeEnd = at;
    inType = true;
  }

  private void restOfType() {
    while (at < text.length() && text.charAt(at) != ';' && !isEnd(text.charAt(at))) {
      if (!isBlank(text.charAt(at))) {
        typeEnd = at + 1;
      }
      at++;
    }
  }

  private String value() {
    inType = false;
    skipBlanks();
    return word();
  }

  private boolean headers() {
    inType = false;
    boolean fromFile = at < text.length() && (text.charAt(at) == '@' || text.charAt(at) == '<');
    if (!fromFile) {
      headers.add(value());
      return true;
    }
    at++;
    String name = value();
    FileInputStream in;
    try {
      in = new FileInputStream(name);
    } catch (IOException e) {
      messages.warn("Cannot read from " + name + ": No such file or directory");
      return true;
    }
    try (LineReader lines = new LineReader(in, LONGEST_HEADER)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        headerLine(line);
      }
      return true;
    } catch (IOException e) {
      messages.error("Failed to read field headers");
      return false;
    }
  }

  private void headerLine(String line) {
    int length = line.length();
    while (length > 0 && (isBlank(line.charAt(length - 1)) || line.charAt(length - 1) == '\r')) {
      length--;
    }
    String trimmed = line.substring(0, length);
    if (trimmed.isEmpty()) {
      return;
    }
    if (trimmed.charAt(0) == ' ' && !headers.isEmpty()) {
      int last = headers.size() - 1;
      headers.set(last, headers.get(last) + trimmed);
    } else {
      headers.add(trimmed);
    }
  }

  /** Up to a semicolon or the end; in double quotes, both may be part of it. */
  private String word() {
    if (at < text.length() && text.charAt(at) == '"') {
      String quoted = quoted();
      if (quoted != null) {
        return quoted;
      }
    }
    int start = at;
    while (at < text.length() && text.charAt(at) != ';' && !isEnd(text.charAt(at))) {
      at++;
    }
    int stop = at;
    while (stop > start && isBlank(text.charAt(stop - 1))) {
      stop--;
    }
    return text.substring(start, stop);
  }

  private String quoted() {
    StringBuilder out = new StringBuilder();
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && isQuotable(text.charAt(i + 1))) {
        i++;
        out.append(text.charAt(i));
      } else if (c == '"') {
        at = i + 1;
        skipTrailing();
        return out.toString();
      } else {
        out.append(c);
      }
    }
    return null;
  }

  private void skipTrailing() {
    boolean garbage = false;
    while (at < text.length() && text.charAt(at) != ';' && !isEnd(text.charAt(at))) {
      garbage |= !Character.isWhitespace(text.charAt(at));
      at++;
    }
    if (garbage) {
      messages.warn("Trailing data after quoted form parameter");
    }
  }

  private static boolean isQuotable(char c) {
    return c == '\\' || c == '"';
  }

  private boolean isEnd(char c) {
    return end != 0 && c == end;
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
