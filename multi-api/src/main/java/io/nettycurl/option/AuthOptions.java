package io.nettycurl.option;

/**
 * Names and passwords: the CURLOPT_* options of that theme, under libcurl's names.
 *
 * <p>Text counts in UTF-8: at most 8000000 bytes, no NUL. Lists and blobs are copied; a blob has 1
 * to 8000000 bytes. What breaks this answers BAD_FUNCTION_ARGUMENT. Null puts the default back.
 * What nothing acts on answers NOT_BUILT_IN.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
 */
public interface AuthOptions {
  /**
   * Whether names and passwords come from a netrc file: not at all; where the URL leaves something
   * open; or for a name in the URL its password, and else both. What USERNAME says wins over the
   * file. The file counts at each hop, so a redirect gets the login of the host it leads to.
   *
   * <p>A file that is missing or broken fails the transfer with READ_ERROR if it is required, and
   * is passed over if it is optional.
   *
   * <p>Default: IGNORED. Values: {@code CURL_NETRC_*}; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_NETRC.html">CURLOPT_NETRC(3)</a>
   */
  EasyOption<Long> NETRC = EasyOption.ofValues("NETRC", 51, 0L).checked(ValueRules.between(0, 2));

  /**
   * The netrc file.
   *
   * <p>Default: null, which is what the environment's NETRC names, or .netrc in the home directory.
   * Read when a transfer starts, where the loop is not the caller's own by a thread for such work.
   * Protocols: All.
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
   * <p>Default: by protocol. Protocols: HTTP, FTP, IMAP, POP3, SMTP, LDAP.
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
   * Name and password with a colon between them; the name cannot hold one. Not percent-encoded.
   * Stored as USERNAME and PASSWORD.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_USERPWD.html">CURLOPT_USERPWD(3)</a>
   */
  EasyOption<String> USERPWD = EasyOption.ofString("USERPWD", 10005);
}
