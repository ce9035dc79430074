package io.nettycurl.netty.connect.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Owned by its user. Reads and writes the little of DER that keys and names need. */
final class Der {
  private static final int LONG_FORM = 0x80;

  private final byte[] data;
  private final int end;
  private int at;

  Der(byte[] data) {
    this(data, 0, data.length);
  }

  private Der(byte[] data, int start, int end) {
    this.data = data;
    this.at = start;
    this.end = end;
  }

  boolean hasMore() {
    return at < end;
  }

  /** The kind of the next element. */
  int tag() {
    if (at >= end) {
      throw new IllegalArgumentException("DER ends early");
    }
    return data[at] & 0xff;
  }

  /** The inside of the next element, which must be of the given kind. */
  Der enter(int wanted) {
    int length = header(wanted);
    Der inside = new Der(data, at, at + length);
    at += length;
    return inside;
  }

  /** The content of the next element, which must be of the given kind. */
  byte[] bytes(int wanted) {
    int length = header(wanted);
    at += length;
    return Arrays.copyOfRange(data, at - length, at);
  }

  private int header(int wanted) {
    if (tag() != wanted) {
      throw new IllegalArgumentException("DER tag " + tag() + " for " + wanted);
    }
    at++;
    int length = next();
    if (length >= LONG_FORM) {
      int octets = length - LONG_FORM;
      if (octets == 0 || octets > 3) {
        throw new IllegalArgumentException("DER length");
      }
      length = 0;
      for (int i = 0; i < octets; i++) {
        length = length << 8 | next();
      }
    }
    if (length > end - at) {
      throw new IllegalArgumentException("DER ends early");
    }
    return length;
  }

  private int next() {
    if (at >= end) {
      throw new IllegalArgumentException("DER ends early");
    }
    return data[at++] & 0xff;
  }

  /** An element out of its contents. */
  static byte[] element(int tag, byte[]... contents) {
    ByteArrayOutputStream inside = new ByteArrayOutputStream();
    for (byte[] content : contents) {
      inside.writeBytes(content);
    }
    int length = inside.size();
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 5);
    out.write(tag);
    if (length < LONG_FORM) {
      out.write(length);
    } else {
      int octets = length > 0xffff ? 3 : length > 0xff ? 2 : 1;
      out.write(LONG_FORM | octets);
      for (int i = octets - 1; i >= 0; i--) {
        out.write(length >>> (8 * i));
      }
    }
    out.writeBytes(inside.toByteArray());
    return out.toByteArray();
  }
}
