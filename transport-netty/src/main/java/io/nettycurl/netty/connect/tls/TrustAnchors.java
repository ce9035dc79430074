package io.nettycurl.netty.connect.tls;

import io.nettycurl.CurlCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** Any thread; blocks. Makes of trusted certificates what judges chains, and keeps the last few. */
final class TrustAnchors {
  /** Where curl finds its CA bundle on Debian, Fedora and Alpine, in that order. */
  private static final List<String> BUNDLES =
      List.of(
          "/etc/ssl/certs/ca-certificates.crt",
          "/etc/pki/tls/certs/ca-bundle.crt",
          "/etc/ssl/cert.pem");

  private static final int MAX_KEPT = 16;

  /** Parsing a system's bundle costs some 10 ms; every context of the process can use the same. */
  private static final Map<TlsConfig.Trust, Kept> KEPT =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<TlsConfig.Trust, Kept> eldest) {
              return size() > MAX_KEPT;
            }
          });

  private record Kept(X509ExtendedTrustManager judge, long readAt) {}

  private TrustAnchors() {}

  /**
   * What judges chains under a configuration.
   *
   * @param trust which
   * @param maxAge how old what was read may be, in nanoseconds; -1 for any age
   * @throws TlsFailure SSL_CACERT_BADFILE or SSL_CRL_BADFILE if a file is not usable
   */
  static X509ExtendedTrustManager verifier(TlsConfig.Trust trust, long maxAge) throws TlsFailure {
    long now = System.nanoTime();
    Kept known = KEPT.get(trust);
    if (known == null || maxAge >= 0 && now - known.readAt() >= maxAge) {
      known = new Kept(newVerifier(trust), now);
      KEPT.put(trust, known);
    }
    return known.judge();
  }

  private static X509ExtendedTrustManager newVerifier(TlsConfig.Trust trust) throws TlsFailure {
    Set<X509Certificate> anchors = new LinkedHashSet<>();
    boolean any = load(trust, anchors);
    if (trust.rootsOnly()) {
      anchors.removeIf(a -> !a.getSubjectX500Principal().equals(a.getIssuerX500Principal()));
    }
    try {
      return any && !anchors.isEmpty() ? judge(anchors, trust.crl()) : new NobodyTrusted();
    } catch (TlsFailure e) {
      throw e;
    } catch (GeneralSecurityException | IOException e) {
      throw new TlsFailure(
          CurlCode.SSL_CACERT_BADFILE, "error adding trust anchors: " + e.getMessage());
    }
  }

  private static boolean load(TlsConfig.Trust trust, Set<X509Certificate> anchors)
      throws TlsFailure {
    if (trust.system()) {
      anchors.addAll(ofJvm());
    }
    if (trust.blob() != null && !addAll(anchors, trust.blob())) {
      throw badFile("error adding trust anchors from certificate blob");
    }
    Material file = trust.file();
    if (file == Material.DEFAULT_TRUST) {
      anchors.addAll(ofSystem());
    } else if (file != null && !addAll(anchors, file) && anchors.isEmpty()) {
      throw badFile("error adding trust anchors from file: " + file.name());
    }
    if (trust.directory() != null) {
      addAll(anchors, trust.directory());
    }
    return !anchors.isEmpty();
  }

  private static TlsFailure badFile(String text) {
    return new TlsFailure(CurlCode.SSL_CACERT_BADFILE, text);
  }

  private static boolean addAll(Set<X509Certificate> anchors, Material material) {
    return material.readable() && anchors.addAll(certificates(material.bytes()));
  }

  /**
   * The certificates of a PEM file; broken ones are left out.
   *
   * @param pem the file
   */
  static List<X509Certificate> certificates(byte[] pem) {
    List<X509Certificate> found = new ArrayList<>();
    for (Pem.Block block : Pem.blocks(pem)) {
      if (block.label().endsWith("CERTIFICATE")) {
        try {
          found.add(certificate(block.content()));
        } catch (CertificateException e) {
          // one certificate that the JDK cannot read must not make all others useless
        }
      }
    }
    return found;
  }

  /**
   * One certificate without armour.
   *
   * @param der in DER
   */
  static X509Certificate certificate(byte[] der) throws CertificateException {
    return (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der));
  }

  private static CertificateFactory factory() {
    try {
      return CertificateFactory.getInstance("X.509");
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Collection<X509Certificate> ofSystem() {
    for (String bundle : BUNDLES) {
      try {
        List<X509Certificate> found = certificates(Files.readAllBytes(Path.of(bundle)));
        if (!found.isEmpty()) {
          return found;
        }
      } catch (IOException | RuntimeException e) {
        // the next place, then the JVM's own
      }
    }
    return ofJvm();
  }

  private static Collection<X509Certificate> ofJvm() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager) {
          return List.of(((X509TrustManager) manager).getAcceptedIssuers());
        }
      }
    } catch (GeneralSecurityException e) {
      // a JVM without trusted certificates trusts nobody
    }
    return List.of();
  }

  private static X509ExtendedTrustManager judge(Set<X509Certificate> anchors, Material crl)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    int number = 0;
    for (X509Certificate anchor : anchors) {
      store.setCertificateEntry("a" + number++, anchor);
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    if (crl == null) {
      factory.init(store);
    } else {
      factory.init(new CertPathTrustManagerParameters(withLists(store, crl)));
    }
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager) {
        return (X509ExtendedTrustManager) manager;
      }
    }
    throw new CertificateException("no PKIX trust manager");
  }

  private static PKIXBuilderParameters withLists(KeyStore store, Material crl)
      throws GeneralSecurityException, TlsFailure {
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(store, new X509CertSelector());
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists(crl))));
    PKIXRevocationChecker checker =
        (PKIXRevocationChecker) CertPathBuilder.getInstance("PKIX").getRevocationChecker();
    // the lists given are all there is: nothing is fetched from anywhere
    checker.setOptions(EnumSet.of(Option.PREFER_CRLS, Option.NO_FALLBACK));
    parameters.addCertPathChecker(checker);
    parameters.setRevocationEnabled(true);
    return parameters;
  }

  private static List<CRL> lists(Material crl) throws TlsFailure {
    List<CRL> lists = new ArrayList<>();
    if (crl.readable()) {
      for (Pem.Block block : Pem.blocks(crl.bytes())) {
        if (block.label().endsWith("CRL")) {
          try {
            lists.add(factory().generateCRL(new ByteArrayInputStream(block.content())));
          } catch (GeneralSecurityException e) {
            throw new TlsFailure(CurlCode.SSL_CRL_BADFILE, "error loading CRL file: " + crl.name());
          }
        }
      }
    }
    if (lists.isEmpty()) {
      throw new TlsFailure(CurlCode.SSL_CRL_BADFILE, "error loading CRL file: " + crl.name());
    }
    return lists;
  }

  /** The JDK cannot be told to trust nobody. */
  private static final class NobodyTrusted extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String authType, javax.net.ssl.SSLEngine engine)
        throws CertificateException {
      throw new CertificateException("nobody is trusted");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("nobody is trusted");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, java.net.Socket socket)
        throws CertificateException {
      throw new CertificateException("nobody is trusted");
    }

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String authType, javax.net.ssl.SSLEngine engine)
        throws CertificateException {
      throw new CertificateException("nobody is trusted");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("nobody is trusted");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, java.net.Socket socket)
        throws CertificateException {
      throw new CertificateException("nobody is trusted");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
