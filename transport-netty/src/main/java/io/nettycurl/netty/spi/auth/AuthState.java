package io.nettycurl.netty.spi.auth;

import static io.nettycurl.CurlSymbols.CURLAUTH_AWS_SIGV4;
import static io.nettycurl.CurlSymbols.CURLAUTH_BASIC;
import static io.nettycurl.CurlSymbols.CURLAUTH_BEARER;
import static io.nettycurl.CurlSymbols.CURLAUTH_DIGEST;
import static io.nettycurl.CurlSymbols.CURLAUTH_DIGEST_IE;
import static io.nettycurl.CurlSymbols.CURLAUTH_NEGOTIATE;
import static io.nettycurl.CurlSymbols.CURLAUTH_NTLM;

import io.nettycurl.CurlCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Owned by the loop. Authentication towards one party, an origin or a proxy: which schemes are
 * wanted, which the party offered, which one was picked. Knows no I/O.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPAUTH.html">CURLOPT_HTTPAUTH(3)</a>
 */
public final class AuthState {
  /** Nothing offered can be used. */
  private static final long PICK_NONE = 1L << 30;

  private static final int NONCE_BYTES = 12;

  private final AuthEnvironment environment;
  private final DigestState digest;
  private long wanted;
  private long picked;
  private long offered;
  private long everOffered;
  private boolean done;
  private boolean multipass;
  private boolean problem;
  private long used;
  private Object place;
  private String value;
  private String failure;

  /** Nothing known. */
  public AuthState() {
    this(AuthEnvironment.SYSTEM);
  }

  /**
   * Nothing known.
   *
   * @param environment what it needs of the world
   */
  public AuthState(AuthEnvironment environment) {
    this.environment = environment;
    digest = new DigestState(this::clientNonce);
  }

  private String clientNonce() {
    return Base64.getEncoder().encodeToString(environment.bytes(NONCE_BYTES));
  }

  /** Whether this Java runtime can prove who we are by tickets. */
  public static boolean negotiates() {
    return GssExchange.available();
  }

  /**
   * Whether one of the schemes that tie a connection to a login may come to be used.
   *
   * @param option {@code CURLAUTH_*} bits
   */
  public static boolean bindsConnections(long option) {
    return (option & (CURLAUTH_NTLM | CURLAUTH_NEGOTIATE)) != 0;
  }

  /**
   * What an option comes to: Digest as old servers want it is Digest all the same, and what this
   * Java runtime cannot do is left out.
   *
   * @param option {@code CURLAUTH_*} bits
   * @return such bits
   */
  public static long usable(long option) {
    long schemes = GssExchange.available() ? option : option & ~CURLAUTH_NEGOTIATE;
    return (schemes & CURLAUTH_DIGEST_IE) != 0
        ? (schemes & ~CURLAUTH_DIGEST_IE) | CURLAUTH_DIGEST
        : schemes;
  }

  /**
   * Begins a transfer.
   *
   * @param schemes {@code CURLAUTH_*} bits that may be used
   */
  public void begin(long schemes) {
    wanted = usable(schemes);
    picked &= wanted;
    problem = false;
    offered = 0;
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
   * Another party than before is asked from scratch.
   *
   * @param next who is talked to
   */
  public void talksTo(Party next) {
    if (place != null && !place.equals(next.place())) {
      digest.clear();
      picked = 0;
      done = false;
    }
    place = next.place();
  }

  /** The connection is a new one: what holds for a connection has to be proved again. */
  public void freshConnection() {
    if (done && (picked & CURLAUTH_NTLM) != 0) {
      picked = 0;
      done = false;
    }
  }

  /**
   * What has to be worked out before {@link #request}. May take long: for any thread but a loop's.
   *
   * @param party who is talked to
   * @param custom whether the user gave a field of the name
   * @param login what the connection knows
   * @return null if there is nothing
   */
  public Runnable work(Party party, boolean custom, ConnectionLogin login) {
    long next = picked == 0 ? wanted : picked;
    return next != CURLAUTH_NEGOTIATE || custom ? null : login.negotiate.work(party, environment);
  }

  /**
   * Makes the value of the Authorization field of the next request: see {@link #value}.
   *
   * @param credentials what to prove; may be null
   * @param party who is talked to
   * @param request what is to be sent
   * @param login what the connection knows; null where {@link #bindsConnections} is false
   * @return OK, or the result of the transfer; then {@link #failure} tells why
   */
  public CurlCode request(
      Credentials credentials, Party party, AuthRequest request, ConnectionLogin login) {
    if (wanted != 0 && picked == 0) {
      picked = wanted;
    }
    value = null;
    multipass = false;
    used = 0;
    if (picked == CURLAUTH_NEGOTIATE) {
      negotiate(request.custom(), login.negotiate);
    } else if (picked == CURLAUTH_NTLM && credentials != null) {
      return ntlm(credentials, login.ntlm);
    } else if (picked == CURLAUTH_DIGEST) {
      digest(credentials, party, request);
    } else if (picked == CURLAUTH_AWS_SIGV4) {
      // the protocol signs the whole request
      used = credentials == null || request.custom() ? 0 : picked;
      done = true;
    } else {
      value = credentials == null || request.custom() ? null : atOnce(credentials);
      used = value == null ? 0 : picked;
      done |= picked == CURLAUTH_BASIC || picked == CURLAUTH_BEARER;
    }
    return CurlCode.OK;
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

  private static String basic(Credentials credentials) {
    String login = credentials.userText() + ':' + credentials.passwordText();
    return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private void digest(Credentials credentials, Party party, AuthRequest request) {
    digest.bind(party.place(), credentials);
    used = CURLAUTH_DIGEST;
    done = digest.challenged() && credentials != null;
    multipass = !done;
    value = done ? digest.answer(request.method(), request.target()) : null;
  }

  private CurlCode ntlm(Credentials credentials, NtlmState state) {
    try {
      String message = state.next(credentials, environment);
      value = message == null ? null : "NTLM " + message;
    } catch (NtlmMessages.TooLarge e) {
      failure = e.getMessage();
      return CurlCode.TOO_LARGE;
    }
    used = CURLAUTH_NTLM;
    done = state.complete();
    multipass = !done;
    return CurlCode.OK;
  }

  private void negotiate(boolean custom, NegotiateState state) {
    if (custom) {
      done = true;
      return;
    }
    String token = state.next();
    value = token == null ? null : "Negotiate " + token;
    used = CURLAUTH_NEGOTIATE;
    // Without a ticket the request goes out as it is: perhaps nobody asks for one.
    done = true;
  }

  /** The value of the field, as the last {@link #request} made it; null to send none. */
  public String value() {
    return value;
  }

  /** Why the last {@link #request} failed. */
  public String failure() {
    return failure;
  }

  /** Whether the next response will be a challenge, so that a body would be sent in vain. */
  public boolean challengeExpected() {
    return multipass && !done;
  }

  /**
   * Whether a scheme was picked.
   *
   * @param scheme a {@code CURLAUTH_*} bit
   */
  public boolean picked(long scheme) {
    return picked == scheme;
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

  /**
   * The name of a scheme.
   *
   * @param scheme a {@code CURLAUTH_*} bit
   */
  public static String name(long scheme) {
    if (scheme == CURLAUTH_BASIC) {
      return "Basic";
    } else if (scheme == CURLAUTH_DIGEST) {
      return "Digest";
    } else if (scheme == CURLAUTH_BEARER) {
      return "Bearer";
    } else if (scheme == CURLAUTH_AWS_SIGV4) {
      return "AWS_SIGV4";
    }
    return scheme == CURLAUTH_NTLM ? "NTLM" : "Negotiate";
  }

  /** All schemes offered in this transfer. */
  public long everOffered() {
    return everOffered;
  }

  /**
   * Takes the value of a WWW-Authenticate or Proxy-Authenticate field, which may hold several
   * challenges.
   *
   * @param field the value
   * @param login what the connection knows
   */
  public void challenge(String field, ConnectionLogin login) {
    int position = 0;
    while (position < field.length()) {
      offer(field, position, login);
      int comma = field.indexOf(',', position);
      if (comma < 0) {
        return;
      }
      position = skipBlanks(field, comma + 1);
    }
  }

  private void offer(String field, int at, ConnectionLogin login) {
    if (isScheme(field, at, "Negotiate")) {
      if (GssExchange.available()) {
        negotiateOffered(field, at, login.negotiate);
      }
    } else if (isScheme(field, at, "NTLM")) {
      offered(CURLAUTH_NTLM);
      if (picked == CURLAUTH_NTLM) {
        problem = !login.ntlm.challenge(rest(field, at, "NTLM"));
      }
    } else if (isScheme(field, at, "Digest")) {
      digestOffered(field, at);
    } else if (isScheme(field, at, "Basic")) {
      spentIfPicked(CURLAUTH_BASIC);
    } else if (isScheme(field, at, "Bearer")) {
      spentIfPicked(CURLAUTH_BEARER);
    }
  }

  private void offered(long scheme) {
    everOffered |= scheme;
    offered |= scheme;
  }

  /** A scheme that was used and is asked for again has failed. */
  private void spentIfPicked(long scheme) {
    offered(scheme);
    if (picked == scheme) {
      offered = 0;
      problem = true;
    }
  }

  private void digestOffered(String field, int at) {
    boolean before = (offered & CURLAUTH_DIGEST) != 0;
    offered(CURLAUTH_DIGEST);
    if (before) {
      return;
    }
    int parameters = at + "Digest".length();
    boolean fine =
        parameters < field.length()
            && isBlank(field.charAt(parameters))
            && digest.challenge(field.substring(parameters + 1));
    problem |= !fine;
  }

  private void negotiateOffered(String field, int at, NegotiateState state) {
    offered(CURLAUTH_NEGOTIATE);
    if (picked != CURLAUTH_NEGOTIATE) {
      return;
    }
    boolean others = (wanted & ~CURLAUTH_NEGOTIATE) != 0;
    if (state.failed() && others) {
      // There is no ticket to be had: another scheme may do. libcurl gives up here.
      wanted &= ~CURLAUTH_NEGOTIATE;
      picked = 0;
    } else {
      problem = !state.challenge(rest(field, at, "Negotiate"));
    }
  }

  private static String rest(String field, int at, String scheme) {
    return field.substring(skipBlanks(field, at + scheme.length())).stripTrailing();
  }

  private static int skipBlanks(String field, int from) {
    int position = from;
    while (position < field.length() && isBlank(field.charAt(position))) {
      position++;
    }
    return position;
  }

  private static boolean isScheme(String field, int at, String name) {
    int end = at + name.length();
    return field.regionMatches(true, at, name, 0, name.length())
        && (end == field.length() || !isAlphanumeric(field.charAt(end)));
  }

  private static boolean isAlphanumeric(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /**
   * The head of a response is complete.
   *
   * @param challenged whether its status asks this party's credentials
   * @param closing whether the connection ends with the response
   * @param login what the connection knows
   */
  public void responded(boolean challenged, boolean closing, ConnectionLogin login) {
    if (login == null) {
      return;
    }
    if (challenged) {
      // The answer would have to go over a connection that is no more.
      problem |= closing && login.challenged();
    } else {
      login.negotiate.accepted();
    }
  }

  /**
   * Takes the value of a Persistent-Auth field.
   *
   * @param field the value
   * @param login what the connection knows
   */
  public void persistence(String field, ConnectionLogin login) {
    if (picked == CURLAUTH_NEGOTIATE) {
      login.negotiate.persists(!field.regionMatches(true, 0, "false", 0, "false".length()));
    }
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
    if ((usable & CURLAUTH_NEGOTIATE) != 0) {
      picked = CURLAUTH_NEGOTIATE;
    } else if ((usable & CURLAUTH_BEARER) != 0 && credentials.bearer() != null) {
      picked = CURLAUTH_BEARER;
    } else if ((usable & CURLAUTH_DIGEST) != 0 && credentials.hasLogin()) {
      picked = CURLAUTH_DIGEST;
    } else if ((usable & CURLAUTH_NTLM) != 0) {
      picked = CURLAUTH_NTLM;
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
