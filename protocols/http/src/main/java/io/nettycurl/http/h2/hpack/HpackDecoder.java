package io.nettycurl.http.h2.hpack;

import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import java.util.Arrays;

/**
 * Owned by the loop. Decompresses the heads that come on one connection, in their order. What a
 * server says again in the same bytes is neither decoded nor checked nor made again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7541#section-6">RFC 7541, section 6</a>
 */
public final class HpackDecoder {
  /** How large the peer's table may be, as long as we say nothing about it. */
  private static final int TABLE_SIZE = 4096;

  private static final int INDEXED = 0x80;
  private static final int REMEMBERED = 0x40;
  private static final int TABLE_UPDATE = 0x20;
  private static final int NEVER_INDEXED = 0x10;

  /** An integer has at most so many bytes behind its prefix. */
  private static final int MAX_INTEGER_SHIFT = 28;

  /** Fields that may be said again are kept in so many sets, as a power of two... */
  private static final int SET_BITS = 3;

  /** ...of so many each. */
  private static final int WAYS = 4;

  private static final int SCATTER = 0x9e3779b9;

  /** Longer ones are not. */
  private static final int KNOWN_BYTES = 128;

  private static final int USUAL_TEXT = 256;
  private static final int KEPT_TEXT = 4096;

  private static final byte[] NO_BYTES = {};

  private final DynamicTable table = new DynamicTable(TABLE_SIZE);
  private final HeaderField[] known = new HeaderField[WAYS << SET_BITS];
  private int victim;
  private byte[] text = new byte[USUAL_TEXT];
  private byte[] in;
  private int at;
  private int end;

  /** A decoder for a new connection. */
  public HpackDecoder() {}

  /**
   * Decompresses a head.
   *
   * @param block holds it; not kept
   * @param length how much of the block that is
   * @param list takes the fields in place of those before
   * @throws Http2Exception if it is wrong, after which nothing can be decompressed any more
   */
  public void decode(byte[] block, int length, FieldList list) throws Http2Exception {
    list.reset();
    in = block;
    at = 0;
    end = length;
    boolean updates = true;
    while (at < end) {
      int first = in[at];
      if ((first & INDEXED) != 0) {
        list.add(indexed(integer(0x7f)));
      } else if ((first & REMEMBERED) != 0) {
        HeaderField field = literal(integer(0x3f), true);
        table.add(field);
        list.add(field);
      } else if ((first & TABLE_UPDATE) == 0) {
        list.add(literal(integer(0xf), (first & NEVER_INDEXED) == 0));
      } else if (updates) {
        resize(integer(0x1f));
        continue;
      } else {
        throw broken("a table update behind fields");
      }
      updates = false;
    }
    in = null;
    if (text.length > KEPT_TEXT) {
      text = new byte[USUAL_TEXT];
    }
  }

  private static Http2Exception broken(String what) {
    return Http2Exception.connectionError(Http2Error.COMPRESSION_ERROR, "HPACK: " + what);
  }

  private void resize(int size) throws Http2Exception {
    if (size > TABLE_SIZE) {
      throw broken("a table larger than allowed");
    }
    table.resize(size);
  }

  private HeaderField indexed(int index) throws Http2Exception {
    if (index == 0 || index > StaticTable.SIZE + table.count()) {
      throw broken("no field has index " + index);
    }
    return index <= StaticTable.SIZE
        ? StaticTable.get(index)
        : table.get(index - StaticTable.SIZE - 1);
  }

  /**
   * A field that is spelled out.
   *
   * @param nameIndex of a field that has its name; 0 if that is spelled out, too
   * @param keep whether it may be kept, as it is no secret
   */
  private HeaderField literal(int nameIndex, boolean keep) throws Http2Exception {
    int from = at;
    byte[] name = nameIndex == 0 ? null : indexed(nameIndex).nameBytes();
    if (name == null) {
      skipText();
    }
    int valueAt = at;
    skipText();
    int to = at;
    if (!keep || to - from > KNOWN_BYTES) {
      return make(name, from, valueAt, NO_BYTES);
    }
    int set = set(in, from, to);
    for (int i = set; i < set + WAYS; i++) {
      if (known[i] != null && known[i].isMadeOf(name, in, from, to)) {
        return known[i];
      }
    }
    HeaderField field = make(name, from, valueAt, Arrays.copyOfRange(in, from, to));
    victim = victim + 1 & WAYS - 1;
    known[set + victim] = field;
    return field;
  }

  /** Where the set for some bytes starts: by the last ones, as dates differ in their ends only. */
  private static int set(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = Math.max(from, to - 4); i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    return (hash * SCATTER >>> Integer.SIZE - SET_BITS) * WAYS;
  }

  private HeaderField make(byte[] knownName, int nameAt, int valueAt, byte[] wire)
      throws Http2Exception {
    int next = at;
    byte[] name = knownName;
    if (name == null) {
      at = nameAt;
      name = Arrays.copyOf(text, text());
    }
    at = valueAt;
    int length = text();
    at = next;
    return HeaderField.of(name, text, length, wire);
  }

  private void skipText() throws Http2Exception {
    int length = textLength();
    at += length;
  }

  private int textLength() throws Http2Exception {
    if (at == end) {
      throw broken("it ends within a field");
    }
    int length = integer(0x7f);
    if (length > end - at) {
      throw broken("it ends within a text");
    }
    return length;
  }

  /** Reads into {@link #text}; gives how long it is. */
  private int text() throws Http2Exception {
    boolean huffman = in[at] < 0;
    int length = textLength();
    int from = at;
    at += length;
    int most = huffman ? Huffman.maxLength(length) : length;
    if (most > text.length) {
      text = new byte[Math.max(most, 2 * text.length)];
    }
    if (!huffman) {
      System.arraycopy(in, from, text, 0, length);
      return length;
    }
    int decoded = Huffman.decode(in, from, at, text);
    if (decoded < 0) {
      throw broken("a wrong code");
    }
    return decoded;
  }

  /** Reads an integer whose first bits are in a byte along with others. */
  private int integer(int prefix) throws Http2Exception {
    int start = in[at++] & prefix;
    if (start < prefix) {
      return start;
    }
    long value = start;
    for (int shift = 0; at < end && shift <= MAX_INTEGER_SHIFT; shift += 7) {
      byte next = in[at++];
      value += (long) (next & 0x7f) << shift;
      if (next >= 0) {
        if (value > Integer.MAX_VALUE) {
          break;
        }
        return (int) value;
      }
    }
    throw broken("a number that is too large or has no end");
  }
}
