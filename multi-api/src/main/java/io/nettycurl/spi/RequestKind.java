package io.nettycurl.spi;

/** What the method options of an easy handle came to; the last one set wins (libcurl's httpreq). */
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
