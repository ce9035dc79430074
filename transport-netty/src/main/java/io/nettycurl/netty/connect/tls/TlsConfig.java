package io.nettycurl.netty.connect.tls;

import io.nettycurl.CurlSymbols;
import io.nettycurl.option.EasyOption;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.TlsOptions;

/**
 * Immutable. Everything the options say about one TLS connection. Files stand in here with their
 * content, so equal configurations are equal in effect; that makes it fit for a pool key and for
 * the key of the session cache.
 *
 * @param verifyPeer whether the chain has to lead to a trusted certificate
 * @param verifyHost whether the certificate has to name the host
 * @param verifyStatus whether a stapled OCSP response has to say that the certificate is good
 * @param trust what is trusted, with lists of revoked certificates
 * @param identity our own certificate; null for none
 * @param limits versions, ciphers, groups
 * @param pin CURLOPT_PINNEDPUBLICKEY's hashes; null if there are none
 * @param pinFile the file that CURLOPT_PINNEDPUBLICKEY names; null if it has hashes
 * @param issuer who must have issued the peer's certificate; null for anybody
 * @param resume whether sessions are resumed
 */
public record TlsConfig(
    boolean verifyPeer,
    boolean verifyHost,
    boolean verifyStatus,
    Trust trust,
    Identity identity,
    Limits limits,
    String pin,
    Material pinFile,
    Material issuer,
    boolean resume) {
  private static final String HASHES = "sha256//";

  /**
   * Immutable. What is trusted.
   *
   * @param file CURLOPT_CAINFO, or the default; null if not asked for
   * @param blob CURLOPT_CAINFO_BLOB
   * @param directory CURLOPT_CAPATH
   * @param crl CURLOPT_CRLFILE
   * @param system whether the system's own store counts as well (CURLSSLOPT_NATIVE_CA)
   * @param rootsOnly whether only self-signed certificates end a chain
   */
  public record Trust(
      Material file,
      Material blob,
      Material directory,
      Material crl,
      boolean system,
      boolean rootsOnly) {}

  /**
   * Immutable. Our own certificate and key.
   *
   * @param cert the certificate with its chain
   * @param certType PEM, DER or P12; null for PEM
   * @param key the key; null if it stands with the certificate
   * @param keyType PEM or DER; null for PEM
   * @param password opens the key; null if it is open
   */
  public record Identity(
      Material cert, String certType, Material key, String keyType, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return cert + " " + certType + " " + key + " " + keyType;
    }
  }

  /**
   * Immutable. What may be agreed on.
   *
   * @param lowest the lowest version, a {@code CURL_SSLVERSION_*} value
   * @param highest the highest version, the same
   * @param ciphers for TLS 1.2 and below; null for the default
   * @param ciphers13 for TLS 1.3; null for the default
   * @param groups key exchange groups; null for the default
   * @param signatures signature algorithms; null for the default
   */
  public record Limits(
      long lowest,
      long highest,
      String ciphers,
      String ciphers13,
      String groups,
      String signatures) {}

  private static final Trust DEFAULT_TRUST =
      new Trust(Material.DEFAULT_TRUST, null, null, null, false, false);
  private static final Limits DEFAULT_LIMITS =
      new Limits(
          CurlSymbols.CURL_SSLVERSION_TLSv1_2,
          CurlSymbols.CURL_SSLVERSION_TLSv1_3,
          null,
          null,
          null,
          null);

  /** What holds where no option is set. */
  public static final TlsConfig DEFAULT =
      new TlsConfig(true, true, false, DEFAULT_TRUST, null, DEFAULT_LIMITS, null, null, null, true);

  /**
   * Reads the options; reads files that are new or have changed.
   *
   * @param options the transfer's
   * @param set which ones
   * @return the configuration
   */
  public static TlsConfig from(OptionValues options, TlsOptionSet set) {
    boolean resume = options.on(TlsOptions.SSL_SESSIONID_CACHE);
    if (resume && !set.anySet(options)) {
      return DEFAULT;
    }
    String pin = options.get(set.pin());
    boolean hashes = pin != null && pin.startsWith(HASHES);
    return new TlsConfig(
        options.on(set.verifyPeer()),
        options.on(set.verifyHost()),
        set.verifyStatus() != null && options.on(set.verifyStatus()),
        trust(options, set),
        identity(options, set),
        limits(options, set),
        hashes ? pin : null,
        hashes ? null : Material.ofFile(pin),
        material(options, set.issuer(), set.issuerBlob()),
        resume);
  }

  private static Trust trust(OptionValues options, TlsOptionSet set) {
    Material blob = Material.ofBlob(options.get(set.caInfoBlob()));
    Material directory = Material.ofDirectory(empty(options.get(set.caPath())));
    Material file = Material.ofFile(empty(options.get(set.caInfo())));
    long flags = options.number(set.flags());
    boolean system = (flags & CurlSymbols.CURLSSLOPT_NATIVE_CA) != 0;
    boolean named = blob != null || options.isSet(set.caPath()) || options.isSet(set.caInfo());
    return new Trust(
        named ? file : Material.DEFAULT_TRUST,
        blob,
        directory,
        Material.ofFile(empty(options.get(set.crlFile()))),
        system,
        (flags & CurlSymbols.CURLSSLOPT_NO_PARTIALCHAIN) != 0);
  }

  private static Identity identity(OptionValues options, TlsOptionSet set) {
    Material cert = material(options, set.cert(), set.certBlob());
    return cert == null
        ? null
        : new Identity(
            cert,
            options.get(set.certType()),
            material(options, set.key(), set.keyBlob()),
            options.get(set.keyType()),
            options.get(set.keyPassword()));
  }

  private static Limits limits(OptionValues options, TlsOptionSet set) {
    long version = options.number(set.version());
    long lowest = version & 0xffff;
    long highest = version >>> 16;
    return new Limits(
        lowest == CurlSymbols.CURL_SSLVERSION_DEFAULT
            ? CurlSymbols.CURL_SSLVERSION_TLSv1_2
            : lowest == CurlSymbols.CURL_SSLVERSION_TLSv1
                ? CurlSymbols.CURL_SSLVERSION_TLSv1_0
                : lowest,
        highest <= CurlSymbols.CURL_SSLVERSION_MAX_DEFAULT >>> 16
            ? CurlSymbols.CURL_SSLVERSION_TLSv1_3
            : highest,
        empty(options.get(set.ciphers())),
        empty(options.get(set.ciphers13())),
        set.groups() == null ? null : empty(options.get(set.groups())),
        set.signatures() == null ? null : empty(options.get(set.signatures())));
  }

  /** A blob wins over a file, as in libcurl. */
  private static Material material(
      OptionValues options, EasyOption<String> file, EasyOption<byte[]> blob) {
    Material fromBlob = Material.ofBlob(options.get(blob));
    return fromBlob != null ? fromBlob : Material.ofFile(empty(options.get(file)));
  }

  private static String empty(String value) {
    return value == null || value.isEmpty() ? null : value;
  }
}
