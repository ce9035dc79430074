package io.nettycurl.netty.spi.auth;

/**
 * Immutable. What one party is told to prove who we are.
 *
 * @param user user name; null if there is none
 * @param password password; null if there is none
 * @param bearer OAuth 2.0 token; null if there is none
 */
public record Credentials(String user, String password, String bearer) {
  /**
   * Credentials, if there are any.
   *
   * @return null if all parts are null
   */
  public static Credentials of(String user, String password, String bearer) {
    return user == null && password == null && bearer == null
        ? null
        : new Credentials(user, password, bearer);
  }

  /** Whether there is a user name or a password. */
  public boolean hasLogin() {
    return user != null || password != null;
  }

  /** The user name, empty if there is none. */
  public String userText() {
    return user == null ? "" : user;
  }

  /** The password, empty if there is none. */
  public String passwordText() {
    return password == null ? "" : password;
  }

  @Override
  public String toString() {
    return "Credentials[" + userText() + "]";
  }
}
