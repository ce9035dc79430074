package io.nettycurl.mime;

import io.nettycurl.spi.Ascii;
import java.util.ArrayList;
import java.util.List;

/**
 * Any thread; no state. The headers of a part: those that follow from what it is, then the user's.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/form-control-infrastructure.html">HTML, form
 *     submission</a>
 */
final class PartHeaders {
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String[][] TYPES = {
    {".gif", "image/gif"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".txt", "text/plain"},
    {".htm", "text/html"},
    {".html", "text/html"},
    {".pdf", "application/pdf"},
    {".xml", "application/xml"},
  };

  private PartHeaders() {}

  /** The value of a header in a list; empty if it has none, null if it is not there. */
  static String find(List<String> headers, String name) {
    for (String header : headers) {
      if (isNamed(header, name)) {
        int at = name.length() + 1;
        while (at < header.length() && header.charAt(at) == ' ') {
          at++;
        }
        return header.substring(at);
      }
    }
    return null;
  }

  private static boolean isNamed(String header, String name) {
    return header.length() > name.length()
        && header.charAt(name.length()) == ':'
        && Ascii.startsWithIgnoreCase(header, 0, name);
  }

  /** Whether a content type is this one, with or without parameters. */
  static boolean isType(String contentType, String type) {
    if (contentType == null || !Ascii.startsWithIgnoreCase(contentType, 0, type)) {
      return false;
    }
    return contentType.length() == type.length()
        || " \t\r\n;".indexOf(contentType.charAt(type.length())) >= 0;
  }

  /** The content type that a part is sent with; null for none. */
  static String contentType(CurlMimePart part) {
    String given = part.type() != null ? part.type() : find(part.headers(), CONTENT_TYPE);
    if (given != null) {
      return given;
    }
    if (part.content() instanceof PartContent.Subparts) {
      return "multipart/mixed";
    }
    String guess = guess(part.filename());
    if (guess == null && part.content() instanceof PartContent.File file) {
      guess = guess(file.name());
      if (guess == null && part.filename() != null) {
        guess = "application/octet-stream";
      }
    }
    boolean plain = guess != null && guess.equals("text/plain") && part.filename() == null;
    return plain ? null : guess;
  }

  private static String guess(String filename) {
    if (filename == null) {
      return null;
    }
    for (String[] type : TYPES) {
      if (Ascii.startsWithIgnoreCase(filename, filename.length() - type[0].length(), type[0])) {
        return type[1];
      }
    }
    return null;
  }

  /**
   * All headers of a part.
   *
   * @param disposition what the parts of this body are; null for attachments
   * @param backslashes whether quotes in names are escaped as in mails; such names have no line
   *     ends
   */
  static List<String> of(
      CurlMimePart part, String contentType, String disposition, boolean backslashes) {
    List<String> all = new ArrayList<>();
    if (find(part.headers(), "Content-Disposition") == null) {
      addDisposition(all, part, disposition, backslashes);
    }
    if (contentType != null) {
      all.add(CONTENT_TYPE + ": " + contentType + boundaryOf(part));
    }
    if (part.encoder() != null && find(part.headers(), "Content-Transfer-Encoding") == null) {
      all.add("Content-Transfer-Encoding: " + part.encoder().text());
    }
    for (String header : part.headers()) {
      if (!isNamed(header, CONTENT_TYPE)) {
        all.add(header);
      }
    }
    return all;
  }

  private static String boundaryOf(CurlMimePart part) {
    return part.content() instanceof PartContent.Subparts subparts
        ? "; boundary=" + subparts.mime().boundary()
        : "";
  }

  private static void addDisposition(
      List<String> all, CurlMimePart part, String disposition, boolean backslashes) {
    boolean named = part.name() != null || part.filename() != null;
    if (!named && (disposition == null || disposition.equals("attachment"))) {
      return;
    }
    StringBuilder line = new StringBuilder("Content-Disposition: ");
    line.append(disposition == null ? "attachment" : disposition);
    if (part.name() != null) {
      line.append("; name=\"").append(escape(part.name(), backslashes)).append('"');
    }
    if (part.filename() != null) {
      line.append("; filename=\"").append(escape(part.filename(), backslashes)).append('"');
    }
    all.add(line.toString());
  }

  private static String escape(String name, boolean backslashes) {
    return backslashes
        ? name.replace("\\", "\\\\").replace("\"", "\\\"")
        : name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** Whether a name has a line end, which backslashes cannot keep out of the header. */
  static boolean breaksLine(CurlMimePart part) {
    return breaksLine(part.name()) || breaksLine(part.filename());
  }

  private static boolean breaksLine(String name) {
    return name != null && (name.indexOf('\r') >= 0 || name.indexOf('\n') >= 0);
  }
}
