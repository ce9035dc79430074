package io.nettycurl.netty.spi;

import io.nettycurl.url.CurlUrl;

/**
 * Immutable. What a transfer does after an exchange that is not its last.
 *
 * @param url where to go; null for the same URL again
 * @param redirect whether it counts as a redirect for the infos
 * @param connection which connection it takes
 */
public record NextStep(CurlUrl url, boolean redirect, Choice connection) {
  /** Which connection the next hop takes. */
  public enum Choice {
    /** Any that fits. */
    ANY,
    /** A new one. */
    FRESH,
    /** The present one: nobody else may use it in between. */
    SAME
  }

  /**
   * Goes to another URL.
   *
   * @param url where
   */
  public static NextStep follow(CurlUrl url) {
    return new NextStep(url, true, Choice.ANY);
  }

  /** Asks the same URL again, as after an authentication challenge. */
  public static NextStep again() {
    return new NextStep(null, false, Choice.ANY);
  }

  /** Asks the same URL again on a new connection. */
  public static NextStep againFresh() {
    return new NextStep(null, false, Choice.FRESH);
  }
}
