package io.nettycurl.info;

import io.nettycurl.CurlSocket;
import java.util.List;

/**
 * Every easy info under libcurl's name after the CURLINFO_ prefix.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_getinfo.html">curl_easy_getinfo(3)</a>
 */
public final class CurlInfo {
  /**
   * Socket of the latest connection, null if there was none; meant for CONNECT_ONLY.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_ACTIVESOCKET.html">CURLINFO_ACTIVESOCKET(3)</a>
   */
  public static final EasyInfo<CurlSocket> ACTIVESOCKET =
      EasyInfo.ofObject("ACTIVESOCKET", 5242924);

  /**
   * Same in microseconds.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_APPCONNECT_TIME_T.html">CURLINFO_APPCONNECT_TIME_T(3)</a>
   */
  public static final EasyInfo<Long> APPCONNECT_TIME_T =
      EasyInfo.ofLong("APPCONNECT_TIME_T", 6291512, 0L);

  /**
   * Default CA file compiled in.
   *
   * <p>Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_CAINFO.html">CURLINFO_CAINFO(3)</a>
   */
  public static final EasyInfo<String> CAINFO = EasyInfo.ofString("CAINFO", 1048637);

  /**
   * Default CA directory compiled in.
   *
   * <p>Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_CAPATH.html">CURLINFO_CAPATH(3)</a>
   */
  public static final EasyInfo<String> CAPATH = EasyInfo.ofString("CAPATH", 1048638);

  /**
   * Per-certificate name:value lists of the peer chain (needs CURLOPT_CERTINFO).
   *
   * <p>Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_CERTINFO.html">CURLINFO_CERTINFO(3)</a>
   */
  public static final EasyInfo<List<List<String>>> CERTINFO = EasyInfo.ofList("CERTINFO", 4194338);

  /**
   * 1 when the time condition stopped the transfer, or a 304 came.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_CONDITION_UNMET.html">CURLINFO_CONDITION_UNMET(3)</a>
   */
  public static final EasyInfo<Long> CONDITION_UNMET =
      EasyInfo.ofLong("CONDITION_UNMET", 2097187, 0L);

  /**
   * Same in microseconds.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_CONNECT_TIME_T.html">CURLINFO_CONNECT_TIME_T(3)</a>
   */
  public static final EasyInfo<Long> CONNECT_TIME_T =
      EasyInfo.ofLong("CONNECT_TIME_T", 6291508, 0L);

  /**
   * Number of the last connection used, unique in its pool; -1 if none.
   *
   * <p>Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_CONN_ID.html">CURLINFO_CONN_ID(3)</a>
   */
  public static final EasyInfo<Long> CONN_ID = EasyInfo.ofLong("CONN_ID", 6291520, -1L);

  /**
   * Announced download size, -1 unknown.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_CONTENT_LENGTH_DOWNLOAD_T.html">CURLINFO_CONTENT_LENGTH_DOWNLOAD_T(3)</a>
   */
  public static final EasyInfo<Long> CONTENT_LENGTH_DOWNLOAD_T =
      EasyInfo.ofLong("CONTENT_LENGTH_DOWNLOAD_T", 6291471, -1L);

  /**
   * Announced upload size, -1 unknown.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_CONTENT_LENGTH_UPLOAD_T.html">CURLINFO_CONTENT_LENGTH_UPLOAD_T(3)</a>
   */
  public static final EasyInfo<Long> CONTENT_LENGTH_UPLOAD_T =
      EasyInfo.ofLong("CONTENT_LENGTH_UPLOAD_T", 6291472, -1L);

  /**
   * Content-Type of the final reply, null if none.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_CONTENT_TYPE.html">CURLINFO_CONTENT_TYPE(3)</a>
   */
  public static final EasyInfo<String> CONTENT_TYPE = EasyInfo.ofString("CONTENT_TYPE", 1048594);

  /**
   * All cookies held now, each as a line of a cookie file; null if there are none.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_COOKIELIST.html">CURLINFO_COOKIELIST(3)</a>
   */
  public static final EasyInfo<List<String>> COOKIELIST = EasyInfo.ofList("COOKIELIST", 4194332);

  /**
   * Bytes sent as TLS 0-RTT, negative if rejected.
   *
   * <p>Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_EARLYDATA_SENT_T.html">CURLINFO_EARLYDATA_SENT_T(3)</a>
   */
  public static final EasyInfo<Long> EARLYDATA_SENT_T =
      EasyInfo.ofLong("EARLYDATA_SENT_T", 6291524, 0L);

  /**
   * Method of the last request sent.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_EFFECTIVE_METHOD.html">CURLINFO_EFFECTIVE_METHOD(3)</a>
   */
  public static final EasyInfo<String> EFFECTIVE_METHOD =
      EasyInfo.ofString("EFFECTIVE_METHOD", 1048634);

  /**
   * Last URL used after redirects.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_EFFECTIVE_URL.html">CURLINFO_EFFECTIVE_URL(3)</a>
   */
  public static final EasyInfo<String> EFFECTIVE_URL = EasyInfo.ofString("EFFECTIVE_URL", 1048577);

  /**
   * Remote modification time as 64-bit, -1 unknown.
   *
   * <p>Protocols: HTTP,FTP,SFTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_FILETIME_T.html">CURLINFO_FILETIME_T(3)</a>
   */
  public static final EasyInfo<Long> FILETIME_T = EasyInfo.ofLong("FILETIME_T", 6291470, -1L);

  /**
   * Directory the server put us in at login (PWD).
   *
   * <p>Protocols: FTP,SFTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_FTP_ENTRY_PATH.html">CURLINFO_FTP_ENTRY_PATH(3)</a>
   */
  public static final EasyInfo<String> FTP_ENTRY_PATH =
      EasyInfo.ofString("FTP_ENTRY_PATH", 1048606);

  /**
   * Bytes of all response headers received, CONNECT included.
   *
   * <p>Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_HEADER_SIZE.html">CURLINFO_HEADER_SIZE(3)</a>
   */
  public static final EasyInfo<Long> HEADER_SIZE = EasyInfo.ofLong("HEADER_SIZE", 2097163, 0L);

  /**
   * Auth schemes the server offered.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_HTTPAUTH_AVAIL.html">CURLINFO_HTTPAUTH_AVAIL(3)</a>
   */
  public static final EasyInfo<Long> HTTPAUTH_AVAIL =
      EasyInfo.ofLong("HTTPAUTH_AVAIL", 2097175, 0L);

  /**
   * Auth scheme picked for the server.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_HTTPAUTH_USED.html">CURLINFO_HTTPAUTH_USED(3)</a>
   */
  public static final EasyInfo<Long> HTTPAUTH_USED = EasyInfo.ofLong("HTTPAUTH_USED", 2097221, 0L);

  /**
   * Last proxy CONNECT status.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_HTTP_CONNECTCODE.html">CURLINFO_HTTP_CONNECTCODE(3)</a>
   */
  public static final EasyInfo<Long> HTTP_CONNECTCODE =
      EasyInfo.ofLong("HTTP_CONNECTCODE", 2097174, 0L);

  /**
   * HTTP version of the last reply as a CURL_HTTP_VERSION value, 0 if none.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_HTTP_VERSION.html">CURLINFO_HTTP_VERSION(3)</a>
   */
  public static final EasyInfo<Long> HTTP_VERSION = EasyInfo.ofLong("HTTP_VERSION", 2097198, 0L);

  /**
   * Descriptor of the latest connection's socket while it is open; -1 if it is not, or if its
   * number is not known (NIO).
   *
   * <p>Protocols: All. Deprecated in libcurl 7.45.0.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_LASTSOCKET.html">CURLINFO_LASTSOCKET(3)</a>
   */
  public static final EasyInfo<Long> LASTSOCKET = EasyInfo.descriptor("LASTSOCKET", 2097181);

  /**
   * Local address of the latest connection.
   *
   * <p>Protocols: TCP,QUIC.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_LOCAL_IP.html">CURLINFO_LOCAL_IP(3)</a>
   */
  public static final EasyInfo<String> LOCAL_IP = EasyInfo.ofString("LOCAL_IP", 1048617);

  /**
   * Local port of the latest connection.
   *
   * <p>Protocols: TCP,QUIC.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_LOCAL_PORT.html">CURLINFO_LOCAL_PORT(3)</a>
   */
  public static final EasyInfo<Long> LOCAL_PORT = EasyInfo.ofLong("LOCAL_PORT", 2097194, 0L);

  /**
   * Same in microseconds.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_NAMELOOKUP_TIME_T.html">CURLINFO_NAMELOOKUP_TIME_T(3)</a>
   */
  public static final EasyInfo<Long> NAMELOOKUP_TIME_T =
      EasyInfo.ofLong("NAMELOOKUP_TIME_T", 6291507, 0L);

  /**
   * New connections made in the last transfer, 0 means reuse. FTP's data connections count, unless
   * the server opens them.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_NUM_CONNECTS.html">CURLINFO_NUM_CONNECTS(3)</a>
   */
  public static final EasyInfo<Long> NUM_CONNECTS = EasyInfo.ofLong("NUM_CONNECTS", 2097178, 0L);

  /**
   * errno of the last connect failure.
   *
   * <p>Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_OS_ERRNO.html">CURLINFO_OS_ERRNO(3)</a>
   */
  public static final EasyInfo<Long> OS_ERRNO = EasyInfo.ofLong("OS_ERRNO", 2097177, 0L);

  /**
   * Microseconds until the last request byte was sent.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_POSTTRANSFER_TIME_T.html">CURLINFO_POSTTRANSFER_TIME_T(3)</a>
   */
  public static final EasyInfo<Long> POSTTRANSFER_TIME_T =
      EasyInfo.ofLong("POSTTRANSFER_TIME_T", 6291523, 0L);

  /**
   * Same in microseconds.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_PRETRANSFER_TIME_T.html">CURLINFO_PRETRANSFER_TIME_T(3)</a>
   */
  public static final EasyInfo<Long> PRETRANSFER_TIME_T =
      EasyInfo.ofLong("PRETRANSFER_TIME_T", 6291509, 0L);

  /**
   * Peer address of the latest connection (the proxy's if one is used).
   *
   * <p>Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_PRIMARY_IP.html">CURLINFO_PRIMARY_IP(3)</a>
   */
  public static final EasyInfo<String> PRIMARY_IP = EasyInfo.ofString("PRIMARY_IP", 1048608);

  /**
   * Peer port of the latest connection.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_PRIMARY_PORT.html">CURLINFO_PRIMARY_PORT(3)</a>
   */
  public static final EasyInfo<Long> PRIMARY_PORT = EasyInfo.ofLong("PRIMARY_PORT", 2097192, 0L);

  /**
   * Object set with CURLOPT_PRIVATE.
   *
   * <p>Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_PRIVATE.html">CURLINFO_PRIVATE(3)</a>
   */
  public static final EasyInfo<Object> PRIVATE = EasyInfo.ofObject("PRIVATE", 1048597);

  /**
   * Scheme as CURLPROTO bit.
   *
   * <p>Protocols: All. Deprecated in libcurl 7.85.0.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_PROTOCOL.html">CURLINFO_PROTOCOL(3)</a>
   */
  public static final EasyInfo<Long> PROTOCOL = EasyInfo.protocol("PROTOCOL", 2097200);

  /**
   * Auth schemes the proxy offered.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_PROXYAUTH_AVAIL.html">CURLINFO_PROXYAUTH_AVAIL(3)</a>
   */
  public static final EasyInfo<Long> PROXYAUTH_AVAIL =
      EasyInfo.ofLong("PROXYAUTH_AVAIL", 2097176, 0L);

  /**
   * Auth scheme picked for the proxy.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_PROXYAUTH_USED.html">CURLINFO_PROXYAUTH_USED(3)</a>
   */
  public static final EasyInfo<Long> PROXYAUTH_USED =
      EasyInfo.ofLong("PROXYAUTH_USED", 2097222, 0L);

  /**
   * CURLPX code when the result was CURLE_PROXY.
   *
   * <p>Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_PROXY_ERROR.html">CURLINFO_PROXY_ERROR(3)</a>
   */
  public static final EasyInfo<Long> PROXY_ERROR = EasyInfo.ofLong("PROXY_ERROR", 2097211, 0L);

  /**
   * Verification result for the HTTPS proxy, 0 good.
   *
   * <p>Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_PROXY_SSL_VERIFYRESULT.html">CURLINFO_PROXY_SSL_VERIFYRESULT(3)</a>
   */
  public static final EasyInfo<Long> PROXY_SSL_VERIFYRESULT =
      EasyInfo.ofLong("PROXY_SSL_VERIFYRESULT", 2097199, 0L);

  /**
   * Microseconds spent waiting in the queue before work began.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_QUEUE_TIME_T.html">CURLINFO_QUEUE_TIME_T(3)</a>
   */
  public static final EasyInfo<Long> QUEUE_TIME_T = EasyInfo.ofLong("QUEUE_TIME_T", 6291521, 0L);

  /**
   * Redirects followed.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_REDIRECT_COUNT.html">CURLINFO_REDIRECT_COUNT(3)</a>
   */
  public static final EasyInfo<Long> REDIRECT_COUNT =
      EasyInfo.ofLong("REDIRECT_COUNT", 2097172, 0L);

  /**
   * Same in microseconds.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_REDIRECT_TIME_T.html">CURLINFO_REDIRECT_TIME_T(3)</a>
   */
  public static final EasyInfo<Long> REDIRECT_TIME_T =
      EasyInfo.ofLong("REDIRECT_TIME_T", 6291511, 0L);

  /**
   * Where the redirect would lead when not followed.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_REDIRECT_URL.html">CURLINFO_REDIRECT_URL(3)</a>
   */
  public static final EasyInfo<String> REDIRECT_URL = EasyInfo.ofString("REDIRECT_URL", 1048607);

  /**
   * Referer header used last.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_REFERER.html">CURLINFO_REFERER(3)</a>
   */
  public static final EasyInfo<String> REFERER = EasyInfo.ofString("REFERER", 1048636);

  /**
   * Bytes of request headers sent, summed over all requests.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_REQUEST_SIZE.html">CURLINFO_REQUEST_SIZE(3)</a>
   */
  public static final EasyInfo<Long> REQUEST_SIZE = EasyInfo.ofLong("REQUEST_SIZE", 2097164, 0L);

  /**
   * Last HTTP or FTP status, 0 if none.
   *
   * <p>Protocols: HTTP,FTP,SMTP,LDAP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_RESPONSE_CODE.html">CURLINFO_RESPONSE_CODE(3)</a>
   */
  public static final EasyInfo<Long> RESPONSE_CODE = EasyInfo.ofLong("RESPONSE_CODE", 2097154, 0L);

  /**
   * Seconds told by Retry-After, 0 if none.
   *
   * <p>Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_RETRY_AFTER.html">CURLINFO_RETRY_AFTER(3)</a>
   */
  public static final EasyInfo<Long> RETRY_AFTER = EasyInfo.ofLong("RETRY_AFTER", 6291513, 0L);

  /**
   * Scheme of the transfer; compare without regard to case.
   *
   * <p>Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_SCHEME.html">CURLINFO_SCHEME(3)</a>
   */
  public static final EasyInfo<String> SCHEME = EasyInfo.ofString("SCHEME", 1048625);

  /**
   * Bytes given to the write callback, after decoding.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_SIZE_DELIVERED.html">CURLINFO_SIZE_DELIVERED(3)</a>
   */
  public static final EasyInfo<Long> SIZE_DELIVERED = EasyInfo.moving("SIZE_DELIVERED", 6291527);

  /**
   * Body bytes received, as on the wire.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_SIZE_DOWNLOAD_T.html">CURLINFO_SIZE_DOWNLOAD_T(3)</a>
   */
  public static final EasyInfo<Long> SIZE_DOWNLOAD_T = EasyInfo.moving("SIZE_DOWNLOAD_T", 6291464);

  /**
   * Body bytes sent.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_SIZE_UPLOAD_T.html">CURLINFO_SIZE_UPLOAD_T(3)</a>
   */
  public static final EasyInfo<Long> SIZE_UPLOAD_T = EasyInfo.moving("SIZE_UPLOAD_T", 6291463);

  /**
   * Mean download bytes per second.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_SPEED_DOWNLOAD_T.html">CURLINFO_SPEED_DOWNLOAD_T(3)</a>
   */
  public static final EasyInfo<Long> SPEED_DOWNLOAD_T =
      EasyInfo.moving("SPEED_DOWNLOAD_T", 6291465);

  /**
   * Mean upload bytes per second.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_SPEED_UPLOAD_T.html">CURLINFO_SPEED_UPLOAD_T(3)</a>
   */
  public static final EasyInfo<Long> SPEED_UPLOAD_T = EasyInfo.moving("SPEED_UPLOAD_T", 6291466);

  /**
   * Verification result of the server, 0 good.
   *
   * <p>Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_SSL_VERIFYRESULT.html">CURLINFO_SSL_VERIFYRESULT(3)</a>
   */
  public static final EasyInfo<Long> SSL_VERIFYRESULT =
      EasyInfo.ofLong("SSL_VERIFYRESULT", 2097165, 0L);

  /**
   * Same in microseconds.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_STARTTRANSFER_TIME_T.html">CURLINFO_STARTTRANSFER_TIME_T(3)</a>
   */
  public static final EasyInfo<Long> STARTTRANSFER_TIME_T =
      EasyInfo.ofLong("STARTTRANSFER_TIME_T", 6291510, 0L);

  /**
   * Old TLS library handle.
   *
   * <p>Protocols: TLS. Deprecated in libcurl 7.48.0.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_TLS_SESSION.html">CURLINFO_TLS_SESSION(3)</a>
   */
  public static final EasyInfo<Object> TLS_SESSION = EasyInfo.ofObject("TLS_SESSION", 4194347);

  /**
   * TLS library and its live session object.
   *
   * <p>Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_TLS_SSL_PTR.html">CURLINFO_TLS_SSL_PTR(3)</a>
   */
  public static final EasyInfo<Object> TLS_SSL_PTR = EasyInfo.ofObject("TLS_SSL_PTR", 4194349);

  /**
   * Same in microseconds.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_TOTAL_TIME_T.html">CURLINFO_TOTAL_TIME_T(3)</a>
   */
  public static final EasyInfo<Long> TOTAL_TIME_T = EasyInfo.moving("TOTAL_TIME_T", 6291506);

  /**
   * 1 if a proxy carried the transfer.
   *
   * <p>Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_USED_PROXY.html">CURLINFO_USED_PROXY(3)</a>
   */
  public static final EasyInfo<Long> USED_PROXY = EasyInfo.ofLong("USED_PROXY", 2097218, 0L);

  /**
   * Number of the transfer, unique in its pool; -1 before use.
   *
   * <p>Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_XFER_ID.html">CURLINFO_XFER_ID(3)</a>
   */
  public static final EasyInfo<Long> XFER_ID = EasyInfo.ofLong("XFER_ID", 6291519, -1L);

  /**
   * Seconds from start until the TLS handshake was done; 0 without TLS.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_APPCONNECT_TIME.html">CURLINFO_APPCONNECT_TIME(3)</a>
   */
  public static final EasyInfo<Double> APPCONNECT_TIME =
      EasyInfo.seconds("APPCONNECT_TIME", 3145761, APPCONNECT_TIME_T);

  /**
   * Seconds from start until TCP connect was complete.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_CONNECT_TIME.html">CURLINFO_CONNECT_TIME(3)</a>
   */
  public static final EasyInfo<Double> CONNECT_TIME =
      EasyInfo.seconds("CONNECT_TIME", 3145733, CONNECT_TIME_T);

  /**
   * Announced download size as double, -1 unknown.
   *
   * <p>Protocols: All. Deprecated in libcurl 7.55.0.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_CONTENT_LENGTH_DOWNLOAD.html">CURLINFO_CONTENT_LENGTH_DOWNLOAD(3)</a>
   */
  public static final EasyInfo<Double> CONTENT_LENGTH_DOWNLOAD =
      EasyInfo.asDouble("CONTENT_LENGTH_DOWNLOAD", 3145743, CONTENT_LENGTH_DOWNLOAD_T);

  /**
   * Announced upload size as double.
   *
   * <p>Protocols: All. Deprecated in libcurl 7.55.0.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_CONTENT_LENGTH_UPLOAD.html">CURLINFO_CONTENT_LENGTH_UPLOAD(3)</a>
   */
  public static final EasyInfo<Double> CONTENT_LENGTH_UPLOAD =
      EasyInfo.asDouble("CONTENT_LENGTH_UPLOAD", 3145744, CONTENT_LENGTH_UPLOAD_T);

  /**
   * Remote modification time, -1 unknown (32-bit issue).
   *
   * <p>Protocols: HTTP,FTP,SFTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_FILETIME.html">CURLINFO_FILETIME(3)</a>
   */
  public static final EasyInfo<Long> FILETIME = EasyInfo.sameAs("FILETIME", 2097166, FILETIME_T);

  /**
   * Seconds from start until the name was resolved.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_NAMELOOKUP_TIME.html">CURLINFO_NAMELOOKUP_TIME(3)</a>
   */
  public static final EasyInfo<Double> NAMELOOKUP_TIME =
      EasyInfo.seconds("NAMELOOKUP_TIME", 3145732, NAMELOOKUP_TIME_T);

  /**
   * Seconds until the transfer was about to begin.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_PRETRANSFER_TIME.html">CURLINFO_PRETRANSFER_TIME(3)</a>
   */
  public static final EasyInfo<Double> PRETRANSFER_TIME =
      EasyInfo.seconds("PRETRANSFER_TIME", 3145734, PRETRANSFER_TIME_T);

  /**
   * Seconds spent in all redirects before the last request.
   *
   * <p>Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_REDIRECT_TIME.html">CURLINFO_REDIRECT_TIME(3)</a>
   */
  public static final EasyInfo<Double> REDIRECT_TIME =
      EasyInfo.seconds("REDIRECT_TIME", 3145747, REDIRECT_TIME_T);

  /**
   * Bytes received as double.
   *
   * <p>Protocols: All. Deprecated in libcurl 7.55.0.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_SIZE_DOWNLOAD.html">CURLINFO_SIZE_DOWNLOAD(3)</a>
   */
  public static final EasyInfo<Double> SIZE_DOWNLOAD =
      EasyInfo.asDouble("SIZE_DOWNLOAD", 3145736, SIZE_DOWNLOAD_T);

  /**
   * Bytes sent as double.
   *
   * <p>Protocols: All. Deprecated in libcurl 7.55.0.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_SIZE_UPLOAD.html">CURLINFO_SIZE_UPLOAD(3)</a>
   */
  public static final EasyInfo<Double> SIZE_UPLOAD =
      EasyInfo.asDouble("SIZE_UPLOAD", 3145735, SIZE_UPLOAD_T);

  /**
   * Mean download speed as double.
   *
   * <p>Protocols: All. Deprecated in libcurl 7.55.0.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_SPEED_DOWNLOAD.html">CURLINFO_SPEED_DOWNLOAD(3)</a>
   */
  public static final EasyInfo<Double> SPEED_DOWNLOAD =
      EasyInfo.asDouble("SPEED_DOWNLOAD", 3145737, SPEED_DOWNLOAD_T);

  /**
   * Mean upload speed as double.
   *
   * <p>Protocols: All. Deprecated in libcurl 7.55.0.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_SPEED_UPLOAD.html">CURLINFO_SPEED_UPLOAD(3)</a>
   */
  public static final EasyInfo<Double> SPEED_UPLOAD =
      EasyInfo.asDouble("SPEED_UPLOAD", 3145738, SPEED_UPLOAD_T);

  /**
   * Seconds until the first response byte.
   *
   * <p>Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLINFO_STARTTRANSFER_TIME.html">CURLINFO_STARTTRANSFER_TIME(3)</a>
   */
  public static final EasyInfo<Double> STARTTRANSFER_TIME =
      EasyInfo.seconds("STARTTRANSFER_TIME", 3145745, STARTTRANSFER_TIME_T);

  /**
   * Seconds for the whole transfer.
   *
   * <p>Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_TOTAL_TIME.html">CURLINFO_TOTAL_TIME(3)</a>
   */
  public static final EasyInfo<Double> TOTAL_TIME =
      EasyInfo.seconds("TOTAL_TIME", 3145731, TOTAL_TIME_T);

  /**
   * Old name of RESPONSE_CODE.
   *
   * <p>Protocols: HTTP,FTP,SMTP,LDAP. Deprecated in libcurl 7.10.8.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLINFO_HTTP_CODE.html">CURLINFO_HTTP_CODE(3)</a>
   */
  public static final EasyInfo<Long> HTTP_CODE = EasyInfo.alias("HTTP_CODE", RESPONSE_CODE);

  private CurlInfo() {}
}
