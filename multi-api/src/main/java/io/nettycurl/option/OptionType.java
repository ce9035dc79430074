package io.nettycurl.option;

/**
 * What kind of value an option takes (curl_easytype); ordinals are libcurl's CURLOT_* numbers.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_option_by_name.html">curl_easyoption</a>
 */
public enum OptionType {
  /** A number or a switch. */
  LONG,
  /** A number out of a defined set, or a bit mask. */
  VALUES,
  /** A 64-bit size or offset. */
  OFF_T,
  /** An object of a given type. */
  OBJECT,
  /** A string, copied. */
  STRING,
  /** A list of strings, copied. */
  SLIST,
  /** A user object handed to a callback. */
  CBPTR,
  /** Bytes. */
  BLOB,
  /** A callback. */
  FUNCTION
}
