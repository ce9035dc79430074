package io.nettycurl.http.auth;

import static io.nettycurl.CurlSymbols.CURLAUTH_AWS_SIGV4;
import static io.nettycurl.CurlSymbols.CURLAUTH_BASIC;
import static io.nettycurl.CurlSymbols.CURLAUTH_BEARER;
import static io.nettycurl.CurlSymbols.CURLAUTH_DIGEST;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Owned by the loop. Authentication towards one party, the origin or the proxy, over the requests
 * of one transfer: which schemes are wanted, which the party offered, which one was picked. Knows
 * no I/O.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPAUTH.html">CURLOPT_HTTPAUTH(3)</a>
 */
public final class AuthState {
  /** Nothing offered can be used. */
  private static final long PICK_NONE = 1L << 30;

  private final DigestState digest;
  private long wanted;
  private long picked;
  private long offered;
  private long everOffered;
  private boolean done;
  private boolean multipass;
  private boolean problem;
  private long used;

  /**
   * Nothing known.
   *
   * @param clientNonces gives a new random text at each call, for Digest
   */
  public AuthState(Supplier<String> clientNonces) {
    digest = new DigestState(clientNonces);
  }

  /**
   * Begins a transfer.
   *
   * @param schemes {@code CURLAUTH_*} bits that may be used
   */
  public void begin(long schemes) {
    wanted = schemes;
    picked &= schemes;
    problem = false;
    everOffered = 0;
    used = 0;
  }

  /** Nobody asks for credentials, or there are none. */
  public void skip() {
    done = true;
    multipass = false;
  }

  /** Forgets what belongs to the party talked to so far. */
  public void changeParty() {
    digest.clear();
  }

  /**
   * Makes the value of the Authorization field of the next request.
   *
   * @param credentials what to prove; may be null
   * @param party who is talked to
   * @param custom whether the user gave a field of the name
   * @param method the request's method
   * @param target path and query
   * @return the value; null to send none
   */
  public String request(
      Credentials credentials, Object party, boolean custom, String method, String target) {
    if (wanted != 0 && picked == 0) {
      picked = wanted;
    }
    if (picked == CURLAUTH_DIGEST) {
      used = CURLAUTH_DIGEST;
      return digest(credentials, party, method, target);
    }
    multipass = false;
    if (signs()) {
      used = credentials == null || custom ? 0 : picked;
      done = true;
      return null;
    }
    String value = credentials == null || custom ? null : atOnce(credentials);
    used = value == null ? 0 : picked;
    if (picked == CURLAUTH_BASIC || picked == CURLAUTH_BEARER) {
      done = true;
    }
    return value;
  }

  /** Whether the request is to be signed as a whole: see {@link AwsSigV4}. */
  public boolean signs() {
    return picked == CURLAUTH_AWS_SIGV4;
  }

  private String atOnce(Credentials credentials) {
    if (picked == CURLAUTH_BASIC && credentials.hasLogin()) {
      return "Basic " + basic(credentials);
    }
    if (picked == CURLAUTH_BEARER && credentials.bearer() != null) {
      return "Bearer " + credentials.bearer();
    }
    return null;
  }

  private String digest(Credentials credentials, Object party, String method, String target) {
    digest.bind(party, credentials);
    done = digest.challenged() && credentials != null;
    multipass = !done;
    return done ? digest.answer(method, target) : null;
  }

  private static String basic(Credentials credentials) {
    String login = credentials.userText() + ':' + credentials.passwordText();
    return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the next response will be a challenge, so that a body would be sent in vain. */
  public boolean challengeExpected() {
    return multipass && !done;
  }

  /** Whether nothing more is to be done about authentication. */
  public boolean done() {
    return done;
  }

  /** Whether authentication failed for good. */
  public boolean problem() {
    return problem;
  }

  /** The scheme in use, as a {@code CURLAUTH_*} bit; 0 while there is none. */
  public long used() {
    return used;
  }

  /** All schemes offered in this transfer. */
  public long everOffered() {
    return everOffered;
  }

  /**
   * Takes the value of a WWW-Authenticate or Proxy-Authenticate field, which may hold several
   * challenges.
   *
   * @param value the value
   */
  public void challenge(String value) {
    int position = 0;
    while (position < value.length()) {
      offer(value, position);
      int comma = value.indexOf(',', position);
      if (comma < 0) {
        return;
      }
      position = comma + 1;
      while (position < value.length() && isBlank(value.charAt(position))) {
        position++;
      }
    }
  }

  private void offer(String value, int at) {
    if (isScheme(value, at, "Digest")) {
      digestOffered(value, at);
    } else if (isScheme(value, at, "Basic")) {
      offered(CURLAUTH_BASIC);
    } else if (isScheme(value, at, "Bearer")) {
      offered(CURLAUTH_BEARER);
    }
  }

  private void digestOffered(String value, int at) {
    everOffered |= CURLAUTH_DIGEST;
    if ((offered & CURLAUTH_DIGEST) != 0) {
      return;
    }
    offered |= CURLAUTH_DIGEST;
    int parameters = at + "Digest".length();
    boolean fine =
        parameters < value.length()
            && isBlank(value.charAt(parameters))
            && digest.challenge(value.substring(parameters + 1));
    problem |= !fine;
  }

  /** A scheme that was used and is asked for again has failed. */
  private void offered(long scheme) {
    everOffered |= scheme;
    offered |= scheme;
    if (picked == scheme) {
      offered = 0;
      problem = true;
    }
  }

  private static boolean isScheme(String value, int at, String name) {
    int end = at + name.length();
    return value.regionMatches(true, at, name, 0, name.length())
        && (end == value.length() || !isAlphanumeric(value.charAt(end)));
  }

  private static boolean isAlphanumeric(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /**
   * Picks the best of the schemes offered, once the head of a response is complete.
   *
   * @param credentials what could be proved
   * @return whether one was picked, so that the request is to be sent again
   */
  public boolean pick(Credentials credentials) {
    long usable = offered & wanted;
    offered = 0;
    if ((usable & CURLAUTH_BEARER) != 0 && credentials.bearer() != null) {
      picked = CURLAUTH_BEARER;
    } else if ((usable & CURLAUTH_DIGEST) != 0 && credentials.hasLogin()) {
      picked = CURLAUTH_DIGEST;
    } else if ((usable & CURLAUTH_BASIC) != 0 && credentials.hasLogin()) {
      picked = CURLAUTH_BASIC;
    } else {
      picked = PICK_NONE;
      problem = true;
      return false;
    }
    used = picked;
    return true;
  }
}
