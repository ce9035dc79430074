package io.nettycurl.examples.curl.config;

/** Owned by the command's thread. TLS to the server, or to the proxy. */
public final class TlsConfig {
  public boolean insecure;
  public String caFile;
  public String caPath;
  public String crlFile;
  public String cert;
  public String certType;
  public String key;
  public String keyType;
  public String keyPassword;
  public String ciphers;
  public String ciphers13;
  public String curves;
  public String signatureAlgorithms;
  public String pinnedPublicKey;

  /** 0 unset, 1 to 4 for TLS 1.0 to 1.3. */
  public int minVersion;

  /** 0 unset, 1 to 4 for TLS 1.0 to 1.3. */
  public int maxVersion;

  public boolean verifyStatus;
  public boolean noSessionId;
  public boolean noAlpn;

  /** A crypto engine by its name. */
  public String engine;

  /** CURLSSLOPT_* bits. */
  public long options;
}
