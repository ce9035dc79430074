package io.nettycurl.netty.spi.auth;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Owned by the loop. Digest authentication towards one party: the challenge in force and how often
 * its nonce was used.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616">RFC 7616</a>
 */
final class DigestState {
  private final Supplier<String> clientNonces;
  private DigestChallenge challenge;
  private Object party;
  private Credentials credentials;
  private String clientNonce;
  private int count;

  /**
   * No challenge yet.
   *
   * @param clientNonces gives a new random text at each call
   */
  DigestState(Supplier<String> clientNonces) {
    this.clientNonces = clientNonces;
  }

  /** Forgets the challenge. */
  void clear() {
    challenge = null;
    party = null;
    credentials = null;
    clientNonce = null;
    count = 0;
  }

  /** Whether there is a challenge to answer. */
  boolean challenged() {
    return challenge != null;
  }

  /**
   * Takes a challenge.
   *
   * @param parameters what follows the scheme's name
   * @return whether it makes sense to answer: false if it cannot be answered, or was answered
   *     before and refused
   */
  boolean challenge(String parameters) {
    boolean before = challenge != null;
    clear();
    challenge = DigestChallenge.parse(parameters);
    return challenge != null && (!before || challenge.stale());
  }

  /**
   * Drops a challenge that was meant for another party or other credentials.
   *
   * @param newParty who is talked to
   * @param newCredentials what is proved
   */
  void bind(Object newParty, Credentials newCredentials) {
    boolean other =
        (party != null && !party.equals(newParty))
            || (credentials != null && !credentials.equals(newCredentials));
    if (other) {
      clear();
    }
    party = newParty;
    credentials = newCredentials;
  }

  /**
   * Answers the challenge.
   *
   * @param method the request's method
   * @param target path and query
   * @return the value of the Authorization field
   */
  String answer(String method, String target) {
    if (clientNonce == null) {
      clientNonce = clientNonces.get();
    }
    count = Math.max(count, 1);
    DigestAlgorithm algorithm = DigestAlgorithm.named(challenge.algorithm());
    String realm = challenge.realm() == null ? "" : challenge.realm();
    String user = credentials.userText();
    StringBuilder out = new StringBuilder(256).append("Digest ");
    quoted(out, "username", challenge.userhash() ? algorithm.hash(user + ':' + realm) : user);
    quoted(out.append(", "), "realm", realm);
    quoted(out.append(", "), "nonce", challenge.nonce());
    quoted(out.append(", "), "uri", target);
    if (challenge.qop() != null) {
      out.append(", cnonce=\"").append(clientNonce);
      out.append("\", nc=").append(countText()).append(", qop=").append(challenge.qop());
    }
    out.append(", response=\"").append(response(algorithm, realm, method, target)).append('"');
    if (challenge.qop() != null) {
      count++;
    }
    return optional(out).toString();
  }

  private StringBuilder optional(StringBuilder out) {
    if (challenge.opaque() != null) {
      quoted(out.append(", "), "opaque", challenge.opaque());
    }
    if (challenge.algorithm() != null) {
      out.append(", algorithm=").append(challenge.algorithm());
    }
    if (challenge.userhash()) {
      out.append(", userhash=true");
    }
    return out;
  }

  private String response(DigestAlgorithm algorithm, String realm, String method, String target) {
    String secret =
        algorithm.hash(credentials.userText() + ':' + realm + ':' + credentials.passwordText());
    if (algorithm.session()) {
      secret = algorithm.hash(secret + ':' + challenge.nonce() + ':' + clientNonce);
    }
    String request = method + ':' + target;
    if ("auth-int".equals(challenge.qop())) {
      // As in libcurl the body counts as empty, which is true of GET and the like only.
      request += ':' + algorithm.hash("");
    }
    String second = algorithm.hash(request);
    if (challenge.qop() == null) {
      return algorithm.hash(secret + ':' + challenge.nonce() + ':' + second);
    }
    return algorithm.hash(
        String.join(
            ":", secret, challenge.nonce(), countText(), clientNonce, challenge.qop(), second));
  }

  private String countText() {
    return String.format("%08x", count);
  }

  private static void quoted(StringBuilder out, String name, String value) {
    out.append(name).append("=\"");
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      if (b == '"' || b == '\\') {
        out.append('\\').append((char) b);
      } else if (b < ' ' || b > '~') {
        out.append(String.format("%%%02X", b & 0xff));
      } else {
        out.append((char) b);
      }
    }
    out.append('"');
  }
}
