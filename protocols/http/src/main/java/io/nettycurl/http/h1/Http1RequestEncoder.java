package io.nettycurl.http.h1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.nettycurl.http.request.RequestSink;
import java.nio.charset.StandardCharsets;

/**
 * Owned by the loop. Writes a request head as HTTP/1 has it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-3">RFC 9112, section 3</a>
 */
final class Http1RequestEncoder implements RequestSink {
  private static final byte[] HTTP_1_0 = ascii(" HTTP/1.0\r\n");
  private static final byte[] HTTP_1_1 = ascii(" HTTP/1.1\r\n");
  private static final byte[] LINE_END = ascii("\r\n");
  private static final byte[] SEPARATOR = ascii(": ");
  private static final int MAX_LONG_DIGITS = 20;

  private final byte[] digits = new byte[MAX_LONG_DIGITS];
  private ByteBuf out;
  private boolean oneOne;

  /** Starts a head. */
  void begin(ByteBuf buffer, int version) {
    out = buffer;
    oneOne = version >= 11;
  }

  /** Ends the head. */
  void end() {
    out.writeBytes(LINE_END);
    out = null;
  }

  @Override
  public void request(String method, String target, String query) {
    text(method);
    out.writeByte(' ');
    text(target);
    if (query != null) {
      out.writeByte('?');
      text(query);
    }
    out.writeBytes(oneOne ? HTTP_1_1 : HTTP_1_0);
  }

  @Override
  public void field(String name, String value) {
    text(name);
    out.writeBytes(SEPARATOR);
    text(value);
    out.writeBytes(LINE_END);
  }

  @Override
  public void octets(String name, String value) {
    text(name);
    out.writeBytes(SEPARATOR);
    out.writeCharSequence(value, StandardCharsets.ISO_8859_1);
    out.writeBytes(LINE_END);
  }

  @Override
  public void field(String name, long value) {
    text(name);
    out.writeBytes(SEPARATOR);
    number(value);
    out.writeBytes(LINE_END);
  }

  @Override
  public void host(String name, int port) {
    text("Host");
    out.writeBytes(SEPARATOR);
    text(name);
    if (port != 0) {
      out.writeByte(':');
      number(port);
    }
    out.writeBytes(LINE_END);
  }

  private void number(long value) {
    int at = MAX_LONG_DIGITS;
    long rest = value;
    do {
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    out.writeBytes(digits, at, MAX_LONG_DIGITS - at);
  }

  @Override
  public void line(String line) {
    text(line);
    out.writeBytes(LINE_END);
  }

  private void text(String text) {
    ByteBufUtil.writeUtf8(out, text);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
