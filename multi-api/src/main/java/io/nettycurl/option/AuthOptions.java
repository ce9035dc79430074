package io.nettycurl.option;

/** Names and passwords: the CURLOPT_* options of that theme, under libcurl's names. */
public interface AuthOptions {
  /**
   * Ignore, optionally use, or require credentials from .netrc.
   *
   * <p>Default: IGNORED. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_NETRC.html">CURLOPT_NETRC(3)</a>
   */
  EasyOption<Long> NETRC = EasyOption.ofValues("NETRC", 51, 0L);

  /**
   * Path of the netrc file.
   *
   * <p>Default: null (~/.netrc). Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_NETRC_FILE.html">CURLOPT_NETRC_FILE(3)</a>
   */
  EasyOption<String> NETRC_FILE = EasyOption.ofString("NETRC_FILE", 10118);

  /**
   * Password part of the credentials.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PASSWORD.html">CURLOPT_PASSWORD(3)</a>
   */
  EasyOption<String> PASSWORD = EasyOption.ofString("PASSWORD", 10174);

  /**
   * Kerberos/Digest service name.
   *
   * <p>Default: by protocol. Protocols: HTTP,FTP,IMAP,POP3,SMTP,LDAP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SERVICE_NAME.html">CURLOPT_SERVICE_NAME(3)</a>
   */
  EasyOption<String> SERVICE_NAME = EasyOption.ofString("SERVICE_NAME", 10236);

  /**
   * User part of the credentials.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_USERNAME.html">CURLOPT_USERNAME(3)</a>
   */
  EasyOption<String> USERNAME = EasyOption.ofString("USERNAME", 10173);

  /**
   * user:password (name may not hold a colon).
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_USERPWD.html">CURLOPT_USERPWD(3)</a>
   */
  EasyOption<String> USERPWD = EasyOption.ofString("USERPWD", 10005);
}
