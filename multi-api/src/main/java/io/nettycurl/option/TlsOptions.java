package io.nettycurl.option;

import io.nettycurl.callback.SslCtxCallback;

/**
 * TLS: the CURLOPT_* options of that theme, under libcurl's names.
 *
 * <p>Text counts in UTF-8: at most 8000000 bytes, no NUL. Lists and blobs are copied; a blob has 1
 * to 8000000 bytes. What breaks this answers BAD_FUNCTION_ARGUMENT. Null puts the default back.
 * What nothing acts on answers NOT_BUILT_IN.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
 */
public interface TlsOptions {
  /**
   * PEM file with the trusted CA certificates.
   *
   * <p>Default: system dependent. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_CAINFO.html">CURLOPT_CAINFO(3)</a>
   */
  EasyOption<String> CAINFO = EasyOption.ofString("CAINFO", 10065);

  /**
   * Trusted CA certificates as PEM held in memory; wins over CAINFO.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_CAINFO_BLOB.html">CURLOPT_CAINFO_BLOB(3)</a>
   */
  EasyOption<byte[]> CAINFO_BLOB = EasyOption.ofBlob("CAINFO_BLOB", 40309);

  /**
   * Directory of hashed CA certificate files to trust.
   *
   * <p>Default: build dependent. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_CAPATH.html">CURLOPT_CAPATH(3)</a>
   */
  EasyOption<String> CAPATH = EasyOption.ofString("CAPATH", 10097);

  /**
   * How long trusted certificates that were read may be used; 0 to read them for each connection,
   * -1 for ever. A file that CAINFO names is looked at for each transfer, so a change of it is
   * noticed at once whatever stands here.
   *
   * <p>Default: 86400. Unit: seconds. Values: -1 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_CA_CACHE_TIMEOUT.html">CURLOPT_CA_CACHE_TIMEOUT(3)</a>
   */
  EasyOption<Long> CA_CACHE_TIMEOUT =
      EasyOption.ofLong("CA_CACHE_TIMEOUT", 321, 86400L)
          .checked(ValueRules.atLeast(-1))
          .adjusted(ValueRules.clamp(-1, Integer.MAX_VALUE));

  /**
   * Collect the peer chain details for CURLINFO_CERTINFO.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_CERTINFO.html">CURLOPT_CERTINFO(3)</a>
   */
  EasyOption<Long> CERTINFO = EasyOption.ofLong("CERTINFO", 172, 0L);

  /**
   * PEM file with certificate revocation lists.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_CRLFILE.html">CURLOPT_CRLFILE(3)</a>
   */
  EasyOption<String> CRLFILE = EasyOption.ofString("CRLFILE", 10169);

  /**
   * Hostname check for the DoH server's certificate.
   *
   * <p>Default: 2. Switch: any value but 0 is on. 1 is taken for 2. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_DOH_SSL_VERIFYHOST.html">CURLOPT_DOH_SSL_VERIFYHOST(3)</a>
   */
  EasyOption<Long> DOH_SSL_VERIFYHOST = EasyOption.ofLong("DOH_SSL_VERIFYHOST", 307, 2L);

  /**
   * Chain check for the DoH server's certificate.
   *
   * <p>Default: 1. Switch: any value but 0 is on. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_DOH_SSL_VERIFYPEER.html">CURLOPT_DOH_SSL_VERIFYPEER(3)</a>
   */
  EasyOption<Long> DOH_SSL_VERIFYPEER = EasyOption.ofLong("DOH_SSL_VERIFYPEER", 306, 1L);

  /**
   * OCSP staple check for the DoH server.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_DOH_SSL_VERIFYSTATUS.html">CURLOPT_DOH_SSL_VERIFYSTATUS(3)</a>
   */
  EasyOption<Long> DOH_SSL_VERIFYSTATUS = EasyOption.ofLong("DOH_SSL_VERIFYSTATUS", 308, 0L);

  /**
   * PEM certificate that must have issued the peer's.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_ISSUERCERT.html">CURLOPT_ISSUERCERT(3)</a>
   */
  EasyOption<String> ISSUERCERT = EasyOption.ofString("ISSUERCERT", 10170);

  /**
   * The certificate that must have issued the peer's, as PEM held in memory; wins over ISSUERCERT.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_ISSUERCERT_BLOB.html">CURLOPT_ISSUERCERT_BLOB(3)</a>
   */
  EasyOption<byte[]> ISSUERCERT_BLOB = EasyOption.ofBlob("ISSUERCERT_BLOB", 40295);

  /**
   * Pass phrase of the private key.
   *
   * <p>Default: null. Protocols: TLS, SFTP, SCP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_KEYPASSWD.html">CURLOPT_KEYPASSWD(3)</a>
   */
  EasyOption<String> KEYPASSWD = EasyOption.ofString("KEYPASSWD", 10026);

  /**
   * Required server key: DER/PEM file or sha256//base64 list.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PINNEDPUBLICKEY.html">CURLOPT_PINNEDPUBLICKEY(3)</a>
   */
  EasyOption<String> PINNEDPUBLICKEY = EasyOption.ofString("PINNEDPUBLICKEY", 10230);

  /**
   * CA file for the HTTPS proxy.
   *
   * <p>Default: system dependent. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_CAINFO.html">CURLOPT_PROXY_CAINFO(3)</a>
   */
  EasyOption<String> PROXY_CAINFO = EasyOption.ofString("PROXY_CAINFO", 10246);

  /**
   * CA PEM in memory for the HTTPS proxy.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_CAINFO_BLOB.html">CURLOPT_PROXY_CAINFO_BLOB(3)</a>
   */
  EasyOption<byte[]> PROXY_CAINFO_BLOB = EasyOption.ofBlob("PROXY_CAINFO_BLOB", 40310);

  /**
   * CA directory for the HTTPS proxy.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_CAPATH.html">CURLOPT_PROXY_CAPATH(3)</a>
   */
  EasyOption<String> PROXY_CAPATH = EasyOption.ofString("PROXY_CAPATH", 10247);

  /**
   * CRL file for the HTTPS proxy.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_CRLFILE.html">CURLOPT_PROXY_CRLFILE(3)</a>
   */
  EasyOption<String> PROXY_CRLFILE = EasyOption.ofString("PROXY_CRLFILE", 10260);

  /**
   * Required issuer of the proxy certificate.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_ISSUERCERT.html">CURLOPT_PROXY_ISSUERCERT(3)</a>
   */
  EasyOption<String> PROXY_ISSUERCERT = EasyOption.ofString("PROXY_ISSUERCERT", 10296);

  /**
   * The certificate that must have issued the proxy's, as PEM held in memory; wins over
   * PROXY_ISSUERCERT.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_ISSUERCERT_BLOB.html">CURLOPT_PROXY_ISSUERCERT_BLOB(3)</a>
   */
  EasyOption<byte[]> PROXY_ISSUERCERT_BLOB = EasyOption.ofBlob("PROXY_ISSUERCERT_BLOB", 40297);

  /**
   * Pass phrase of the proxy client key.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_KEYPASSWD.html">CURLOPT_PROXY_KEYPASSWD(3)</a>
   */
  EasyOption<String> PROXY_KEYPASSWD = EasyOption.ofString("PROXY_KEYPASSWD", 10258);

  /**
   * Pinned public key of the HTTPS proxy.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_PINNEDPUBLICKEY.html">CURLOPT_PROXY_PINNEDPUBLICKEY(3)</a>
   */
  EasyOption<String> PROXY_PINNEDPUBLICKEY = EasyOption.ofString("PROXY_PINNEDPUBLICKEY", 10263);

  /**
   * Client certificate for the HTTPS proxy.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSLCERT.html">CURLOPT_PROXY_SSLCERT(3)</a>
   */
  EasyOption<String> PROXY_SSLCERT = EasyOption.ofString("PROXY_SSLCERT", 10254);

  /**
   * Format of the client certificate for the HTTPS proxy.
   *
   * <p>Default: "PEM". Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSLCERTTYPE.html">CURLOPT_PROXY_SSLCERTTYPE(3)</a>
   */
  EasyOption<String> PROXY_SSLCERTTYPE = EasyOption.ofString("PROXY_SSLCERTTYPE", 10255);

  /**
   * The client certificate for the HTTPS proxy, held in memory; wins over PROXY_SSLCERT.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSLCERT_BLOB.html">CURLOPT_PROXY_SSLCERT_BLOB(3)</a>
   */
  EasyOption<byte[]> PROXY_SSLCERT_BLOB = EasyOption.ofBlob("PROXY_SSLCERT_BLOB", 40293);

  /**
   * Client key for the HTTPS proxy.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSLKEY.html">CURLOPT_PROXY_SSLKEY(3)</a>
   */
  EasyOption<String> PROXY_SSLKEY = EasyOption.ofString("PROXY_SSLKEY", 10256);

  /**
   * Format of the client key for the HTTPS proxy.
   *
   * <p>Default: "PEM". Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSLKEYTYPE.html">CURLOPT_PROXY_SSLKEYTYPE(3)</a>
   */
  EasyOption<String> PROXY_SSLKEYTYPE = EasyOption.ofString("PROXY_SSLKEYTYPE", 10257);

  /**
   * The client key for the HTTPS proxy, held in memory; wins over PROXY_SSLKEY.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSLKEY_BLOB.html">CURLOPT_PROXY_SSLKEY_BLOB(3)</a>
   */
  EasyOption<byte[]> PROXY_SSLKEY_BLOB = EasyOption.ofBlob("PROXY_SSLKEY_BLOB", 40294);

  /**
   * TLS version range towards the proxy.
   *
   * <p>Default: DEFAULT. Values: {@code CURL_SSLVERSION_*}, one of them or one of each half; others
   * answer BAD_FUNCTION_ARGUMENT. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSLVERSION.html">CURLOPT_PROXY_SSLVERSION(3)</a>
   */
  EasyOption<Long> PROXY_SSLVERSION =
      EasyOption.ofValues("PROXY_SSLVERSION", 250, 0L).checked(ValueRules::sslVersion);

  /**
   * Cipher list (TLS &lt;= 1.2) towards the proxy.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSL_CIPHER_LIST.html">CURLOPT_PROXY_SSL_CIPHER_LIST(3)</a>
   */
  EasyOption<String> PROXY_SSL_CIPHER_LIST = EasyOption.ofString("PROXY_SSL_CIPHER_LIST", 10259);

  /**
   * Behaviour bits towards the proxy.
   *
   * <p>Default: 0. Values: {@code CURLSSLOPT_*} bits. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSL_OPTIONS.html">CURLOPT_PROXY_SSL_OPTIONS(3)</a>
   */
  EasyOption<Long> PROXY_SSL_OPTIONS =
      EasyOption.ofLong("PROXY_SSL_OPTIONS", 261, 0L).adjusted(ValueRules.mask(0xFF));

  /**
   * Name check of the proxy certificate.
   *
   * <p>Default: 2. Switch: any value but 0 is on. 1 is taken for 2. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSL_VERIFYHOST.html">CURLOPT_PROXY_SSL_VERIFYHOST(3)</a>
   */
  EasyOption<Long> PROXY_SSL_VERIFYHOST = EasyOption.ofLong("PROXY_SSL_VERIFYHOST", 249, 2L);

  /**
   * Chain check of the proxy certificate.
   *
   * <p>Default: 1. Switch: any value but 0 is on. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSL_VERIFYPEER.html">CURLOPT_PROXY_SSL_VERIFYPEER(3)</a>
   */
  EasyOption<Long> PROXY_SSL_VERIFYPEER = EasyOption.ofLong("PROXY_SSL_VERIFYPEER", 248, 1L);

  /**
   * TLS 1.3 suites towards the proxy.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_TLS13_CIPHERS.html">CURLOPT_PROXY_TLS13_CIPHERS(3)</a>
   */
  EasyOption<String> PROXY_TLS13_CIPHERS = EasyOption.ofString("PROXY_TLS13_CIPHERS", 10277);

  /**
   * Client certificate file.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLCERT.html">CURLOPT_SSLCERT(3)</a>
   */
  EasyOption<String> SSLCERT = EasyOption.ofString("SSLCERT", 10025);

  /**
   * Client certificate format: PEM, DER, P12.
   *
   * <p>Default: "PEM". Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLCERTTYPE.html">CURLOPT_SSLCERTTYPE(3)</a>
   */
  EasyOption<String> SSLCERTTYPE = EasyOption.ofString("SSLCERTTYPE", 10086);

  /**
   * Client certificate from memory.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLCERT_BLOB.html">CURLOPT_SSLCERT_BLOB(3)</a>
   */
  EasyOption<byte[]> SSLCERT_BLOB = EasyOption.ofBlob("SSLCERT_BLOB", 40291);

  /**
   * Private key file of the client certificate.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLKEY.html">CURLOPT_SSLKEY(3)</a>
   */
  EasyOption<String> SSLKEY = EasyOption.ofString("SSLKEY", 10087);

  /**
   * Private key format: PEM, DER, ENG, PROV.
   *
   * <p>Default: "PEM". Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLKEYTYPE.html">CURLOPT_SSLKEYTYPE(3)</a>
   */
  EasyOption<String> SSLKEYTYPE = EasyOption.ofString("SSLKEYTYPE", 10088);

  /**
   * Private key from memory.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLKEY_BLOB.html">CURLOPT_SSLKEY_BLOB(3)</a>
   */
  EasyOption<byte[]> SSLKEY_BLOB = EasyOption.ofBlob("SSLKEY_BLOB", 40292);

  /**
   * Lowest TLS version, plus optional highest in the upper 16 bits.
   *
   * <p>Default: DEFAULT (&gt;= 1.2). Values: {@code CURL_SSLVERSION_*}, one of them or one of each
   * half; others answer BAD_FUNCTION_ARGUMENT. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLVERSION.html">CURLOPT_SSLVERSION(3)</a>
   */
  EasyOption<Long> SSLVERSION =
      EasyOption.ofValues("SSLVERSION", 32, 0L).checked(ValueRules::sslVersion);

  /**
   * Ciphers for TLS &lt;= 1.2, OpenSSL notation.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SSL_CIPHER_LIST.html">CURLOPT_SSL_CIPHER_LIST(3)</a>
   */
  EasyOption<String> SSL_CIPHER_LIST = EasyOption.ofString("SSL_CIPHER_LIST", 10083);

  /**
   * User object for the SSL context callback.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_CTX_DATA.html">CURLOPT_SSL_CTX_DATA(3)</a>
   */
  EasyOption<Object> SSL_CTX_DATA = EasyOption.ofData("SSL_CTX_DATA", 10109);

  /**
   * Lets the app tune the TLS context before the handshake.
   *
   * <p>Default: null. Thread: as its type says. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SSL_CTX_FUNCTION.html">CURLOPT_SSL_CTX_FUNCTION(3)</a>
   */
  EasyOption<SslCtxCallback> SSL_CTX_FUNCTION =
      EasyOption.ofFunction("SSL_CTX_FUNCTION", 20108, SslCtxCallback.class);

  /**
   * Key exchange groups, colon list.
   *
   * <p>Default: "". Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SSL_EC_CURVES.html">CURLOPT_SSL_EC_CURVES(3)</a>
   */
  EasyOption<String> SSL_EC_CURVES = EasyOption.ofString("SSL_EC_CURVES", 10298);

  /**
   * Use ALPN (needed to get HTTP/2 over TLS).
   *
   * <p>Default: 1. Switch: any value but 0 is on. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SSL_ENABLE_ALPN.html">CURLOPT_SSL_ENABLE_ALPN(3)</a>
   */
  EasyOption<Long> SSL_ENABLE_ALPN = EasyOption.ofLong("SSL_ENABLE_ALPN", 226, 1L);

  /**
   * Bits: native CA, no revoke, partial chain, early data, ...
   *
   * <p>Default: 0. Values: {@code CURLSSLOPT_*} bits. Protocols: TLS.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_OPTIONS.html">CURLOPT_SSL_OPTIONS(3)</a>
   */
  EasyOption<Long> SSL_OPTIONS =
      EasyOption.ofValues("SSL_OPTIONS", 216, 0L).adjusted(ValueRules.mask(0xFF));

  /**
   * Reuse TLS sessions.
   *
   * <p>Default: 1. Switch: any value but 0 is on. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SSL_SESSIONID_CACHE.html">CURLOPT_SSL_SESSIONID_CACHE(3)</a>
   */
  EasyOption<Long> SSL_SESSIONID_CACHE = EasyOption.ofLong("SSL_SESSIONID_CACHE", 150, 1L);

  /**
   * Allowed signature algorithms: OpenSSL's names or TLS 1.3's, with colons between them. Makes the
   * JDK's TLS do the connection.
   *
   * <p>Default: null. On a JDK before 19: NOT_BUILT_IN. A name that is not known: SSL_CIPHER from
   * the transfer. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SSL_SIGNATURE_ALGORITHMS.html">CURLOPT_SSL_SIGNATURE_ALGORITHMS(3)</a>
   */
  EasyOption<String> SSL_SIGNATURE_ALGORITHMS =
      EasyOption.ofString("SSL_SIGNATURE_ALGORITHMS", 10328);

  /**
   * Check the certificate's name; 0 off, 1 and 2 on.
   *
   * <p>Default: 2. Switch: any value but 0 is on. 1 is taken for 2. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SSL_VERIFYHOST.html">CURLOPT_SSL_VERIFYHOST(3)</a>
   */
  EasyOption<Long> SSL_VERIFYHOST = EasyOption.ofLong("SSL_VERIFYHOST", 81, 2L);

  /**
   * Check the certificate chain.
   *
   * <p>Default: 1. Switch: any value but 0 is on. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SSL_VERIFYPEER.html">CURLOPT_SSL_VERIFYPEER(3)</a>
   */
  EasyOption<Long> SSL_VERIFYPEER = EasyOption.ofLong("SSL_VERIFYPEER", 64, 1L);

  /**
   * Demand a good OCSP staple: without one, or with one that says otherwise or is signed by nobody
   * trusted, the transfer ends with SSL_INVALIDCERTSTATUS. Nobody but the server is asked. Not
   * asked for again on a session that is resumed.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SSL_VERIFYSTATUS.html">CURLOPT_SSL_VERIFYSTATUS(3)</a>
   */
  EasyOption<Long> SSL_VERIFYSTATUS = EasyOption.ofLong("SSL_VERIFYSTATUS", 232, 0L);

  /**
   * TLS 1.3 suites.
   *
   * <p>Default: null. Protocols: TLS.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_TLS13_CIPHERS.html">CURLOPT_TLS13_CIPHERS(3)</a>
   */
  EasyOption<String> TLS13_CIPHERS = EasyOption.ofString("TLS13_CIPHERS", 10276);

  /**
   * Old name of KEYPASSWD.
   *
   * <p>Default: null. Protocols: TLS, SFTP, SCP. Deprecated in libcurl 7.17.0.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SSLCERTPASSWD.html">CURLOPT_SSLCERTPASSWD(3)</a>
   */
  EasyOption<String> SSLCERTPASSWD = EasyOption.alias("SSLCERTPASSWD", KEYPASSWD);

  /**
   * Old name of KEYPASSWD.
   *
   * <p>Default: null. Protocols: TLS, SFTP, SCP. Deprecated in libcurl 7.17.0.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLKEYPASSWD.html">CURLOPT_SSLKEYPASSWD(3)</a>
   */
  EasyOption<String> SSLKEYPASSWD = EasyOption.alias("SSLKEYPASSWD", KEYPASSWD);
}
