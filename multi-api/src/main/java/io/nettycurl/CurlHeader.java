package io.nettycurl;

/**
 * Immutable; any thread. One header of a response (struct curl_header).
 *
 * @param name as the peer wrote it; the name of a pseudo header starts with a colon
 * @param value without blanks around it and without line end, one character for each byte
 *     (ISO-8859-1), so that nothing of what came is lost
 * @param amount how many headers of this name there are among those asked for
 * @param index which of them this is, from 0
 * @param origin where it came from: one {@code CURLH_*} bit
 * @see <a href="https://curl.se/libcurl/c/curl_easy_header.html">curl_easy_header(3)</a>
 */
public record CurlHeader(String name, String value, int amount, int index, long origin) {
  /**
   * Immutable. What asking for a header gave.
   *
   * @param code OK, or why there is no header
   * @param header the header; null if the code is not OK
   */
  public record Result(CurlHeaderCode code, CurlHeader header) {}
}
