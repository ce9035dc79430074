package io.nettycurl.examples.curl.source;

import io.nettycurl.CurlSymbols;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Immutable. The names that C programs write for the values of options. */
final class ValueNames {
  /** The lower half of a TLS version option is the minimum, the upper half the maximum. */
  private static final long MIN_VERSION = 0xFFFF;

  /** A name and what it stands for. */
  record Named(String name, long value) {}

  private static final List<Named> AUTH =
      List.of(
          new Named("CURLAUTH_ANY", CurlSymbols.CURLAUTH_ANY),
          new Named("CURLAUTH_ANYSAFE", CurlSymbols.CURLAUTH_ANYSAFE),
          new Named("CURLAUTH_BASIC", CurlSymbols.CURLAUTH_BASIC),
          new Named("CURLAUTH_DIGEST", CurlSymbols.CURLAUTH_DIGEST),
          new Named("CURLAUTH_GSSNEGOTIATE", CurlSymbols.CURLAUTH_GSSNEGOTIATE),
          new Named("CURLAUTH_NTLM", CurlSymbols.CURLAUTH_NTLM),
          new Named("CURLAUTH_DIGEST_IE", CurlSymbols.CURLAUTH_DIGEST_IE),
          new Named("CURLAUTH_ONLY", CurlSymbols.CURLAUTH_ONLY));
  private static final List<Named> TLS =
      List.of(
          new Named("CURLSSLOPT_ALLOW_BEAST", CurlSymbols.CURLSSLOPT_ALLOW_BEAST),
          new Named("CURLSSLOPT_NO_REVOKE", CurlSymbols.CURLSSLOPT_NO_REVOKE),
          new Named("CURLSSLOPT_NO_PARTIALCHAIN", CurlSymbols.CURLSSLOPT_NO_PARTIALCHAIN),
          new Named("CURLSSLOPT_REVOKE_BEST_EFFORT", CurlSymbols.CURLSSLOPT_REVOKE_BEST_EFFORT),
          new Named("CURLSSLOPT_NATIVE_CA", CurlSymbols.CURLSSLOPT_NATIVE_CA),
          new Named("CURLSSLOPT_AUTO_CLIENT_CERT", CurlSymbols.CURLSSLOPT_AUTO_CLIENT_CERT));
  private static final Map<EasyOption<?>, List<Named>> BITS =
      Map.of(
          CurlOpt.HTTPAUTH, AUTH,
          CurlOpt.PROXYAUTH, AUTH,
          CurlOpt.SOCKS5_AUTH, AUTH,
          CurlOpt.SSL_OPTIONS, TLS,
          CurlOpt.PROXY_SSL_OPTIONS, TLS);
  private static final List<Named> VERSIONS =
      List.of(
          new Named("CURL_SSLVERSION_DEFAULT", CurlSymbols.CURL_SSLVERSION_DEFAULT),
          new Named("CURL_SSLVERSION_TLSv1", CurlSymbols.CURL_SSLVERSION_TLSv1),
          new Named("CURL_SSLVERSION_TLSv1_0", CurlSymbols.CURL_SSLVERSION_TLSv1_0),
          new Named("CURL_SSLVERSION_TLSv1_1", CurlSymbols.CURL_SSLVERSION_TLSv1_1),
          new Named("CURL_SSLVERSION_TLSv1_2", CurlSymbols.CURL_SSLVERSION_TLSv1_2),
          new Named("CURL_SSLVERSION_TLSv1_3", CurlSymbols.CURL_SSLVERSION_TLSv1_3));
  private static final List<Named> MAX_VERSIONS =
      List.of(
          new Named("CURL_SSLVERSION_MAX_DEFAULT", CurlSymbols.CURL_SSLVERSION_MAX_DEFAULT),
          new Named("CURL_SSLVERSION_MAX_TLSv1_0", CurlSymbols.CURL_SSLVERSION_MAX_TLSv1_0),
          new Named("CURL_SSLVERSION_MAX_TLSv1_1", CurlSymbols.CURL_SSLVERSION_MAX_TLSv1_1),
          new Named("CURL_SSLVERSION_MAX_TLSv1_2", CurlSymbols.CURL_SSLVERSION_MAX_TLSv1_2),
          new Named("CURL_SSLVERSION_MAX_TLSv1_3", CurlSymbols.CURL_SSLVERSION_MAX_TLSv1_3));
  private static final Map<EasyOption<?>, List<Named>> CHOICES =
      Map.of(
          CurlOpt.PROXYTYPE,
          List.of(
              new Named("CURLPROXY_HTTP_1_0", CurlSymbols.CURLPROXY_HTTP_1_0),
              new Named("CURLPROXY_HTTPS", CurlSymbols.CURLPROXY_HTTPS),
              new Named("CURLPROXY_SOCKS4", CurlSymbols.CURLPROXY_SOCKS4),
              new Named("CURLPROXY_SOCKS5", CurlSymbols.CURLPROXY_SOCKS5),
              new Named("CURLPROXY_SOCKS4A", CurlSymbols.CURLPROXY_SOCKS4A),
              new Named("CURLPROXY_SOCKS5_HOSTNAME", CurlSymbols.CURLPROXY_SOCKS5_HOSTNAME)),
          CurlOpt.HTTP_VERSION,
          List.of(
              new Named("CURL_HTTP_VERSION_1_0", CurlSymbols.CURL_HTTP_VERSION_1_0),
              new Named("CURL_HTTP_VERSION_1_1", CurlSymbols.CURL_HTTP_VERSION_1_1),
              new Named("CURL_HTTP_VERSION_2_0", CurlSymbols.CURL_HTTP_VERSION_2_0),
              new Named("CURL_HTTP_VERSION_2TLS", CurlSymbols.CURL_HTTP_VERSION_2TLS),
              new Named("CURL_HTTP_VERSION_3", CurlSymbols.CURL_HTTP_VERSION_3),
              new Named("CURL_HTTP_VERSION_3ONLY", CurlSymbols.CURL_HTTP_VERSION_3ONLY)),
          CurlOpt.TIMECONDITION,
          List.of(
              new Named("CURL_TIMECOND_IFMODSINCE", CurlSymbols.CURL_TIMECOND_IFMODSINCE),
              new Named("CURL_TIMECOND_IFUNMODSINCE", CurlSymbols.CURL_TIMECOND_IFUNMODSINCE),
              new Named("CURL_TIMECOND_LASTMOD", CurlSymbols.CURL_TIMECOND_LASTMOD)),
          CurlOpt.FTP_SSL_CCC,
          List.of(
              new Named("CURLFTPSSL_CCC_PASSIVE", CurlSymbols.CURLFTPSSL_CCC_PASSIVE),
              new Named("CURLFTPSSL_CCC_ACTIVE", CurlSymbols.CURLFTPSSL_CCC_ACTIVE)),
          CurlOpt.USE_SSL,
          List.of(
              new Named("CURLUSESSL_TRY", CurlSymbols.CURLUSESSL_TRY),
              new Named("CURLUSESSL_CONTROL", CurlSymbols.CURLUSESSL_CONTROL),
              new Named("CURLUSESSL_ALL", CurlSymbols.CURLUSESSL_ALL)),
          CurlOpt.NETRC,
          List.of(
              new Named("CURL_NETRC_OPTIONAL", CurlSymbols.CURL_NETRC_OPTIONAL),
              new Named("CURL_NETRC_REQUIRED", CurlSymbols.CURL_NETRC_REQUIRED)));
  private static final Set<EasyOption<?>> ON_BY_DEFAULT =
      Set.of(
          CurlOpt.SSL_VERIFYPEER,
          CurlOpt.SSL_VERIFYHOST,
          CurlOpt.SSL_ENABLE_ALPN,
          CurlOpt.TCP_NODELAY,
          CurlOpt.PROXY_SSL_VERIFYPEER,
          CurlOpt.PROXY_SSL_VERIFYHOST);

  private ValueNames() {}

  /** Whether the value is made of bits. */
  static boolean isMask(EasyOption<?> option) {
    return BITS.containsKey(option);
  }

  /** The bits, those of several first. */
  static List<Named> bitsOf(EasyOption<?> option) {
    return BITS.get(option);
  }

  /** What need not be written. */
  static long defaultOf(EasyOption<?> option) {
    return ON_BY_DEFAULT.contains(option) ? 1 : 0;
  }

  /** The name of a value; null if it is written as a number. */
  static String nameOf(EasyOption<?> option, long value) {
    if (option == CurlOpt.SSLVERSION || option == CurlOpt.PROXY_SSLVERSION) {
      String min = find(VERSIONS, value & MIN_VERSION);
      String max = find(MAX_VERSIONS, value & ~MIN_VERSION);
      return min == null || max == null ? min : "(" + min + " | " + max + ")";
    }
    return find(CHOICES.getOrDefault(option, List.of()), value);
  }

  private static String find(List<Named> names, long value) {
    for (Named named : names) {
      if (named.value() == value) {
        return named.name();
      }
    }
    return null;
  }
}
