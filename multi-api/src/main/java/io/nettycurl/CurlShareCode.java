package io.nettycurl;

/**
 * Result of a call on a share handle (CURLSHcode).
 *
 * <p>Names are libcurl's after the CURLSHE_ prefix, numbers are the same.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-errors.html">libcurl-errors(3)</a>
 */
public enum CurlShareCode {
  /** Success. libcurl: CURLSHE_OK. */
  OK(0, "Success"),
  /** Option not known. libcurl: CURLSHE_BAD_OPTION. */
  BAD_OPTION(1, "Option not known"),
  /** Share is attached to some handle. libcurl: CURLSHE_IN_USE. */
  IN_USE(2, "Share is attached to some handle"),
  /** Not a share handle. libcurl: CURLSHE_INVALID. */
  INVALID(3, "Not a share handle"),
  /** Allocation failed. libcurl: CURLSHE_NOMEM. */
  NOMEM(4, "Allocation failed"),
  /** This kind of sharing is not compiled in. libcurl: CURLSHE_NOT_BUILT_IN. */
  NOT_BUILT_IN(5, "This kind of sharing is not compiled in");

  private static final CurlShareCode[] VALUES = values();

  private final int number;
  private final String text;

  CurlShareCode(int number, String text) {
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
  public static CurlShareCode of(int number) {
    for (CurlShareCode code : VALUES) {
      if (code.number == number) {
        return code;
      }
    }
    return null;
  }
}
