package io.nettycurl.netty.connect.proxy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Owned by the loop. A proxy's Digest challenge, and the answers to it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616">RFC 7616</a>
 */
final class DigestChallenge {
  private static final String AUTH = "auth";

  private final Map<String, String> parameters;
  private final String algorithm;
  private final boolean session;
  private int uses;

  private DigestChallenge(Map<String, String> parameters, String algorithm, boolean session) {
    this.parameters = parameters;
    this.algorithm = algorithm;
    this.session = session;
  }

  /**
   * Reads a challenge.
   *
   * @param text what stands behind the word Digest
   * @return null if it cannot be answered
   */
  static DigestChallenge parse(String text) {
    Map<String, String> parameters = parameters(text);
    String name = parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
    boolean session = name.endsWith("-SESS");
    String algorithm =
        switch (session ? name.substring(0, name.length() - 5) : name) {
          case "MD5" -> "MD5";
          case "SHA-256" -> "SHA-256";
          case "SHA-512-256" -> "SHA-512/256";
          default -> null;
        };
    boolean answerable =
        algorithm != null
            && parameters.containsKey("nonce")
            && parameters.containsKey("realm")
            && (!parameters.containsKey("qop") || offersAuth(parameters.get("qop")));
    return answerable ? new DigestChallenge(parameters, algorithm, session) : null;
  }

  private static boolean offersAuth(String qop) {
    for (String word : qop.split(",", -1)) {
      if (word.strip().equalsIgnoreCase(AUTH)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> found = new TreeMap<>();
    int at = 0;
    while (at < text.length()) {
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      String name = text.substring(at, equals).replace(',', ' ').strip();
      StringBuilder value = new StringBuilder();
      at = readValue(text, equals + 1, value);
      found.putIfAbsent(name.toLowerCase(Locale.ROOT), value.toString());
    }
    return found;
  }

  private static int readValue(String text, int start, StringBuilder value) {
    int at = start;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    if (quoted) {
      at++;
    }
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (quoted && c == '\\' && at < text.length()) {
        value.append(text.charAt(at++));
      } else if (quoted ? c == '"' : c == ',' || c == ' ') {
        break;
      } else {
        value.append(c);
      }
    }
    return at;
  }

  /** Whether only the nonce was too old. */
  boolean stale() {
    return "true".equalsIgnoreCase(parameters.get("stale"));
  }

  /**
   * An answer.
   *
   * @param user user name
   * @param password password
   * @param uri where the tunnel is to lead
   * @param clientNonce made up by us
   * @return the value of Proxy-Authorization
   */
  String answer(String user, String password, String uri, String clientNonce) {
    String realm = parameters.get("realm");
    String nonce = parameters.get("nonce");
    String count = String.format(Locale.ROOT, "%08x", ++uses);
    String secret = hash(user + ":" + realm + ":" + password);
    if (session) {
      secret = hash(secret + ":" + nonce + ":" + clientNonce);
    }
    String request = hash("CONNECT:" + uri);
    boolean qop = parameters.containsKey("qop");
    String response =
        hash(
            qop
                ? secret
                    + ":"
                    + nonce
                    + ":"
                    + count
                    + ":"
                    + clientNonce
                    + ":"
                    + AUTH
                    + ":"
                    + request
                : secret + ":" + nonce + ":" + request);
    StringBuilder out = new StringBuilder("Digest ");
    quoted(out, "username", user);
    quoted(out.append(", "), "realm", realm);
    quoted(out.append(", "), "nonce", nonce);
    quoted(out.append(", "), "uri", uri);
    if (qop) {
      quoted(out.append(", "), "cnonce", clientNonce);
      out.append(", nc=").append(count).append(", qop=").append(AUTH);
    }
    quoted(out.append(", "), "response", response);
    if (parameters.containsKey("opaque")) {
      quoted(out.append(", "), "opaque", parameters.get("opaque"));
    }
    if (parameters.containsKey("algorithm")) {
      out.append(", algorithm=").append(parameters.get("algorithm"));
    }
    return out.toString();
  }

  private static void quoted(StringBuilder out, String name, String value) {
    out.append(name).append("=\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }

  private String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
