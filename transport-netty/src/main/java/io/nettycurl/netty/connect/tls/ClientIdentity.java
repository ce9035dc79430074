package io.nettycurl.netty.connect.tls;

import io.nettycurl.CurlCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
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
   * @throws TlsFailure SSL_CERTPROBLEM if they are not usable
   */
  static ClientIdentity read(TlsConfig.Identity from) throws TlsFailure {
    try {
      ClientIdentity identity = P12.equalsIgnoreCase(from.certType()) ? pkcs12(from) : files(from);
      if (!identity.belongTogether()) {
        throw problem("Private key does not match the certificate public key");
      }
      return identity;
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      if (e instanceof TlsFailure) {
        throw (TlsFailure) e;
      }
      throw problem(
          "could not load client certificate from " + from.cert() + ": " + e.getMessage());
    }
  }

  private static ClientIdentity files(TlsConfig.Identity from)
      throws GeneralSecurityException, IOException {
    Material cert = from.cert();
    if (!cert.readable()) {
      throw problem("could not load certificate from client certificate file " + cert);
    }
    List<X509Certificate> chain;
    if (is(PEM, from.certType())) {
      chain = TrustAnchors.certificates(cert.bytes());
    } else if (is(DER, from.certType())) {
      chain =
          List.of(
              (X509Certificate)
                  TrustAnchors.factory()
                      .generateCertificate(new ByteArrayInputStream(cert.bytes())));
    } else {
      throw problem("not supported file type '" + from.certType() + "' for certificate");
    }
    if (chain.isEmpty()) {
      throw problem("could not load certificate from client certificate file " + cert);
    }
    return new ClientIdentity(key(from), chain.toArray(X509Certificate[]::new));
  }

  private static PrivateKey key(TlsConfig.Identity from)
      throws GeneralSecurityException, IOException {
    // without a key of its own, the certificate's file has it
    Material key = from.key() != null ? from.key() : from.cert();
    String type = from.key() != null ? from.keyType() : from.certType();
    if (!key.readable()) {
      throw problem("unable to set private key file: '" + key + "'");
    }
    if (is(PEM, type)) {
      return PrivateKeys.fromPem(key.bytes(), from.password());
    }
    if (is(DER, type)) {
      return PrivateKeys.fromDer(key.bytes(), from.password());
    }
    throw problem("not supported file type for private key");
  }

  private static boolean is(String type, String asked) {
    return asked == null ? type.equals(PEM) : type.equalsIgnoreCase(asked);
  }

  private static ClientIdentity pkcs12(TlsConfig.Identity from)
      throws GeneralSecurityException, IOException {
    if (!from.cert().readable()) {
      throw problem("could not open PKCS12 file '" + from.cert() + "'");
    }
    char[] password = from.password() == null ? new char[0] : from.password().toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(new ByteArrayInputStream(from.cert().bytes()), password);
    } catch (IOException e) {
      throw problem("could not parse PKCS12 file, check password: " + e.getMessage());
    }
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        Certificate[] chain = store.getCertificateChain(alias);
        return new ClientIdentity(
            (PrivateKey) store.getKey(alias, password),
            Arrays.copyOf(chain, chain.length, X509Certificate[].class));
      }
    }
    throw problem("no private key in PKCS12 file '" + from.cert() + "'");
  }

  /** A key of another certificate would only be noticed by the server, long afterwards. */
  private boolean belongTogether() throws GeneralSecurityException {
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
    Signature signer = Signature.getInstance(algorithm);
    signer.initSign(key);
    signer.update(probe);
    byte[] signed = signer.sign();
    signer.initVerify(chain[0].getPublicKey());
    signer.update(probe);
    try {
      return signer.verify(signed);
    } catch (java.security.SignatureException e) {
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
