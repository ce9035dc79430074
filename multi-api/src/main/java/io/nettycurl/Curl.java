package io.nettycurl;

import io.nettycurl.spi.Ascii;
import io.nettycurl.spi.EngineProvider;
import io.nettycurl.spi.Engines;
import io.nettycurl.url.PercentCoding;
import java.util.List;

/**
 * Any thread; no state. libcurl's functions that belong to no handle.
 *
 * @see <a href="https://curl.se/libcurl/c/">libcurl</a>
 */
public final class Curl {
  private Curl() {}

  /**
   * Does nothing: everything there is to set up belongs to a handle and is made when it is first
   * needed, so there is nothing to forget either.
   *
   * @param flags {@code CURL_GLOBAL_*} bits, of no meaning
   * @return OK
   * @see <a href="https://curl.se/libcurl/c/curl_global_init.html">curl_global_init(3)</a>
   */
  public static CurlCode globalInit(long flags) {
    return CurlCode.OK;
  }

  /**
   * Does nothing: handles are closed one by one, and nothing is left behind them.
   *
   * @see <a href="https://curl.se/libcurl/c/curl_global_cleanup.html">curl_global_cleanup(3)</a>
   */
  public static void globalCleanup() {}

  /**
   * Names and versions of this library and of those it stands on, in one line.
   *
   * @return for people, not for programs
   * @see <a href="https://curl.se/libcurl/c/curl_version.html">curl_version(3)</a>
   */
  public static String version() {
    CurlVersionInfo info = versionInfo();
    StringBuilder line = new StringBuilder("libcurl/").append(info.version());
    if (!info.engine().isEmpty()) {
      line.append(' ').append(info.engine());
    }
    for (String library : info.libraries()) {
      line.append(' ').append(library);
    }
    return line.toString();
  }

  /**
   * What is built in.
   *
   * @return as the engine says; without an engine, the version and nothing else
   * @see <a href="https://curl.se/libcurl/c/curl_version_info.html">curl_version_info(3)</a>
   */
  public static CurlVersionInfo versionInfo() {
    EngineProvider provider = Engines.provider();
    return provider == null
        ? new CurlVersionInfo(CurlSymbols.LIBCURL_VERSION, "", List.of(), List.of(), List.of())
        : provider.versionInfo();
  }

  /**
   * Percent-encodes all but letters, digits and {@code - . _ ~}.
   *
   * @param text what to encode, in UTF-8
   * @return the encoded text; null for null
   * @see <a href="https://curl.se/libcurl/c/curl_easy_escape.html">curl_easy_escape(3)</a>
   */
  public static String easyEscape(String text) {
    return text == null ? null : PercentCoding.encode(text);
  }

  /**
   * Percent-encodes all but letters, digits and {@code - . _ ~}.
   *
   * @param bytes what to encode
   * @return the encoded text; null for null
   * @see <a href="https://curl.se/libcurl/c/curl_easy_escape.html">curl_easy_escape(3)</a>
   */
  public static String easyEscape(byte[] bytes) {
    return bytes == null ? null : PercentCoding.encode(bytes);
  }

  /**
   * Decodes what is percent-encoded; a percent sign without two hexadecimal digits stays.
   *
   * @param text what to decode
   * @return the bytes; null for null
   * @see <a href="https://curl.se/libcurl/c/curl_easy_unescape.html">curl_easy_unescape(3)</a>
   */
  public static byte[] easyUnescape(String text) {
    return text == null ? null : PercentCoding.decode(text);
  }

  /**
   * The old name of {@link #easyEscape(String)}.
   *
   * @param text what to encode, in UTF-8
   * @return the encoded text; null for null
   * @see <a href="https://curl.se/libcurl/c/curl_escape.html">curl_escape(3)</a>
   */
  public static String escape(String text) {
    return easyEscape(text);
  }

  /**
   * The old name of {@link #easyUnescape}.
   *
   * @param text what to decode
   * @return the bytes; null for null
   * @see <a href="https://curl.se/libcurl/c/curl_unescape.html">curl_unescape(3)</a>
   */
  public static byte[] unescape(String text) {
    return easyUnescape(text);
  }

  /**
   * Reads a date in any of the ways that servers write it: {@code Sun, 06 Nov 1994 08:49:37 GMT},
   * {@code 06-Nov-94 08:49}, {@code Nov 6 08:49:37 1994}, {@code 20040912 15:05:58 -0700}. Without
   * a time it is midnight, without a zone it is UTC; years begin with 1583.
   *
   * @param text the date
   * @return seconds since 1970, UTC; -1 if it is no date
   * @see <a href="https://curl.se/libcurl/c/curl_getdate.html">curl_getdate(3)</a>
   */
  public static long getDate(String text) {
    return new DateReader(text).read();
  }

  /**
   * Whether two texts are the same but for the case of ASCII letters.
   *
   * @param a one; may be null
   * @param b the other; may be null
   * @return true also if both are null
   * @see <a href="https://curl.se/libcurl/c/curl_strequal.html">curl_strequal(3)</a>
   */
  public static boolean strEqual(String a, String b) {
    return Ascii.equalsIgnoreCase(a, b);
  }

  /**
   * Whether two texts begin the same but for the case of ASCII letters.
   *
   * @param a one; may be null
   * @param b the other; may be null
   * @param max how many characters to compare
   * @return true also if both are null, unless max is 0
   * @see <a href="https://curl.se/libcurl/c/curl_strnequal.html">curl_strnequal(3)</a>
   */
  public static boolean strNEqual(String a, String b, int max) {
    if (a == null || b == null) {
      return a == null && b == null && max != 0;
    }
    return Ascii.equalsIgnoreCase(
        a.substring(0, Math.min(max, a.length())), b.substring(0, Math.min(max, b.length())));
  }
}
