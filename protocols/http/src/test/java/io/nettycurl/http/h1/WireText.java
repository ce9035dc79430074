package io.nettycurl.http.h1;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Owned by one call. Bytes written as text: escapes as in Java, and in braces what would be tedious
 * to write, such as {@code {repeat 3 text}} or {@code {gzip text}}.
 */
final class WireText {
  private final String text;
  private int position;

  private WireText(String text) {
    this.text = text;
  }

  static byte[] bytes(String text) {
    return new WireText(text).read();
  }

  private byte[] read() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (position < text.length() && text.charAt(position) != '}') {
      char c = text.charAt(position++);
      if (c == '\\') {
        out.write(escape());
      } else if (c == '{') {
        out.writeBytes(directive());
        position++;
      } else {
        out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private int escape() {
    char c = text.charAt(position++);
    switch (c) {
      case 'r':
        return '\r';
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case '0':
        return 0;
      case 'x':
        position += 2;
        return Integer.parseInt(text.substring(position - 2, position), 16);
      default:
        return c;
    }
  }

  private byte[] directive() {
    String name = word();
    switch (name) {
      case "repeat":
        int times = Integer.parseInt(word());
        byte[] once = read();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
          out.writeBytes(once);
        }
        return out.toByteArray();
      case "cut":
        int less = Integer.parseInt(word());
        byte[] whole = read();
        return Arrays.copyOf(whole, whole.length - less);
      case "skip":
        int from = Integer.parseInt(word());
        byte[] all = read();
        return Arrays.copyOfRange(all, from, all.length);
      case "length":
        return ascii(String.valueOf(read().length));
      case "chunk":
        byte[] data = read();
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes(ascii(Integer.toHexString(data.length) + "\r\n"));
        chunk.writeBytes(data);
        chunk.writeBytes(ascii("\r\n"));
        return chunk.toByteArray();
      default:
        return compressed(name, read());
    }
  }

  private static byte[] compressed(String coding, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      switch (coding) {
        case "gzip":
          try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(data);
          }
          return out.toByteArray();
        case "zlib":
          try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
            zlib.write(data);
          }
          return out.toByteArray();
        case "deflate":
          Deflater bare = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
          try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, bare)) {
            deflate.write(data);
          }
          bare.end();
          return out.toByteArray();
        case "br":
          Brotli4jLoader.ensureAvailability();
          return Encoder.compress(data);
        case "zstd":
          return Zstd.compress(data);
        default:
          throw new IllegalArgumentException(coding);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String word() {
    int end = text.indexOf(' ', position);
    String word = text.substring(position, end);
    position = end + 1;
    return word;
  }

  private static byte[] ascii(String value) {
    return value.getBytes(StandardCharsets.US_ASCII);
  }
}
