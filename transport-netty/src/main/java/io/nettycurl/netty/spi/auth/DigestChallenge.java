package io.nettycurl.netty.spi.auth;

import java.util.Locale;

/**
 * Immutable. What a server asks for with "Digest".
 *
 * @param realm the realm; null if not given
 * @param nonce the nonce
 * @param opaque to be sent back; null if not given
 * @param qop "auth", "auth-int" or null
 * @param algorithm the algorithm as written; null if not given
 * @param stale whether only the nonce was out of date
 * @param userhash whether the user name is to be hashed
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616#section-3.3">RFC 7616, section 3.3</a>
 */
record DigestChallenge(
    String realm,
    String nonce,
    String opaque,
    String qop,
    String algorithm,
    boolean stale,
    boolean userhash) {

  /** Owned by one call. Reads the parameters one after the other. */
  private static final class Reader {
    private static final int MAX_NAME = 255;
    private static final int MAX_VALUE = 1023;

    private final String text;
    private int position;
    private String name;
    private String value;

    Reader(String text) {
      this.text = text;
    }

    /** Goes to the next parameter; gives false at the end or where the syntax ends. */
    boolean next() {
      skipBlanks();
      int equals = text.indexOf('=', position);
      if (equals < 0 || equals - position > MAX_NAME) {
        return false;
      }
      name = text.substring(position, equals).toLowerCase(Locale.ROOT);
      position = equals + 1;
      boolean quoted = position < text.length() && text.charAt(position) == '"';
      boolean fine = quoted ? quoted() : bare();
      if (fine) {
        skipBlanks();
        if (position < text.length() && text.charAt(position) == ',') {
          position++;
        }
      }
      return fine;
    }

    private boolean quoted() {
      StringBuilder out = new StringBuilder();
      position++;
      while (position < text.length() && out.length() < MAX_VALUE) {
        char c = text.charAt(position++);
        if (c == '"') {
          value = out.toString();
          return true;
        }
        if (c == '\\') {
          if (position == text.length()) {
            return false;
          }
          c = text.charAt(position++);
        }
        out.append(c);
      }
      value = out.toString();
      return true;
    }

    private boolean bare() {
      int start = position;
      while (position < text.length()
          && text.charAt(position) != ','
          && position - start < MAX_VALUE) {
        if (text.charAt(position) == '"') {
          return false;
        }
        position++;
      }
      value = text.substring(start, position);
      return true;
    }

    private void skipBlanks() {
      while (position < text.length()
          && (text.charAt(position) == ' ' || text.charAt(position) == '\t')) {
        position++;
      }
    }
  }

  /**
   * Reads a challenge.
   *
   * @param parameters what follows the scheme's name
   * @return the challenge; null if it cannot be answered
   */
  static DigestChallenge parse(String parameters) {
    String realm = null;
    String nonce = null;
    String opaque = null;
    String qop = null;
    String algorithm = null;
    boolean stale = false;
    boolean userhash = false;
    Reader reader = new Reader(parameters);
    while (reader.next()) {
      switch (reader.name) {
        case "realm" -> realm = reader.value;
        case "nonce" -> nonce = reader.value;
        case "opaque" -> opaque = reader.value;
        case "qop" -> qop = chooseQop(reader.value, qop);
        case "algorithm" -> algorithm = reader.value;
        case "stale" -> stale |= reader.value.equalsIgnoreCase("true");
        case "userhash" -> userhash |= reader.value.equalsIgnoreCase("true");
        default -> {
          // Unknown parameters are to be ignored.
        }
      }
    }
    DigestChallenge challenge =
        new DigestChallenge(realm, nonce, opaque, qop, algorithm, stale, userhash);
    return challenge.usable() ? challenge : null;
  }

  private static String chooseQop(String offered, String otherwise) {
    String chosen = otherwise;
    for (String token : offered.split(",", -1)) {
      String name = token.strip();
      if (name.equalsIgnoreCase("auth")) {
        return "auth";
      }
      if (name.equalsIgnoreCase("auth-int")) {
        chosen = "auth-int";
      }
    }
    return chosen;
  }

  private boolean usable() {
    return nonce != null
        && DigestAlgorithm.named(algorithm) != null
        && (qop != null || !DigestAlgorithm.named(algorithm).session());
  }
}
