package io.nettycurl;

/**
 * Detail of a failed proxy handshake (CURLproxycode), read with CURLINFO_PROXY_ERROR.
 *
 * <p>Names are libcurl's after the CURLPX_ prefix, numbers are the same.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLINFO_PROXY_ERROR.html">CURLINFO_PROXY_ERROR(3)</a>
 */
public enum CurlProxyCode {
  /** No proxy error. libcurl: CURLPX_OK. */
  OK(0, "No proxy error"),
  /** Address type in reply not known. libcurl: CURLPX_BAD_ADDRESS_TYPE. */
  BAD_ADDRESS_TYPE(1, "Address type in reply not known"),
  /** Reply has the wrong SOCKS version. libcurl: CURLPX_BAD_VERSION. */
  BAD_VERSION(2, "Reply has the wrong SOCKS version"),
  /** Proxy closed the connection. libcurl: CURLPX_CLOSED. */
  CLOSED(3, "Proxy closed the connection"),
  /** GSS-API failure. libcurl: CURLPX_GSSAPI. */
  GSSAPI(4, "GSS-API failure"),
  /** GSS-API per-message failure. libcurl: CURLPX_GSSAPI_PERMSG. */
  GSSAPI_PERMSG(5, "GSS-API per-message failure"),
  /** GSS-API protection level failure. libcurl: CURLPX_GSSAPI_PROTECTION. */
  GSSAPI_PROTECTION(6, "GSS-API protection level failure"),
  /** SOCKS4: identd unreachable. libcurl: CURLPX_IDENTD. */
  IDENTD(7, "SOCKS4: identd unreachable"),
  /** SOCKS4: identd user differs. libcurl: CURLPX_IDENTD_DIFFER. */
  IDENTD_DIFFER(8, "SOCKS4: identd user differs"),
  /** Host name over 255 bytes. libcurl: CURLPX_LONG_HOSTNAME. */
  LONG_HOSTNAME(9, "Host name over 255 bytes"),
  /** Password over 255 bytes. libcurl: CURLPX_LONG_PASSWD. */
  LONG_PASSWD(10, "Password over 255 bytes"),
  /** User name over 255 bytes. libcurl: CURLPX_LONG_USER. */
  LONG_USER(11, "User name over 255 bytes"),
  /** No acceptable auth method. libcurl: CURLPX_NO_AUTH. */
  NO_AUTH(12, "No acceptable auth method"),
  /** Reading the address failed. libcurl: CURLPX_RECV_ADDRESS. */
  RECV_ADDRESS(13, "Reading the address failed"),
  /** Reading the auth reply failed. libcurl: CURLPX_RECV_AUTH. */
  RECV_AUTH(14, "Reading the auth reply failed"),
  /** Reading the connect reply failed. libcurl: CURLPX_RECV_CONNECT. */
  RECV_CONNECT(15, "Reading the connect reply failed"),
  /** Reading the request reply failed. libcurl: CURLPX_RECV_REQACK. */
  RECV_REQACK(16, "Reading the request reply failed"),
  /** Proxy: address type unsupported. libcurl: CURLPX_REPLY_ADDRESS_TYPE_NOT_SUPPORTED. */
  REPLY_ADDRESS_TYPE_NOT_SUPPORTED(17, "Proxy: address type unsupported"),
  /** Proxy: command unsupported. libcurl: CURLPX_REPLY_COMMAND_NOT_SUPPORTED. */
  REPLY_COMMAND_NOT_SUPPORTED(18, "Proxy: command unsupported"),
  /** Proxy: target refused. libcurl: CURLPX_REPLY_CONNECTION_REFUSED. */
  REPLY_CONNECTION_REFUSED(19, "Proxy: target refused"),
  /** Proxy: general failure. libcurl: CURLPX_REPLY_GENERAL_SERVER_FAILURE. */
  REPLY_GENERAL_SERVER_FAILURE(20, "Proxy: general failure"),
  /** Proxy: host unreachable. libcurl: CURLPX_REPLY_HOST_UNREACHABLE. */
  REPLY_HOST_UNREACHABLE(21, "Proxy: host unreachable"),
  /** Proxy: network unreachable. libcurl: CURLPX_REPLY_NETWORK_UNREACHABLE. */
  REPLY_NETWORK_UNREACHABLE(22, "Proxy: network unreachable"),
  /** Proxy: not allowed by rules. libcurl: CURLPX_REPLY_NOT_ALLOWED. */
  REPLY_NOT_ALLOWED(23, "Proxy: not allowed by rules"),
  /** Proxy: TTL expired. libcurl: CURLPX_REPLY_TTL_EXPIRED. */
  REPLY_TTL_EXPIRED(24, "Proxy: TTL expired"),
  /** Proxy: unassigned code. libcurl: CURLPX_REPLY_UNASSIGNED. */
  REPLY_UNASSIGNED(25, "Proxy: unassigned code"),
  /** Request refused. libcurl: CURLPX_REQUEST_FAILED. */
  REQUEST_FAILED(26, "Request refused"),
  /** Target name did not resolve. libcurl: CURLPX_RESOLVE_HOST. */
  RESOLVE_HOST(27, "Target name did not resolve"),
  /** Sending auth failed. libcurl: CURLPX_SEND_AUTH. */
  SEND_AUTH(28, "Sending auth failed"),
  /** Sending connect failed. libcurl: CURLPX_SEND_CONNECT. */
  SEND_CONNECT(29, "Sending connect failed"),
  /** Sending request failed. libcurl: CURLPX_SEND_REQUEST. */
  SEND_REQUEST(30, "Sending request failed"),
  /** Unlisted failure. libcurl: CURLPX_UNKNOWN_FAIL. */
  UNKNOWN_FAIL(31, "Unlisted failure"),
  /** Unlisted auth mode. libcurl: CURLPX_UNKNOWN_MODE. */
  UNKNOWN_MODE(32, "Unlisted auth mode"),
  /** Proxy refused the credentials. libcurl: CURLPX_USER_REJECTED. */
  USER_REJECTED(33, "Proxy refused the credentials");

  private static final CurlProxyCode[] VALUES = values();

  private final int number;
  private final String text;

  CurlProxyCode(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** libcurl's number of this code. */
  public int number() {
    return number;
  }

  /** A short text for people; libcurl's strerror function in our own words. */
  public String strerror() {
    return text;
  }

  /**
   * The code with a given number.
   *
   * @param number libcurl's number
   * @return the code, or null if there is none
   */
  public static CurlProxyCode of(int number) {
    for (CurlProxyCode code : VALUES) {
      if (code.number == number) {
        return code;
      }
    }
    return null;
  }
}
