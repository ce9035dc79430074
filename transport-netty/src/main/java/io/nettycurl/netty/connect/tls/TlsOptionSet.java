package io.nettycurl.netty.connect.tls;

import io.nettycurl.option.EasyOption;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.TlsOptions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Immutable. The options about TLS: once for the origin, once for an HTTPS proxy. Null where there
 * is no such option for a proxy.
 */
@SuppressWarnings("checkstyle:RecordComponentNumber")
public record TlsOptionSet(
    EasyOption<Long> verifyPeer,
    EasyOption<Long> verifyHost,
    EasyOption<Long> verifyStatus,
    EasyOption<String> caInfo,
    EasyOption<byte[]> caInfoBlob,
    EasyOption<String> caPath,
    EasyOption<String> crlFile,
    EasyOption<String> cert,
    EasyOption<byte[]> certBlob,
    EasyOption<String> certType,
    EasyOption<String> key,
    EasyOption<byte[]> keyBlob,
    EasyOption<String> keyType,
    EasyOption<String> keyPassword,
    EasyOption<Long> version,
    EasyOption<String> ciphers,
    EasyOption<String> ciphers13,
    EasyOption<String> groups,
    EasyOption<String> signatures,
    EasyOption<Long> flags,
    EasyOption<String> pin,
    EasyOption<String> issuer,
    EasyOption<byte[]> issuerBlob) {
  /** For the origin. */
  public static final TlsOptionSet ORIGIN =
      new TlsOptionSet(
          TlsOptions.SSL_VERIFYPEER,
          TlsOptions.SSL_VERIFYHOST,
          TlsOptions.SSL_VERIFYSTATUS,
          TlsOptions.CAINFO,
          TlsOptions.CAINFO_BLOB,
          TlsOptions.CAPATH,
          TlsOptions.CRLFILE,
          TlsOptions.SSLCERT,
          TlsOptions.SSLCERT_BLOB,
          TlsOptions.SSLCERTTYPE,
          TlsOptions.SSLKEY,
          TlsOptions.SSLKEY_BLOB,
          TlsOptions.SSLKEYTYPE,
          TlsOptions.KEYPASSWD,
          TlsOptions.SSLVERSION,
          TlsOptions.SSL_CIPHER_LIST,
          TlsOptions.TLS13_CIPHERS,
          TlsOptions.SSL_EC_CURVES,
          TlsOptions.SSL_SIGNATURE_ALGORITHMS,
          TlsOptions.SSL_OPTIONS,
          TlsOptions.PINNEDPUBLICKEY,
          TlsOptions.ISSUERCERT,
          TlsOptions.ISSUERCERT_BLOB);

  /** For an HTTPS proxy. */
  public static final TlsOptionSet PROXY =
      new TlsOptionSet(
          TlsOptions.PROXY_SSL_VERIFYPEER,
          TlsOptions.PROXY_SSL_VERIFYHOST,
          null,
          TlsOptions.PROXY_CAINFO,
          TlsOptions.PROXY_CAINFO_BLOB,
          TlsOptions.PROXY_CAPATH,
          TlsOptions.PROXY_CRLFILE,
          TlsOptions.PROXY_SSLCERT,
          TlsOptions.PROXY_SSLCERT_BLOB,
          TlsOptions.PROXY_SSLCERTTYPE,
          TlsOptions.PROXY_SSLKEY,
          TlsOptions.PROXY_SSLKEY_BLOB,
          TlsOptions.PROXY_SSLKEYTYPE,
          TlsOptions.PROXY_KEYPASSWD,
          TlsOptions.PROXY_SSLVERSION,
          TlsOptions.PROXY_SSL_CIPHER_LIST,
          TlsOptions.PROXY_TLS13_CIPHERS,
          null,
          null,
          TlsOptions.PROXY_SSL_OPTIONS,
          TlsOptions.PROXY_PINNEDPUBLICKEY,
          TlsOptions.PROXY_ISSUERCERT,
          TlsOptions.PROXY_ISSUERCERT_BLOB);

  /** All of them. */
  public List<EasyOption<?>> all() {
    return Stream.<EasyOption<?>>of(
            verifyPeer,
            verifyHost,
            verifyStatus,
            caInfo,
            caInfoBlob,
            caPath,
            crlFile,
            cert,
            certBlob,
            certType,
            key,
            keyBlob,
            keyType,
            keyPassword,
            version,
            ciphers,
            ciphers13,
            groups,
            signatures,
            flags,
            pin,
            issuer,
            issuerBlob)
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Whether options name files, whose content can change while the options stay.
   *
   * @param options the transfer's
   */
  public boolean namesFiles(OptionValues options) {
    return options.isSet(caInfo)
        || options.isSet(caPath)
        || options.isSet(crlFile)
        || options.isSet(cert)
        || options.isSet(key)
        || options.isSet(pin)
        || options.isSet(issuer);
  }

  /** Whether any of them is set, so that what holds by default is not enough. */
  boolean anySet(OptionValues options) {
    return options.isSet(verifyPeer)
        || options.isSet(verifyHost)
        || isSet(verifyStatus, options)
        || options.isSet(caInfo)
        || options.isSet(caInfoBlob)
        || options.isSet(caPath)
        || options.isSet(crlFile)
        || options.isSet(cert)
        || options.isSet(certBlob)
        || options.isSet(version)
        || options.isSet(ciphers)
        || options.isSet(ciphers13)
        || isSet(groups, options)
        || isSet(signatures, options)
        || options.isSet(flags)
        || options.isSet(pin)
        || options.isSet(issuer)
        || options.isSet(issuerBlob);
  }

  private static boolean isSet(EasyOption<?> option, OptionValues options) {
    return option != null && options.isSet(option);
  }
}
