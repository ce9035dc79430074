package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.TlsConfig;
import io.nettycurl.option.CurlOpt;

/** Any thread; no state. Options of the command as options of a handle: TLS. */
final class TlsSetup {
  private static final long[] VERSIONS = {
    CurlSymbols.CURL_SSLVERSION_TLSv1_2,
    CurlSymbols.CURL_SSLVERSION_TLSv1_0,
    CurlSymbols.CURL_SSLVERSION_TLSv1_1,
    CurlSymbols.CURL_SSLVERSION_TLSv1_2,
    CurlSymbols.CURL_SSLVERSION_TLSv1_3
  };
  private static final long[] MAX_VERSIONS = {
    0,
    CurlSymbols.CURL_SSLVERSION_MAX_TLSv1_0,
    CurlSymbols.CURL_SSLVERSION_MAX_TLSv1_1,
    CurlSymbols.CURL_SSLVERSION_MAX_TLSv1_2,
    CurlSymbols.CURL_SSLVERSION_MAX_TLSv1_3
  };

  private TlsSetup() {}

  static void apply(OperationConfig config, OptionSetter to) throws TransferException {
    TlsConfig tls = config.tls;
    TlsConfig proxy = config.proxyTls;
    to.set(CurlOpt.CAINFO, tls.caFile);
    to.set(CurlOpt.PROXY_CAINFO, proxy.caFile);
    to.set(CurlOpt.CAPATH, tls.caPath);
    to.set(CurlOpt.PROXY_CAPATH, proxy.caPath != null ? proxy.caPath : tls.caPath);
    to.set(CurlOpt.CRLFILE, tls.crlFile);
    to.set(CurlOpt.PROXY_CRLFILE, proxy.crlFile != null ? proxy.crlFile : tls.crlFile);
    to.set(CurlOpt.PINNEDPUBLICKEY, tls.pinnedPublicKey);
    to.set(CurlOpt.PROXY_PINNEDPUBLICKEY, proxy.pinnedPublicKey);
    to.set(CurlOpt.SSL_EC_CURVES, tls.curves);
    to.set(CurlOpt.SSL_SIGNATURE_ALGORITHMS, tls.signatureAlgorithms);
    to.on(CurlOpt.CERTINFO, config.output.writeOut != null);
    certificates(tls, proxy, to);
    verification(config, to);
    to.set(CurlOpt.SSLVERSION, version(tls));
    if (config.proxy.proxy != null && proxy.minVersion != 0) {
      to.set(CurlOpt.PROXY_SSLVERSION, CurlSymbols.CURL_SSLVERSION_TLSv1);
    }
    NetworkSetup.number(CurlOpt.SSL_OPTIONS, tls.options, to);
    NetworkSetup.number(CurlOpt.PROXY_SSL_OPTIONS, proxy.options, to);
    to.set(CurlOpt.SSL_CIPHER_LIST, tls.ciphers);
    to.set(CurlOpt.PROXY_SSL_CIPHER_LIST, proxy.ciphers);
    to.set(CurlOpt.TLS13_CIPHERS, tls.ciphers13);
    to.set(CurlOpt.PROXY_TLS13_CIPHERS, proxy.ciphers13);
    if (tls.noSessionId) {
      to.set(CurlOpt.SSL_SESSIONID_CACHE, 0L);
    }
    if (tls.engine != null) {
      // TLS here has no engines, so none has that name
      throw new TransferException(CurlCode.SSL_ENGINE_NOTFOUND);
    }
    if (config.ftp.sslRequired) {
      to.set(CurlOpt.USE_SSL, CurlSymbols.CURLUSESSL_ALL);
    } else if (config.ftp.ssl) {
      to.set(CurlOpt.USE_SSL, CurlSymbols.CURLUSESSL_TRY);
    } else if (config.ftp.sslControl) {
      to.set(CurlOpt.USE_SSL, CurlSymbols.CURLUSESSL_CONTROL);
    }
    if (tls.noAlpn) {
      to.set(CurlOpt.SSL_ENABLE_ALPN, 0L);
    }
  }

  private static void certificates(TlsConfig tls, TlsConfig proxy, OptionSetter to)
      throws TransferException {
    to.set(CurlOpt.SSLCERT, tls.cert);
    to.set(CurlOpt.PROXY_SSLCERT, proxy.cert);
    to.set(CurlOpt.SSLCERTTYPE, tls.certType);
    to.set(CurlOpt.PROXY_SSLCERTTYPE, proxy.certType);
    to.set(CurlOpt.SSLKEY, tls.key);
    to.set(CurlOpt.PROXY_SSLKEY, proxy.key);
    to.set(CurlOpt.SSLKEYTYPE, tls.keyType);
    to.set(CurlOpt.PROXY_SSLKEYTYPE, proxy.keyType);
  }

  private static void verification(OperationConfig config, OptionSetter to)
      throws TransferException {
    if (config.tls.insecure) {
      to.set(CurlOpt.SSL_VERIFYPEER, 0L);
      to.set(CurlOpt.SSL_VERIFYHOST, 0L);
    }
    if (config.network.dohInsecure) {
      to.set(CurlOpt.DOH_SSL_VERIFYPEER, 0L);
      to.set(CurlOpt.DOH_SSL_VERIFYHOST, 0L);
    }
    if (config.proxyTls.insecure) {
      to.set(CurlOpt.PROXY_SSL_VERIFYPEER, 0L);
      to.set(CurlOpt.PROXY_SSL_VERIFYHOST, 0L);
    }
    to.on(CurlOpt.SSL_VERIFYSTATUS, config.tls.verifyStatus);
    to.on(CurlOpt.DOH_SSL_VERIFYSTATUS, config.network.dohVerifyStatus);
  }

  /** A maximum below TLS 1.2 takes the default minimum down with it. */
  static long version(TlsConfig tls) {
    int min =
        tls.minVersion == 0 && tls.maxVersion != 0 && tls.maxVersion < 3
            ? tls.maxVersion
            : tls.minVersion;
    return VERSIONS[min] | MAX_VERSIONS[tls.maxVersion];
  }
}
