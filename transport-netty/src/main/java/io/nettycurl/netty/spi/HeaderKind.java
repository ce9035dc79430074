package io.nettycurl.netty.spi;

/** Where a header line came from. */
public enum HeaderKind {
  /** The response itself. */
  HEADER,
  /**
   * A line of the server's in a protocol without headers: for the header callback only, whether or
   * not the HEADER option is on, and no header to be asked for later.
   */
  REPLY,
  /**
   * A line that the protocol makes up out of what the server told: reaches the write callback too,
   * whether or not the HEADER option is on. It is not counted as part of the body.
   */
  SYNTHETIC,
  /**
   * A line that is made up for something local: like HEADER, but no header to be asked for later.
   */
  LOCAL,
  /**
   * A field of the protocol's own that is no line, such as HTTP/2's status, written as one: to be
   * asked for later, but never delivered or counted.
   */
  PSEUDO,
  /** A chunked body's trailer. */
  TRAILER,
  /** A proxy's answer to CONNECT. */
  CONNECT,
  /** An interim response. */
  INTERIM
}
