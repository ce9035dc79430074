package io.nettycurl.http.h2.hpack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** Immutable. A field of a response, along with the line that HTTP/1 would have in its place. */
public final class HeaderField {
  /** What RFC 7541 counts for each field besides its text. */
  public static final int OVERHEAD = 32;

  private static final byte[] CONTENT_LENGTH = "content-length".getBytes(ISO_8859_1);

  private final byte[] name;
  private final byte[] line;
  private final boolean allowed;
  private final boolean contentLength;

  private final byte[] wire;

  private HeaderField(byte[] name, byte[] line, byte[] wire) {
    this.name = name;
    this.line = line;
    this.wire = wire;
    this.allowed = FieldRules.allows(name, line);
    this.contentLength = Arrays.equals(name, CONTENT_LENGTH);
  }

  /**
   * A field.
   *
   * @param name its name, shared with others of the same name
   * @param text holds its value
   * @param length how much of the text that is
   * @param wire what it was compressed to, behind the index of its name; empty if nobody asks
   */
  static HeaderField of(byte[] name, byte[] text, int length, byte[] wire) {
    byte[] line = new byte[name.length + length + 4];
    System.arraycopy(name, 0, line, 0, name.length);
    line[name.length] = ':';
    line[name.length + 1] = ' ';
    System.arraycopy(text, 0, line, name.length + 2, length);
    line[line.length - 2] = '\r';
    line[line.length - 1] = '\n';
    return new HeaderField(name, line, wire);
  }

  /** The bytes of its name; not to be changed. */
  byte[] nameBytes() {
    return name;
  }

  /**
   * Whether it was made of these bytes.
   *
   * @param knownName the very name that it has; null if that is among the bytes
   */
  boolean isMadeOf(byte[] knownName, byte[] bytes, int from, int to) {
    return (knownName == null || knownName == name)
        && Arrays.equals(wire, 0, wire.length, bytes, from, to);
  }

  /** What it counts for in a table or a list. */
  public int size() {
    return name.length + valueLength() + OVERHEAD;
  }

  /** Its name, for messages. */
  public String name() {
    return new String(name, ISO_8859_1);
  }

  /** Whether its name begins with a colon. */
  public boolean isPseudo() {
    return name.length > 0 && name[0] == ':';
  }

  /**
   * Whether it has a given name.
   *
   * @param other the name
   */
  public boolean isNamed(byte[] other) {
    return Arrays.equals(name, other);
  }

  /** Whether it says how long the body is. */
  public boolean isContentLength() {
    return contentLength;
  }

  /** Whether it may stand in a response, if it is no pseudo field. */
  public boolean isAllowed() {
    return allowed;
  }

  /** Name, colon, blank, value, CR and LF; not to be changed. */
  public byte[] line() {
    return line;
  }

  /** Where in the line its value starts. */
  public int valueStart() {
    return name.length + 2;
  }

  /** How long its value is. */
  public int valueLength() {
    return line.length - name.length - 4;
  }

  /** Its value as a number; -1 if it is none, or too large. */
  public long number() {
    int end = line.length - 2;
    long number = valueLength() == 0 ? -1 : 0;
    for (int i = valueStart(); i < end && number >= 0; i++) {
      int digit = line[i] - '0';
      boolean fits = digit >= 0 && digit <= 9 && number <= (Long.MAX_VALUE - digit) / 10;
      number = fits ? number * 10 + digit : -1;
    }
    return number;
  }

  @Override
  public String toString() {
    return new String(line, 0, line.length - 2, ISO_8859_1);
  }
}
