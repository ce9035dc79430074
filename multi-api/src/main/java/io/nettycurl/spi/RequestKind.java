package io.nettycurl.spi;

/**
 * What the method options of an easy handle came to; the last one set wins (libcurl's httpreq).
 *
 * <p>NOBODY is a switch of its own beside it: POST set to 0 after NOBODY leaves GET with NOBODY on,
 * which sends HEAD; POSTFIELDS after NOBODY leaves POST with NOBODY on, which sends HEAD too.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_NOBODY.html">CURLOPT_NOBODY(3)</a>
 */
public enum RequestKind {
  /** Download. */
  GET,
  /** No body wanted: NOBODY. */
  HEAD,
  /** POST, body from POSTFIELDS or the read callback. */
  POST,
  /** POST, body from MIMEPOST. */
  POST_MIME,
  /** UPLOAD. */
  PUT
}
