package io.nettycurl.http.h2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.util.AsciiString;
import io.nettycurl.http.request.RequestSink;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Owned by the loop. Turns a request head into a header list: pseudo fields first, names in lower
 * case, and without what concerns a connection of HTTP/1 only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-8.3.1">RFC 9113, section 8.3.1</a>
 */
final class RequestFields implements RequestSink {
  private static final String VERSION = " HTTP/2\r\n";
  private static final String SEPARATOR = ": ";
  private static final String LINE_END = "\r\n";
  private static final int METHOD = 0;
  private static final int SCHEME = 1;
  private static final int AUTHORITY = 2;
  private static final int PATH = 3;

  private static final AsciiString[] PSEUDO = {
    AsciiString.cached(":method"),
    AsciiString.cached(":scheme"),
    AsciiString.cached(":authority"),
    AsciiString.cached(":path")
  };

  private static final Map<String, AsciiString> KNOWN = new HashMap<>();

  static {
    for (String name :
        new String[] {
          "User-Agent",
          "Accept",
          "Accept-Encoding",
          "Referer",
          "Cookie",
          "Authorization",
          "Content-Length",
          "Content-Type",
          "Range",
          "Content-Range",
          "If-Modified-Since"
        }) {
      KNOWN.put(name, AsciiString.cached(name.toLowerCase(Locale.ROOT)));
    }
  }

  private final HeaderList list;
  private final HeaderList fields = new HeaderList();
  private final CharSequence[] pseudo = new CharSequence[PSEUDO.length];
  private String lastName;
  private int lastPort;
  private CharSequence lastAuthority;
  private StringBuilder text;
  private int textLength;

  /**
   * Writes into a list.
   *
   * @param list the list, made anew for each request
   */
  RequestFields(HeaderList list) {
    this.list = list;
  }

  /**
   * Starts a head.
   *
   * @param scheme http or https
   * @param keepText whether {@link #text} will be asked for
   */
  void begin(String scheme, boolean keepText) {
    fields.reset();
    text = keepText ? new StringBuilder() : null;
    textLength = 0;
    pseudo[SCHEME] = scheme;
    pseudo[AUTHORITY] = null;
  }

  /** Ends the head: the list has it now. */
  void end() {
    list.reset();
    for (int i = 0; i < PSEUDO.length; i++) {
      if (pseudo[i] != null) {
        list.add(PSEUDO[i], pseudo[i]);
      }
    }
    for (int i = 0; i < fields.size(); i++) {
      list.add(fields.name(i), fields.value(i));
    }
    fields.reset();
    tell(LINE_END);
  }

  /**
   * Puts trailers into the list.
   *
   * @param lines each ended with CR LF
   */
  void trailers(String lines) {
    list.reset();
    for (String line : lines.split(LINE_END)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        CharSequence name = ascii(line.substring(0, colon).trim().toLowerCase(Locale.ROOT));
        list.add(name, ascii(line.substring(colon + 1).trim()));
      }
    }
  }

  /** The head as HTTP/1 would have it, for those who watch. */
  String text() {
    return text.toString();
  }

  /** How long {@link #text} is, or would be. */
  int textLength() {
    return textLength;
  }

  @Override
  public void request(String method, String target, String query) {
    pseudo[METHOD] = method;
    String path = query == null ? target : target + '?' + query;
    target(path);
    tell(method);
    tell(" ");
    tell(path);
    tell(VERSION);
  }

  /** A target in absolute form is taken apart, as there is a field for each part. */
  private void target(String target) {
    int colon = target.startsWith("/") ? -1 : target.indexOf("://");
    if (colon <= 0) {
      pseudo[PATH] = ascii(target);
      return;
    }
    int authority = colon + 3;
    int path = authority;
    while (path < target.length() && "/?#".indexOf(target.charAt(path)) < 0) {
      path++;
    }
    pseudo[SCHEME] = target.substring(0, colon).toLowerCase(Locale.ROOT);
    pseudo[AUTHORITY] = ascii(target.substring(authority, path));
    pseudo[PATH] = path == target.length() ? "/" : ascii(target.substring(path));
  }

  /** Nearly always the one of the request before, for it is the same connection. */
  @Override
  public void host(String name, int port) {
    if (port != lastPort || !name.equals(lastName)) {
      lastName = name;
      lastPort = port;
      lastAuthority = ascii(port == 0 ? name : name + ':' + port);
    }
    pseudo[AUTHORITY] = lastAuthority;
    tell("Host: ");
    tell(lastAuthority);
    tell(LINE_END);
  }

  @Override
  public void field(String name, String value) {
    tell(name);
    tell(SEPARATOR);
    tell(value);
    tell(LINE_END);
    add(name, value);
  }

  @Override
  public void octets(String name, String value) {
    tell(name);
    tell(SEPARATOR);
    tell(value);
    tell(LINE_END);
    AsciiString known = KNOWN.get(name);
    fields.add(
        known != null ? known : ascii(name.toLowerCase(Locale.ROOT)),
        new AsciiString(value.getBytes(ISO_8859_1), false));
  }

  @Override
  public void field(String name, long value) {
    field(name, Long.toString(value));
  }

  @Override
  public void line(String line) {
    tell(line);
    tell(LINE_END);
    int colon = line.indexOf(':');
    if (colon > 0) {
      add(line.substring(0, colon).trim(), line.substring(colon + 1).trim());
    }
  }

  private void add(String name, String value) {
    AsciiString known = KNOWN.get(name);
    if (known != null) {
      fields.add(known, ascii(value));
      return;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    switch (lower) {
      case "host":
        if (pseudo[AUTHORITY] == null) {
          pseudo[AUTHORITY] = ascii(value);
        }
        break;
      case "te":
        if (asksTrailers(value)) {
          fields.add(AsciiString.of("te"), AsciiString.of("trailers"));
        }
        break;
      case "connection":
      case "keep-alive":
      case "proxy-connection":
      case "transfer-encoding":
      case "upgrade":
        break;
      default:
        fields.add(ascii(lower), ascii(value));
    }
  }

  private static boolean asksTrailers(String value) {
    for (String element : value.split(",", -1)) {
      int semicolon = element.indexOf(';');
      String token = semicolon < 0 ? element : element.substring(0, semicolon);
      if (token.trim().equalsIgnoreCase("trailers")) {
        return true;
      }
    }
    return false;
  }

  /** The compressor takes a character for a byte, so that others have to be bytes before. */
  private static CharSequence ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return new AsciiString(text.getBytes(UTF_8), false);
      }
    }
    return text;
  }

  private void tell(CharSequence part) {
    textLength += part.length();
    if (text != null) {
      text.append(part);
    }
  }
}
