package io.nettycurl.http;

/**
 * How the end of what follows a response head is found.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, section 6.3</a>
 */
public enum Framing {
  /** Another head follows: the response was an interim one. */
  HEAD,
  /** There is no body, or it is not wanted so much that the connection is worth keeping. */
  NONE,
  /** So many bytes. */
  LENGTH,
  /** Chunks. */
  CHUNKED,
  /** All up to the end of the connection. */
  CLOSE,
  /** The server goes on in HTTP/2, as it was asked to. */
  SWITCHED
}
