package io.nettycurl.option;

import java.util.List;

/**
 * FTP and FTPS: the CURLOPT_* options of that theme, under libcurl's names.
 *
 * <p>Text counts in UTF-8: at most 8000000 bytes, no NUL. Lists and blobs are copied; a blob has 1
 * to 8000000 bytes. What breaks this answers BAD_FUNCTION_ARGUMENT. Null puts the default back.
 * What nothing acts on answers NOT_BUILT_IN.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
 */
public interface FtpOptions {
  /**
   * How long active-mode FTP waits for the server's data connection.
   *
   * <p>Default: 60000. Unit: milliseconds. Values: 0 and above; others answer
   * BAD_FUNCTION_ARGUMENT. Protocols: FTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_ACCEPTTIMEOUT_MS.html">CURLOPT_ACCEPTTIMEOUT_MS(3)</a>
   */
  EasyOption<Long> ACCEPTTIMEOUT_MS =
      EasyOption.ofLong("ACCEPTTIMEOUT_MS", 212, 60000L)
          .checked(ValueRules.atLeast(0))
          .adjusted(ValueRules.zeroMeans(60_000));

  /**
   * Upload with APPE so data lands after the existing remote content.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: FTP, SFTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_APPEND.html">CURLOPT_APPEND(3)</a>
   */
  EasyOption<Long> APPEND = EasyOption.ofLong("APPEND", 50, 0L);

  /**
   * List names only: NLST in place of LIST.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: FTP, SFTP, POP3.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_DIRLISTONLY.html">CURLOPT_DIRLISTONLY(3)</a>
   */
  EasyOption<Long> DIRLISTONLY = EasyOption.ofLong("DIRLISTONLY", 48, 0L);

  /**
   * Active mode; string gives interface, address or "-", with optional port range.
   *
   * <p>Default: null. Protocols: FTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTPPORT.html">CURLOPT_FTPPORT(3)</a>
   */
  EasyOption<String> FTPPORT = EasyOption.ofString("FTPPORT", 10017);

  /**
   * Whether AUTH TLS or AUTH SSL is tried first.
   *
   * <p>Default: DEFAULT (SSL first). Values: {@code CURLFTPAUTH_*}; others answer
   * BAD_FUNCTION_ARGUMENT. Protocols: FTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTPSSLAUTH.html">CURLOPT_FTPSSLAUTH(3)</a>
   */
  EasyOption<Long> FTPSSLAUTH =
      EasyOption.ofValues("FTPSSLAUTH", 129, 0L).checked(ValueRules.between(0, 2));

  /**
   * Account text sent by ACCT when login answers 332.
   *
   * <p>Default: null. Protocols: FTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_ACCOUNT.html">CURLOPT_FTP_ACCOUNT(3)</a>
   */
  EasyOption<String> FTP_ACCOUNT = EasyOption.ofString("FTP_ACCOUNT", 10134);

  /**
   * Command tried when USER/PASS is refused.
   *
   * <p>Default: null. Protocols: FTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_FTP_ALTERNATIVE_TO_USER.html">CURLOPT_FTP_ALTERNATIVE_TO_USER(3)</a>
   */
  EasyOption<String> FTP_ALTERNATIVE_TO_USER =
      EasyOption.ofString("FTP_ALTERNATIVE_TO_USER", 10147);

  /**
   * MKD when CWD fails, then CWD again; value 2 tolerates MKD failure.
   *
   * <p>Default: 0 (none). Values: {@code CURLFTP_CREATE_DIR_*}; others answer
   * BAD_FUNCTION_ARGUMENT. Protocols: FTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_FTP_CREATE_MISSING_DIRS.html">CURLOPT_FTP_CREATE_MISSING_DIRS(3)</a>
   */
  EasyOption<Long> FTP_CREATE_MISSING_DIRS =
      EasyOption.ofLong("FTP_CREATE_MISSING_DIRS", 110, 0L).checked(ValueRules.between(0, 2));

  /**
   * One CWD per path part, one for the whole path, or none.
   *
   * <p>Default: MULTICWD. Values: {@code CURLFTPMETHOD_*}; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: FTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_FTP_FILEMETHOD.html">CURLOPT_FTP_FILEMETHOD(3)</a>
   */
  EasyOption<Long> FTP_FILEMETHOD =
      EasyOption.ofValues("FTP_FILEMETHOD", 138, 1L).checked(ValueRules.between(0, 3));

  /**
   * Ignore the address in the 227 reply and use the control peer.
   *
   * <p>Default: 1. Switch: any value but 0 is on. Protocols: FTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_FTP_SKIP_PASV_IP.html">CURLOPT_FTP_SKIP_PASV_IP(3)</a>
   */
  EasyOption<Long> FTP_SKIP_PASV_IP = EasyOption.ofLong("FTP_SKIP_PASV_IP", 137, 1L);

  /**
   * Send CCC after login to drop TLS on the control channel.
   *
   * <p>Default: NONE. Values: {@code CURLFTPSSL_CCC_*}; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: FTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_SSL_CCC.html">CURLOPT_FTP_SSL_CCC(3)</a>
   */
  EasyOption<Long> FTP_SSL_CCC =
      EasyOption.ofLong("FTP_SSL_CCC", 154, 0L).checked(ValueRules.between(0, 2));

  /**
   * Prefer EPRT over PORT for active mode.
   *
   * <p>Default: 1. Switch: any value but 0 is on. Protocols: FTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_USE_EPRT.html">CURLOPT_FTP_USE_EPRT(3)</a>
   */
  EasyOption<Long> FTP_USE_EPRT = EasyOption.ofLong("FTP_USE_EPRT", 106, 1L);

  /**
   * Prefer EPSV over PASV for passive mode.
   *
   * <p>Default: 1. Switch: any value but 0 is on. Protocols: FTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_USE_EPSV.html">CURLOPT_FTP_USE_EPSV(3)</a>
   */
  EasyOption<Long> FTP_USE_EPSV = EasyOption.ofLong("FTP_USE_EPSV", 85, 1L);

  /**
   * Send PRET before PASV/EPSV (drftpd).
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: FTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_USE_PRET.html">CURLOPT_FTP_USE_PRET(3)</a>
   */
  EasyOption<Long> FTP_USE_PRET = EasyOption.ofLong("FTP_USE_PRET", 188, 0L);

  /**
   * FTP commands after a successful transfer.
   *
   * <p>Default: null. Protocols: FTP, SFTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_POSTQUOTE.html">CURLOPT_POSTQUOTE(3)</a>
   */
  EasyOption<List<String>> POSTQUOTE = EasyOption.ofList("POSTQUOTE", 10039);

  /**
   * FTP commands after CWD/TYPE just before the transfer.
   *
   * <p>Default: null. Protocols: FTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PREQUOTE.html">CURLOPT_PREQUOTE(3)</a>
   */
  EasyOption<List<String>> PREQUOTE = EasyOption.ofList("PREQUOTE", 10093);

  /**
   * Append ;type=a or i to FTP URLs fetched through an HTTP proxy.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_TRANSFER_MODE.html">CURLOPT_PROXY_TRANSFER_MODE(3)</a>
   */
  EasyOption<Long> PROXY_TRANSFER_MODE = EasyOption.ofLong("PROXY_TRANSFER_MODE", 166, 0L);

  /**
   * FTP commands right after login; leading * tolerates failure.
   *
   * <p>Default: null. Protocols: FTP, SFTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_QUOTE.html">CURLOPT_QUOTE(3)</a>
   */
  EasyOption<List<String>> QUOTE = EasyOption.ofList("QUOTE", 10028);

  /**
   * The longest wait for one reply on the control connection; 0 is the default. The last one set of
   * this and SERVER_RESPONSE_TIMEOUT_MS counts.
   *
   * <p>Default: 60. Unit: seconds. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: FTP, IMAP, POP3, SMTP, SFTP, SCP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SERVER_RESPONSE_TIMEOUT.html">CURLOPT_SERVER_RESPONSE_TIMEOUT(3)</a>
   */
  EasyOption<Long> SERVER_RESPONSE_TIMEOUT =
      EasyOption.ofLong("SERVER_RESPONSE_TIMEOUT", 112, 60L).checked(ValueRules.atLeast(0));

  /**
   * The longest wait for one reply on the control connection; 0 is the default. The last one set of
   * this and SERVER_RESPONSE_TIMEOUT counts.
   *
   * <p>Default: 60000. Unit: milliseconds. Values: 0 and above; others answer
   * BAD_FUNCTION_ARGUMENT. Protocols: FTP, IMAP, POP3, SMTP, SFTP, SCP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SERVER_RESPONSE_TIMEOUT_MS.html">CURLOPT_SERVER_RESPONSE_TIMEOUT_MS(3)</a>
   */
  EasyOption<Long> SERVER_RESPONSE_TIMEOUT_MS =
      EasyOption.ofLong("SERVER_RESPONSE_TIMEOUT_MS", 324, 60000L)
          .checked(ValueRules.atLeast(0))
          .adjusted(ValueRules.zeroMeans(60_000));

  /**
   * ASCII mode (TYPE A).
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TRANSFERTEXT.html">CURLOPT_TRANSFERTEXT(3)</a>
   */
  EasyOption<Long> TRANSFERTEXT = EasyOption.ofLong("TRANSFERTEXT", 53, 0L);

  /**
   * Explicit FTPS level: try, control only, all.
   *
   * <p>Default: NONE. Values: {@code CURLUSESSL_*}; others answer BAD_FUNCTION_ARGUMENT. Protocols:
   * FTP, SMTP, POP3, IMAP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_USE_SSL.html">CURLOPT_USE_SSL(3)</a>
   */
  EasyOption<Long> USE_SSL =
      EasyOption.ofValues("USE_SSL", 119, 0L).checked(ValueRules.between(0, 3));

  /**
   * Old name of APPEND.
   *
   * <p>Default: 0. Protocols: FTP, SFTP. Deprecated in libcurl 7.16.4.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTPAPPEND.html">CURLOPT_FTPAPPEND(3)</a>
   */
  EasyOption<Long> FTPAPPEND = EasyOption.alias("FTPAPPEND", APPEND);

  /**
   * Old name of DIRLISTONLY.
   *
   * <p>Default: 0. Protocols: FTP, SFTP, POP3. Deprecated in libcurl 7.16.4.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTPLISTONLY.html">CURLOPT_FTPLISTONLY(3)</a>
   */
  EasyOption<Long> FTPLISTONLY = EasyOption.alias("FTPLISTONLY", DIRLISTONLY);

  /**
   * Old name of SERVER_RESPONSE_TIMEOUT.
   *
   * <p>Default: 60. Protocols: FTP, IMAP, POP3, SMTP, SFTP, SCP. Deprecated in libcurl 7.85.0.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_FTP_RESPONSE_TIMEOUT.html">CURLOPT_FTP_RESPONSE_TIMEOUT(3)</a>
   */
  EasyOption<Long> FTP_RESPONSE_TIMEOUT =
      EasyOption.alias("FTP_RESPONSE_TIMEOUT", SERVER_RESPONSE_TIMEOUT);

  /**
   * Old name of USE_SSL.
   *
   * <p>Default: NONE. Protocols: FTP, SMTP, POP3, IMAP. Deprecated in libcurl 7.16.4.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_SSL.html">CURLOPT_FTP_SSL(3)</a>
   */
  EasyOption<Long> FTP_SSL = EasyOption.alias("FTP_SSL", USE_SSL);
}
