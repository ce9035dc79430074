package io.nettycurl.http.h2.hpack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.Map;

/**
 * Any thread; no state. The fields that both sides know from the start.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7541#appendix-A">RFC 7541, appendix A</a>
 */
final class StaticTable {
  private static final String[] FIELDS = {
    ":authority",
    ":method GET",
    ":method POST",
    ":path /",
    ":path /index.html",
    ":scheme http",
    ":scheme https",
    ":status 200",
    ":status 204",
    ":status 206",
    ":status 304",
    ":status 400",
    ":status 404",
    ":status 500",
    "accept-charset",
    "accept-encoding gzip, deflate",
    "accept-language",
    "accept-ranges",
    "accept",
    "access-control-allow-origin",
    "age",
    "allow",
    "authorization",
    "cache-control",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-location",
    "content-range",
    "content-type",
    "cookie",
    "date",
    "etag",
    "expect",
    "expires",
    "from",
    "host",
    "if-match",
    "if-modified-since",
    "if-none-match",
    "if-range",
    "if-unmodified-since",
    "last-modified",
    "link",
    "location",
    "max-forwards",
    "proxy-authenticate",
    "proxy-authorization",
    "range",
    "referer",
    "refresh",
    "retry-after",
    "server",
    "set-cookie",
    "strict-transport-security",
    "transfer-encoding",
    "user-agent",
    "vary",
    "via",
    "www-authenticate"
  };

  /** How many there are; they are counted from 1. */
  static final int SIZE = FIELDS.length;

  private static final HeaderField[] TABLE = table();

  private StaticTable() {}

  private static HeaderField[] table() {
    Map<String, byte[]> names = new HashMap<>();
    HeaderField[] table = new HeaderField[SIZE];
    for (int i = 0; i < SIZE; i++) {
      int blank = FIELDS[i].indexOf(' ');
      String name = blank < 0 ? FIELDS[i] : FIELDS[i].substring(0, blank);
      byte[] value =
          FIELDS[i].substring(blank < 0 ? name.length() : blank + 1).getBytes(ISO_8859_1);
      byte[] shared = names.computeIfAbsent(name, text -> text.getBytes(ISO_8859_1));
      table[i] = HeaderField.of(shared, value, value.length, new byte[0]);
    }
    return table;
  }

  /**
   * A field.
   *
   * @param index 1 to {@link #SIZE}
   */
  static HeaderField get(int index) {
    return TABLE[index - 1];
  }
}
