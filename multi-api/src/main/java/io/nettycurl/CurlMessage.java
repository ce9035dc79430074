package io.nettycurl;

/**
 * A completion, as {@link CurlMulti#infoRead()} gives it (CURLMsg). An immutable copy that stays
 * valid.
 *
 * @param msg what it is about: {@code CURLMSG_DONE}
 * @param easy the handle that is done
 * @param result how it ended
 * @see <a href="https://curl.se/libcurl/c/curl_multi_info_read.html">curl_multi_info_read(3)</a>
 */
public record CurlMessage(long msg, CurlEasy easy, CurlCode result) {}
