package io.nettycurl.mime;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Owned by one thread at a time; not to be changed while a transfer sends it. A body made of parts
 * (curl_mime). The same body can be sent again and again, as far as its parts can start over.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_mime_init.html">curl_mime_init(3)</a>
 */
public final class CurlMime implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String DASHES = "-".repeat(24);
  private static final int RANDOM_CHARS = 22;

  private final List<CurlMimePart> parts = new ArrayList<>();
  private final String boundary;
  private CurlMimePart parent;

  private CurlMime(String boundary) {
    this.boundary = boundary;
  }

  /**
   * An empty body.
   *
   * @return the body, with a boundary of its own: 24 dashes and 22 random letters and digits
   * @see <a href="https://curl.se/libcurl/c/curl_mime_init.html">curl_mime_init(3)</a>
   */
  public static CurlMime init() {
    StringBuilder boundary = new StringBuilder(DASHES);
    for (int i = 0; i < RANDOM_CHARS; i++) {
      boundary.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new CurlMime(boundary.toString());
  }

  /**
   * Adds a part at the end.
   *
   * @return the part, empty
   * @see <a href="https://curl.se/libcurl/c/curl_mime_addpart.html">curl_mime_addpart(3)</a>
   */
  public CurlMimePart addPart() {
    CurlMimePart part = new CurlMimePart(this);
    parts.add(part);
    return part;
  }

  /** Whether this is the content of a part, and so cannot be a body by itself. */
  public boolean isSubparts() {
    return parent != null;
  }

  /**
   * A copy of all parts, with boundaries of its own. Callbacks are shared; files that are gone by
   * now are left out until they are read.
   *
   * @return the copy
   */
  public CurlMime duplicate() {
    CurlMime copy = init();
    for (CurlMimePart part : parts) {
      copy.addPart().copyFrom(part);
    }
    return copy;
  }

  /**
   * Gives all parts up, those of parts too, and tells the callbacks that they are no longer needed.
   *
   * @see <a href="https://curl.se/libcurl/c/curl_mime_free.html">curl_mime_free(3)</a>
   */
  @Override
  public void close() {
    if (parent != null) {
      parent.forgetSubparts();
      parent = null;
    }
    for (CurlMimePart part : parts) {
      part.clearContent();
    }
    parts.clear();
  }

  String boundary() {
    return boundary;
  }

  List<CurlMimePart> parts() {
    return parts;
  }

  CurlMimePart parent() {
    return parent;
  }

  void parent(CurlMimePart part) {
    parent = part;
  }
}
