package io.nettycurl;

/**
 * Result of a call of the header interface (CURLHcode).
 *
 * <p>Names are libcurl's after the CURLHE_ prefix, numbers are the same.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-errors.html">libcurl-errors(3)</a>
 */
public enum CurlHeaderCode {
  /** Success. libcurl: CURLHE_OK. */
  OK(0, "Success"),
  /** Header exists but has fewer instances. libcurl: CURLHE_BADINDEX. */
  BADINDEX(1, "Header exists but has fewer instances"),
  /** No header of that name. libcurl: CURLHE_MISSING. */
  MISSING(2, "No header of that name"),
  /** No headers recorded. libcurl: CURLHE_NOHEADERS. */
  NOHEADERS(3, "No headers recorded"),
  /** No such request number. libcurl: CURLHE_NOREQUEST. */
  NOREQUEST(4, "No such request number"),
  /** Allocation failed. libcurl: CURLHE_OUT_OF_MEMORY. */
  OUT_OF_MEMORY(5, "Allocation failed"),
  /** Bad argument. libcurl: CURLHE_BAD_ARGUMENT. */
  BAD_ARGUMENT(6, "Bad argument"),
  /** Header API not compiled in. libcurl: CURLHE_NOT_BUILT_IN. */
  NOT_BUILT_IN(7, "Header API not compiled in");

  private static final CurlHeaderCode[] VALUES = values();

  private final int number;
  private final String text;

  CurlHeaderCode(int number, String text) {
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
  public static CurlHeaderCode of(int number) {
    for (CurlHeaderCode code : VALUES) {
      if (code.number == number) {
        return code;
      }
    }
    return null;
  }
}
