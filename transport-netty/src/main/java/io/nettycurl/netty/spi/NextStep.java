package io.nettycurl.netty.spi;

import io.nettycurl.url.CurlUrl;

/**
 * Immutable. What a transfer does after an exchange that is not its last.
 *
 * @param url where to go; null for the same URL again
 * @param redirect whether it counts as a redirect for the infos
 * @param freshConnection whether a pooled connection must not be used
 */
public record NextStep(CurlUrl url, boolean redirect, boolean freshConnection) {
  /**
   * Goes to another URL.
   *
   * @param url where
   */
  public static NextStep follow(CurlUrl url) {
    return new NextStep(url, true, false);
  }

  /** Asks the same URL again, as after an authentication challenge. */
  public static NextStep again() {
    return new NextStep(null, false, false);
  }

  /** Asks the same URL again on a new connection. */
  public static NextStep againFresh() {
    return new NextStep(null, false, true);
  }
}
