package io.nettycurl.netty.connect.tls;

import io.nettycurl.CurlCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Immutable. Our own certificate and key, read from what the options name.
 *
 * @param key the private key
 * @param chain our certificate, then what leads to its issuer
 */
record ClientIdentity(PrivateKey key, X509Certificate[] chain) {
  private static final String PEM = "PEM";
  private static final String DER = "DER";
  private static final String P12 = "P12";

  /**
   * Reads them.
   *
   * @param from where they are
   * @throws TlsFailure SSL_CERTPROBLEM if the certificate is not usable; BAD_FUNCTION_ARGUMENT, as
   *     with libcurl, if the key is not, or a type is unknown
   */
  static ClientIdentity read(TlsConfig.Identity from) throws TlsFailure {
    if (P12.equalsIgnoreCase(from.certType())) {
      return pkcs12(from);
    }
    X509Certificate[] chain = chain(from);
    ClientIdentity identity = new ClientIdentity(key(from), chain);
    if (!identity.belongTogether()) {
      throw badKey(from);
    }
    return identity;
  }

  private static X509Certificate[] chain(TlsConfig.Identity from) throws TlsFailure {
    Material cert = from.cert();
    String type = from.certType();
    if (!is(PEM, type) && !is(DER, type)) {
      throw unknown(type, "not supported file type '" + type + "' for certificate");
    }
    try {
      List<X509Certificate> chain =
          !cert.readable()
              ? List.of()
              : is(PEM, type)
                  ? TrustAnchors.certificates(cert.bytes())
                  : List.of(TrustAnchors.certificate(cert.bytes()));
      if (!chain.isEmpty()) {
        return chain.toArray(X509Certificate[]::new);
      }
    } catch (CertificateException e) {
      // told below
    }
    throw problem(
        "could not load "
            + (is(PEM, type) ? "PEM" : "ASN1")
            + " client certificate from "
            + cert
            + " (no certificate found, or wrong file format?)");
  }

  private static PrivateKey key(TlsConfig.Identity from) throws TlsFailure {
    // without a key of its own, the certificate's file has it
    Material key = from.key() != null ? from.key() : from.cert();
    String type = keyType(from);
    if (!is(PEM, type) && !is(DER, type)) {
      throw unknown(type, "not supported file type for private key");
    }
    try {
      if (key.readable()) {
        return is(PEM, type)
            ? PrivateKeys.fromPem(key.bytes(), from.password())
            : PrivateKeys.fromDer(key.bytes(), from.password());
      }
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      // told below; what is wrong with a key says something about it
    }
    throw badKey(from);
  }

  private static String keyType(TlsConfig.Identity from) {
    return from.key() != null ? from.keyType() : from.certType();
  }

  private static TlsFailure badKey(TlsConfig.Identity from) {
    String type = keyType(from);
    return new TlsFailure(
        CurlCode.BAD_FUNCTION_ARGUMENT,
        "unable to set private key file: '"
            + (from.key() != null ? from.key() : from.cert())
            + "' type "
            + (type == null ? PEM : type));
  }

  /** Engines and providers are libcurl's words for what it may not have been built with. */
  private static TlsFailure unknown(String type, String text) {
    boolean known = "ENG".equalsIgnoreCase(type) || "PROV".equalsIgnoreCase(type);
    return new TlsFailure(
        known || P12.equalsIgnoreCase(type)
            ? CurlCode.SSL_CERTPROBLEM
            : CurlCode.BAD_FUNCTION_ARGUMENT,
        text);
  }

  private static boolean is(String type, String asked) {
    return asked == null ? type.equals(PEM) : type.equalsIgnoreCase(asked);
  }

  private static ClientIdentity pkcs12(TlsConfig.Identity from) throws TlsFailure {
    if (!from.cert().readable()) {
      throw problem("could not open PKCS12 file '" + from.cert() + "'");
    }
    char[] password = from.password() == null ? new char[0] : from.password().toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(from.cert().bytes()), password);
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          Certificate[] chain = store.getCertificateChain(alias);
          return new ClientIdentity(
              (PrivateKey) store.getKey(alias, password),
              Arrays.copyOf(chain, chain.length, X509Certificate[].class));
        }
      }
    } catch (GeneralSecurityException | IOException e) {
      throw problem("could not parse PKCS12 file, check password: " + e.getMessage());
    }
    throw problem("no private key in PKCS12 file '" + from.cert() + "'");
  }

  /** A key of another certificate would only be noticed by the server, long afterwards. */
  private boolean belongTogether() {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          case "DSA" -> "SHA256withDSA";
          case "RSASSA-PSS" -> null;
          default -> key.getAlgorithm();
        };
    if (algorithm == null) {
      return true;
    }
    if (!sameKind(key.getAlgorithm(), chain[0].getPublicKey().getAlgorithm())) {
      return false;
    }
    byte[] probe = {1, 2, 3, 4};
    try {
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(probe);
      byte[] signed = signer.sign();
      signer.initVerify(chain[0].getPublicKey());
      signer.update(probe);
      return signer.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean sameKind(String key, String cert) {
    // the JDK names Edwards keys by curve or by family
    return key.equals(cert) || (key.startsWith("Ed") && cert.startsWith("Ed"));
  }

  private static TlsFailure problem(String text) {
    return new TlsFailure(CurlCode.SSL_CERTPROBLEM, text);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return chain[0].getSubjectX500Principal().toString();
  }
}
