package io.nettycurl.http.altsvc;

/**
 * Immutable. Where else an origin can be had.
 *
 * @param from by which protocol the origin was spoken to
 * @param host the origin's host, without brackets and without a dot at its end
 * @param port the origin's port
 * @param to which protocol is spoken at the other place
 * @param toHost the other host, without brackets
 * @param toPort the other port
 * @param expires until when, in seconds since 1970
 * @param persists whether it outlives a change of network
 */
public record AltService(
    Alpn from,
    String host,
    int port,
    Alpn to,
    String toHost,
    int toPort,
    long expires,
    boolean persists) {
  /** A protocol, by what ALPN calls it. */
  public enum Alpn {
    /** HTTP/1.1. */
    H1(8),
    /** HTTP/2. */
    H2(16),
    /** HTTP/3; told and kept, but not spoken. */
    H3(32);

    private final long bit;

    Alpn(long bit) {
      this.bit = bit;
    }

    /** Its {@code CURLALTSVC_*} bit. */
    public long bit() {
      return bit;
    }

    /** As the file has it. */
    String text() {
      return "h" + (ordinal() + 1);
    }

    /** Null for any other. */
    static Alpn of(String name) {
      switch (name) {
        case "h1":
        case "http/1.1":
          return H1;
        case "h2":
          return H2;
        case "h3":
          return H3;
        default:
          return null;
      }
    }
  }
}
