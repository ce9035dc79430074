package io.nettycurl.netty.spi;

/** Where a header line came from. */
public enum HeaderKind {
  /** The response itself; for protocols without such a thing, any line of the server's. */
  HEADER,
  /** A chunked body's trailer. */
  TRAILER,
  /** A proxy's answer to CONNECT. */
  CONNECT,
  /** An interim response. */
  INTERIM
}
