package io.nettycurl;

/**
 * Result of a call on a URL handle (CURLUcode).
 *
 * <p>Names are libcurl's after the CURLUE_ prefix, numbers are the same.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-errors.html">libcurl-errors(3)</a>
 */
public enum CurlUrlCode {
  /** Success. libcurl: CURLUE_OK. */
  OK(0, "Success"),
  /** Null URL handle. libcurl: CURLUE_BAD_HANDLE. */
  BAD_HANDLE(1, "Null URL handle"),
  /** Null part pointer. libcurl: CURLUE_BAD_PARTPOINTER. */
  BAD_PARTPOINTER(2, "Null part pointer"),
  /** Input cannot be a URL or part. libcurl: CURLUE_MALFORMED_INPUT. */
  MALFORMED_INPUT(3, "Input cannot be a URL or part"),
  /** Port not 0-65535. libcurl: CURLUE_BAD_PORT_NUMBER. */
  BAD_PORT_NUMBER(4, "Port not 0-65535"),
  /** Scheme not supported. libcurl: CURLUE_UNSUPPORTED_SCHEME. */
  UNSUPPORTED_SCHEME(5, "Scheme not supported"),
  /** Cannot percent-decode (control bytes). libcurl: CURLUE_URLDECODE. */
  URLDECODE(6, "Cannot percent-decode (control bytes)"),
  /** Allocation failed. libcurl: CURLUE_OUT_OF_MEMORY. */
  OUT_OF_MEMORY(7, "Allocation failed"),
  /** User name present but forbidden. libcurl: CURLUE_USER_NOT_ALLOWED. */
  USER_NOT_ALLOWED(8, "User name present but forbidden"),
  /** Part id not known. libcurl: CURLUE_UNKNOWN_PART. */
  UNKNOWN_PART(9, "Part id not known"),
  /** No scheme. libcurl: CURLUE_NO_SCHEME. */
  NO_SCHEME(10, "No scheme"),
  /** No user. libcurl: CURLUE_NO_USER. */
  NO_USER(11, "No user"),
  /** No password. libcurl: CURLUE_NO_PASSWORD. */
  NO_PASSWORD(12, "No password"),
  /** No login options. libcurl: CURLUE_NO_OPTIONS. */
  NO_OPTIONS(13, "No login options"),
  /** No host. libcurl: CURLUE_NO_HOST. */
  NO_HOST(14, "No host"),
  /** No port. libcurl: CURLUE_NO_PORT. */
  NO_PORT(15, "No port"),
  /** No query. libcurl: CURLUE_NO_QUERY. */
  NO_QUERY(16, "No query"),
  /** No fragment. libcurl: CURLUE_NO_FRAGMENT. */
  NO_FRAGMENT(17, "No fragment"),
  /** No IPv6 zone. libcurl: CURLUE_NO_ZONEID. */
  NO_ZONEID(18, "No IPv6 zone"),
  /** file URL not acceptable. libcurl: CURLUE_BAD_FILE_URL. */
  BAD_FILE_URL(19, "file URL not acceptable"),
  /** Bad fragment. libcurl: CURLUE_BAD_FRAGMENT. */
  BAD_FRAGMENT(20, "Bad fragment"),
  /** Bad host name. libcurl: CURLUE_BAD_HOSTNAME. */
  BAD_HOSTNAME(21, "Bad host name"),
  /** Bad IPv6 literal. libcurl: CURLUE_BAD_IPV6. */
  BAD_IPV6(22, "Bad IPv6 literal"),
  /** Bad credentials part. libcurl: CURLUE_BAD_LOGIN. */
  BAD_LOGIN(23, "Bad credentials part"),
  /** Bad password. libcurl: CURLUE_BAD_PASSWORD. */
  BAD_PASSWORD(24, "Bad password"),
  /** Bad path. libcurl: CURLUE_BAD_PATH. */
  BAD_PATH(25, "Bad path"),
  /** Bad query. libcurl: CURLUE_BAD_QUERY. */
  BAD_QUERY(26, "Bad query"),
  /** Bad scheme. libcurl: CURLUE_BAD_SCHEME. */
  BAD_SCHEME(27, "Bad scheme"),
  /** Wrong number of slashes (more than three). libcurl: CURLUE_BAD_SLASHES. */
  BAD_SLASHES(28, "Wrong number of slashes (more than three)"),
  /** Bad user name. libcurl: CURLUE_BAD_USER. */
  BAD_USER(29, "Bad user name"),
  /** IDN conversion not available. libcurl: CURLUE_LACKS_IDN. */
  LACKS_IDN(30, "IDN conversion not available"),
  /** Part over the size cap. libcurl: CURLUE_TOO_LARGE. */
  TOO_LARGE(31, "Part over the size cap"),
  /** Backslash where a slash belongs. libcurl: CURLUE_BACKSLASH. */
  BACKSLASH(32, "Backslash where a slash belongs");

  private static final CurlUrlCode[] VALUES = values();

  private final int number;
  private final String text;

  CurlUrlCode(int number, String text) {
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
  public static CurlUrlCode of(int number) {
    for (CurlUrlCode code : VALUES) {
      if (code.number == number) {
        return code;
      }
    }
    return null;
  }
}
