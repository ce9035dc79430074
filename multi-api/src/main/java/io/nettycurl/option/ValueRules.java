package io.nettycurl.option;

import static io.nettycurl.CurlSymbols.CURLAUTH_BASIC;
import static io.nettycurl.CurlSymbols.CURLAUTH_DIGEST;
import static io.nettycurl.CurlSymbols.CURLAUTH_DIGEST_IE;
import static io.nettycurl.CurlSymbols.CURLAUTH_GSSAPI;
import static io.nettycurl.CurlSymbols.CURLAUTH_ONLY;
import static io.nettycurl.CurlSymbols.CURLPROXY_HTTP;
import static io.nettycurl.CurlSymbols.CURLPROXY_HTTPS3;
import static io.nettycurl.CurlSymbols.CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE;
import static io.nettycurl.CurlSymbols.CURL_HTTP_VERSION_NONE;
import static io.nettycurl.CurlSymbols.CURL_SSLVERSION_DEFAULT;
import static io.nettycurl.CurlSymbols.CURL_SSLVERSION_MAX_TLSv1_3;
import static io.nettycurl.CurlSymbols.CURL_SSLVERSION_SSLv2;
import static io.nettycurl.CurlSymbols.CURL_SSLVERSION_SSLv3;
import static io.nettycurl.CurlSymbols.CURL_SSLVERSION_TLSv1_3;

import io.nettycurl.CurlCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Any thread; no state. What an option refuses, with libcurl's codes, and what it turns a value
 * into without a word. Null passes every rule: it puts the default back.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
 */
final class ValueRules {
  /** libcurl takes no input longer than this. */
  static final int MAX_BYTES = 8_000_000;

  private static final int MAX_INTERFACE = 512;
  private static final long SSL_VERSION = 0xFFFF;
  private static final long SSL_HIGHEST = 0xFFFF0000L;

  private ValueRules() {}

  private static CurlCode okIf(boolean good) {
    return good ? CurlCode.OK : CurlCode.BAD_FUNCTION_ARGUMENT;
  }

  static Function<Long, CurlCode> atLeast(long min) {
    return value -> okIf(value == null || value >= min);
  }

  static CurlCode notZero(Long value) {
    return okIf(value == null || value != 0);
  }

  static Function<Long, CurlCode> between(long min, long max) {
    return value -> okIf(value == null || (value >= min && value <= max));
  }

  static UnaryOperator<Long> clamp(long min, long max) {
    return value -> Math.max(min, Math.min(max, value));
  }

  static UnaryOperator<Long> mask(long bits) {
    return value -> value & bits;
  }

  /** Where 0 means libcurl's own value. */
  static UnaryOperator<Long> zeroMeans(long number) {
    return value -> value == 0 ? number : value;
  }

  /** A string ends at a NUL in C, so that one with a NUL inside is not what the caller means. */
  static CurlCode text(String value) {
    return okIf(value == null || (value.indexOf('\0') < 0 && !isTooLong(value)));
  }

  private static boolean isTooLong(String value) {
    return value.length() > MAX_BYTES
        || (value.length() > MAX_BYTES / 3
            && value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES);
  }

  static CurlCode list(List<String> value) {
    return okIf(value == null || value.stream().allMatch(item -> item != null && isText(item)));
  }

  private static boolean isText(String item) {
    return text(item) == CurlCode.OK;
  }

  static CurlCode blob(byte[] value) {
    return okIf(value == null || (value.length > 0 && value.length <= MAX_BYTES));
  }

  /** {@code if!NAME}, {@code host!NAME}, {@code ifhost!NAME!HOST}, or any name. */
  static CurlCode networkInterface(String value) {
    if (value == null) {
      return CurlCode.OK;
    }
    String name = value;
    if (value.startsWith("ifhost!")) {
      int mark = value.indexOf('!', "ifhost!".length());
      name = mark < 0 ? "" : value.substring(mark + 1);
    } else if (value.startsWith("if!") || value.startsWith("host!")) {
      name = value.substring(value.indexOf('!') + 1);
    }
    return okIf(!name.isEmpty() && value.length() <= MAX_INTERFACE);
  }

  /** One bit of a scheme at least, or none at all. */
  static CurlCode auth(Long value) {
    boolean some = value == null || value == 0 || (value & (CURLAUTH_ONLY - 1)) != 0;
    return some ? CurlCode.OK : CurlCode.NOT_BUILT_IN;
  }

  /** Digest as old browsers did it is Digest. */
  static Long authBits(Long value) {
    boolean old = (value & CURLAUTH_DIGEST_IE) != 0;
    return old ? (value & ~CURLAUTH_DIGEST_IE) | CURLAUTH_DIGEST : value;
  }

  static CurlCode socksAuth(Long value) {
    boolean known = value == null || (value & ~(CURLAUTH_BASIC | CURLAUTH_GSSAPI)) == 0;
    return known ? CurlCode.OK : CurlCode.NOT_BUILT_IN;
  }

  static CurlCode proxyType(Long value) {
    if (value != null && value == CURLPROXY_HTTPS3) {
      return CurlCode.NOT_BUILT_IN;
    }
    return okIf(value == null || (value >= CURLPROXY_HTTP && value <= CURLPROXY_HTTPS3));
  }

  static CurlCode httpVersion(Long value) {
    if (value == null) {
      return CurlCode.OK;
    }
    if (value > CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE) {
      return CurlCode.UNSUPPORTED_PROTOCOL;
    }
    return okIf(value >= CURL_HTTP_VERSION_NONE);
  }

  /** The lowest version in the lower half, the highest in the upper half. */
  static CurlCode sslVersion(Long value) {
    if (value == null) {
      return CurlCode.OK;
    }
    long lowest = value & SSL_VERSION;
    long highest = value & SSL_HIGHEST;
    boolean known =
        lowest >= CURL_SSLVERSION_DEFAULT
            && lowest <= CURL_SSLVERSION_TLSv1_3
            && lowest != CURL_SSLVERSION_SSLv2
            && lowest != CURL_SSLVERSION_SSLv3;
    return okIf(known && highest <= CURL_SSLVERSION_MAX_TLSv1_3);
  }
}
