package io.nettycurl.option;

/**
 * WebSocket: the CURLOPT_* options of that theme, under libcurl's names.
 *
 * <p>Text counts in UTF-8: at most 8000000 bytes, no NUL. Lists and blobs are copied; a blob has 1
 * to 8000000 bytes. What breaks this answers BAD_FUNCTION_ARGUMENT. Null puts the default back.
 * What nothing acts on answers NOT_BUILT_IN.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
 */
public interface WebSocketOptions {
  /**
   * Bits: raw frames, no automatic PONG.
   *
   * <p>Default: 0. Values: {@code CURLWS_*} bits. Protocols: WS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_WS_OPTIONS.html">CURLOPT_WS_OPTIONS(3)</a>
   */
  EasyOption<Long> WS_OPTIONS =
      EasyOption.ofLong("WS_OPTIONS", 320, 0L).adjusted(ValueRules.mask(3));
}
