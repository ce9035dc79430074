package io.nettycurl.option;

/** WebSocket: the CURLOPT_* options of that theme, under libcurl's names. */
public interface WebSocketOptions {
  /**
   * Bits: raw frames, no automatic PONG.
   *
   * <p>Default: 0. Protocols: WS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_WS_OPTIONS.html">CURLOPT_WS_OPTIONS(3)</a>
   */
  EasyOption<Long> WS_OPTIONS = EasyOption.ofLong("WS_OPTIONS", 320, 0L);
}
