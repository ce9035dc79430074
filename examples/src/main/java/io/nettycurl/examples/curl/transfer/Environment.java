package io.nettycurl.examples.curl.transfer;

import io.nettycurl.examples.curl.config.OperationConfig;

/** Any thread; no state. What environment variables say where options do not. */
final class Environment {
  private Environment() {}

  /** CURL_CA_BUNDLE, or else SSL_CERT_DIR and SSL_CERT_FILE. */
  static void certificates(OperationConfig config) {
    boolean unused =
        config.tls.insecure && (config.network.dohUrl == null || config.network.dohInsecure);
    if (config.tls.caFile != null || config.tls.caPath != null || unused) {
      return;
    }
    String bundle = set("CURL_CA_BUNDLE");
    if (bundle != null) {
      config.tls.caFile = bundle;
    } else {
      config.tls.caPath = set("SSL_CERT_DIR");
      config.tls.caFile = set("SSL_CERT_FILE");
    }
  }

  private static String set(String name) {
    String value = System.getenv(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
