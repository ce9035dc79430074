package io.nettycurl.examples.curl.option;

import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.TlsConfig;

/**
 * Owned by the command's thread. Options on TLS; those for the proxy have the same names but one.
 */
final class TlsOptions implements OptionHandler {
  private final OptionContext context;

  TlsOptions(OptionContext context) {
    this.context = context;
  }

  @Override
  public void apply(CliOption option, String value, boolean on, OperationConfig config)
      throws ParameterException {
    TlsConfig tls = option.longName().startsWith("proxy-") ? config.proxyTls : config.tls;
    switch (option) {
      case INSECURE, PROXY_INSECURE -> tls.insecure = on;
      case CACERT, PROXY_CACERT -> tls.caFile = AuthOptions.existingFile(option, value, context);
      case CAPATH, PROXY_CAPATH -> tls.caPath = Values.notBlank(value);
      case CRLFILE, PROXY_CRLFILE -> tls.crlFile = AuthOptions.existingFile(option, value, context);
      case CERT, PROXY_CERT -> cert(tls, value);
      case CERT_TYPE, PROXY_CERT_TYPE -> tls.certType = Values.notBlank(value);
      case KEY -> tls.key = Values.notBlank(value);
      case PROXY_KEY -> tls.key = value;
      case KEY_TYPE, PROXY_KEY_TYPE -> tls.keyType = Values.notBlank(value);
      case PASS -> tls.keyPassword = Values.notBlank(value);
      case PROXY_PASS -> tls.keyPassword = value;
      case CIPHERS, PROXY_CIPHERS -> tls.ciphers = Values.notBlank(value);
      case TLS13_CIPHERS, PROXY_TLS13_CIPHERS -> tls.ciphers13 = Values.notBlank(value);
      case CURVES -> tls.curves = Values.notBlank(value);
      case SIGALGS -> tls.signatureAlgorithms = Values.notBlank(value);
      case PINNEDPUBKEY, PROXY_PINNEDPUBKEY -> tls.pinnedPublicKey = Values.notBlank(value);
      case CERT_STATUS -> tls.verifyStatus = on;
      case SESSIONID -> tls.noSessionId = !on;
      case ALPN -> tls.noAlpn = !on;
      case TLSV1, TLSV1_0 -> minVersion(tls, 1);
      case TLSV1_1 -> minVersion(tls, 2);
      case TLSV1_2 -> minVersion(tls, 3);
      case TLSV1_3 -> minVersion(tls, 4);
      case PROXY_TLSV1 -> tls.minVersion = 1;
      case TLS_MAX -> maxVersion(tls, value);
      case ENGINE -> engine(tls, value);
      default -> bits(option, on, tls);
    }
  }

  private static void bits(CliOption option, boolean on, TlsConfig tls) throws ParameterException {
    long bit =
        switch (option) {
          case CA_NATIVE, PROXY_CA_NATIVE -> CurlSymbols.CURLSSLOPT_NATIVE_CA;
          case SSL_ALLOW_BEAST, PROXY_SSL_ALLOW_BEAST -> CurlSymbols.CURLSSLOPT_ALLOW_BEAST;
          case SSL_AUTO_CLIENT_CERT, PROXY_SSL_AUTO_CLIENT_CERT ->
              CurlSymbols.CURLSSLOPT_AUTO_CLIENT_CERT;
          case SSL_NO_REVOKE -> CurlSymbols.CURLSSLOPT_NO_REVOKE;
          case SSL_REVOKE_BEST_EFFORT -> CurlSymbols.CURLSSLOPT_REVOKE_BEST_EFFORT;
          case TLS_EARLYDATA -> CurlSymbols.CURLSSLOPT_EARLYDATA;
          default -> throw new ParameterException(ParameterError.OPTION_UNKNOWN);
        };
    tls.options = Values.bits(tls.options, bit, on);
  }

  private static void engine(TlsConfig tls, String value) throws ParameterException {
    if (Values.notBlank(value).equals("list")) {
      throw new ParameterException(ParameterError.ENGINES_REQUESTED);
    }
    tls.engine = value;
  }

  private static void cert(TlsConfig tls, String value) throws ParameterException {
    Values.FileAndPassword parsed = Values.FileAndPassword.parse(value);
    tls.cert = parsed.file();
    if (parsed.password() != null) {
      tls.keyPassword = parsed.password();
    }
  }

  private void minVersion(TlsConfig tls, int version) throws ParameterException {
    if (tls.maxVersion != 0 && tls.maxVersion < version) {
      context.messages().error("Minimum TLS version set higher than max");
      throw new ParameterException(ParameterError.BAD_USE);
    }
    tls.minVersion = version;
  }

  private void maxVersion(TlsConfig tls, String value) throws ParameterException {
    tls.maxVersion =
        switch (value) {
          case "default" -> 0;
          case "1.0" -> 1;
          case "1.1" -> 2;
          case "1.2" -> 3;
          case "1.3" -> 4;
          default -> throw new ParameterException(ParameterError.BAD_USE);
        };
    if (tls.maxVersion < tls.minVersion) {
      context.messages().error("--tls-max set lower than minimum accepted version");
      throw new ParameterException(ParameterError.BAD_USE);
    }
  }
}
