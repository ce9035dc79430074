package io.nettycurl;

/**
 * Result of a call on a multi handle (CURLMcode).
 *
 * <p>Names are libcurl's after the CURLM_ prefix, numbers are the same.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-errors.html">libcurl-errors(3)</a>
 */
public enum CurlMultiCode {
  /** Historic call-again signal, never returned since 7.20.0. libcurl: CURLM_CALL_MULTI_PERFORM. */
  CALL_MULTI_PERFORM(-1, "Historic call-again signal, never returned since 7.20.0"),
  /** Success. libcurl: CURLM_OK. */
  OK(0, "Success"),
  /** Not a multi handle. libcurl: CURLM_BAD_HANDLE. */
  BAD_HANDLE(1, "Not a multi handle"),
  /** Not an easy handle, or part of another multi. libcurl: CURLM_BAD_EASY_HANDLE. */
  BAD_EASY_HANDLE(2, "Not an easy handle, or part of another multi"),
  /** Allocation failed. libcurl: CURLM_OUT_OF_MEMORY. */
  OUT_OF_MEMORY(3, "Allocation failed"),
  /** Library bug. libcurl: CURLM_INTERNAL_ERROR. */
  INTERNAL_ERROR(4, "Library bug"),
  /** Socket not known to this multi. libcurl: CURLM_BAD_SOCKET. */
  BAD_SOCKET(5, "Socket not known to this multi"),
  /** Option not known. libcurl: CURLM_UNKNOWN_OPTION. */
  UNKNOWN_OPTION(6, "Option not known"),
  /** Easy handle is in a multi already. libcurl: CURLM_ADDED_ALREADY. */
  ADDED_ALREADY(7, "Easy handle is in a multi already"),
  /** Called from within a callback. libcurl: CURLM_RECURSIVE_API_CALL. */
  RECURSIVE_API_CALL(8, "Called from within a callback"),
  /** Wakeup channel missing or broken. libcurl: CURLM_WAKEUP_FAILURE. */
  WAKEUP_FAILURE(9, "Wakeup channel missing or broken"),
  /** Bad argument. libcurl: CURLM_BAD_FUNCTION_ARGUMENT. */
  BAD_FUNCTION_ARGUMENT(10, "Bad argument"),
  /** Socket or timer callback returned -1. libcurl: CURLM_ABORTED_BY_CALLBACK. */
  ABORTED_BY_CALLBACK(11, "Socket or timer callback returned -1"),
  /** poll/select broke. libcurl: CURLM_UNRECOVERABLE_POLL. */
  UNRECOVERABLE_POLL(12, "poll/select broke");

  /** Old name of CALL_MULTI_PERFORM. */
  public static final CurlMultiCode CALL_MULTI_SOCKET = CALL_MULTI_PERFORM;

  private static final CurlMultiCode[] VALUES = values();

  private final int number;
  private final String text;

  CurlMultiCode(int number, String text) {
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
  public static CurlMultiCode of(int number) {
    for (CurlMultiCode code : VALUES) {
      if (code.number == number) {
        return code;
      }
    }
    return null;
  }
}
