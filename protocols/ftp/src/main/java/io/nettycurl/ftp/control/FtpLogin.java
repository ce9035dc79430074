package io.nettycurl.ftp.control;

/**
 * Immutable. Who logs in, and how well protected. The texts have one character per byte.
 *
 * @param user the user name
 * @param password the password
 * @param account the answer to 332; null if there is none
 * @param alternative the command to try once after a refusal; null if there is none
 * @param useSsl a {@code CURLUSESSL_*} value
 * @param sslAuth a {@code CURLFTPAUTH_*} value
 * @param clearCommands a {@code CURLFTPSSL_CCC_*} value
 */
public record FtpLogin(
    String user,
    String password,
    String account,
    String alternative,
    long useSsl,
    long sslAuth,
    long clearCommands) {

  /** Text that is equal for two logins only if one may use the other's connection. */
  public String affinity() {
    StringBuilder text = new StringBuilder();
    part(text, user);
    part(text, password);
    part(text, account);
    part(text, alternative);
    return text.append(useSsl).append('/').append(clearCommands).toString();
  }

  /** The length in front keeps "a","bc" and "ab","c" apart. */
  private static void part(StringBuilder text, String value) {
    if (value == null) {
      text.append('-');
    } else {
      text.append(value.length()).append(':').append(value);
    }
    text.append('/');
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return "FtpLogin[user=" + user + ", useSsl=" + useSsl + "]";
  }
}
