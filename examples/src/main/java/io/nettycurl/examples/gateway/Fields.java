package io.nettycurl.examples.gateway;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Any thread. Which header fields are passed on (RFC 9110, section 7.6.1). */
final class Fields {
  private static final List<String> HOP_BY_HOP =
      List.of(
          "Connection",
          "Keep-Alive",
          "Proxy-Authenticate",
          "Proxy-Authorization",
          "Proxy-Connection",
          "TE",
          "Trailer",
          "Transfer-Encoding",
          "Upgrade");

  private Fields() {}

  /** Drops what is meant for the next hop only, and what Connection names. */
  static void dropHopByHop(HttpHeaders fields) {
    if (fields.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
      // It outdoes a length, which would be wrong without it.
      fields.remove(HttpHeaderNames.CONTENT_LENGTH);
    }
    for (String value : fields.getAll(HttpHeaderNames.CONNECTION)) {
      for (String name : value.split(",")) {
        if (!name.isBlank()) {
          fields.remove(name.strip());
        }
      }
    }
    HOP_BY_HOP.forEach(fields::remove);
  }

  /** A request's fields, as HTTPHEADER takes them. */
  static List<String> forUpstream(HttpHeaders fields) {
    HttpHeaders kept = fields.copy();
    dropHopByHop(kept);
    // Both are the transfer's own: they follow from the URL and the body.
    kept.remove(HttpHeaderNames.HOST).remove(HttpHeaderNames.CONTENT_LENGTH);
    kept.add("Via", "1.1 nettycurl-gateway");
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, String> field : kept) {
      String value = utf8(field.getValue());
      lines.add(value.isEmpty() ? field.getKey() + ';' : field.getKey() + ": " + value);
    }
    // Fields that a transfer has by default, and the client did not send.
    lines.add("Expect:");
    if (!kept.contains(HttpHeaderNames.ACCEPT)) {
      lines.add("Accept:");
    }
    return lines;
  }

  /** The codec makes a character of each byte; the transfer sends characters in UTF-8. */
  private static String utf8(String value) {
    return new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
