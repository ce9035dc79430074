package io.nettycurl.http;

import static io.nettycurl.CurlSymbols.CURLAUTH_AWS_SIGV4;
import static io.nettycurl.CurlSymbols.CURLAUTH_NEGOTIATE;
import static io.nettycurl.CurlSymbols.CURLAUTH_NTLM;

import io.nettycurl.CurlCode;
import io.nettycurl.http.policy.Origin;
import io.nettycurl.http.request.CustomHeaders;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.netty.spi.auth.AuthRequest;
import io.nettycurl.netty.spi.auth.AuthState;
import io.nettycurl.netty.spi.auth.ConnectionLogin;
import io.nettycurl.netty.spi.auth.Credentials;
import io.nettycurl.netty.spi.auth.Party;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.RequestKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Owned by the loop. Who one request says that we are, to the origin and to a forwarding proxy, and
 * what their challenges come to.
 */
final class Authentication {
  private static final String HOST_FIELD = "Authorization";
  private static final String PROXY_FIELD = "Proxy-Authorization";

  private TransferContext transfer;
  private HttpSession session;
  private OptionValues options;
  private Origin origin;
  private String hostBinding;

  /** Starts on a request of a transfer. */
  void begin(TransferContext newTransfer, HttpSession newSession) {
    transfer = newTransfer;
    session = newSession;
    options = newTransfer.options();
    hostBinding = null;
  }

  /** Lets go of the transfer. */
  void clear() {
    transfer = null;
    session = null;
    options = null;
    origin = null;
    hostBinding = null;
  }

  /**
   * Tells which connections may be used that are tied to a login: NTLM and Negotiate prove it once
   * for all of a connection.
   */
  void prepare(Origin target, ConnectionPlan plan) {
    origin = target;
    boolean host = AuthState.bindsConnections(options.number(CurlOpt.HTTPAUTH));
    boolean proxy =
        plan.forwarded() && AuthState.bindsConnections(options.number(CurlOpt.PROXYAUTH));
    if (!host && !proxy) {
      return;
    }
    hostBinding = host ? hostBinding() : "";
    List<String> bindings = new ArrayList<>(3);
    for (boolean hostToo : new boolean[] {true, false}) {
      for (boolean proxyToo : new boolean[] {true, false}) {
        if ((hostToo || proxyToo) && (host || !hostToo) && (proxy || !proxyToo)) {
          bindings.add(binding(hostToo, proxyToo));
        }
      }
    }
    plan.bindings(bindings);
  }

  /** The proxy's own credentials stand in the route already. */
  private String binding(boolean host, boolean proxy) {
    return (host ? hostBinding : "") + (proxy ? "\nproxy" : "");
  }

  private String hostBinding() {
    Credentials own = own();
    StringBuilder out = new StringBuilder();
    part(out, origin.scheme());
    part(out, origin.host());
    out.append(origin.port()).append(' ').append(delegation()).append(' ');
    part(out, service(options.get(CurlOpt.SERVICE_NAME)));
    part(out, own == null ? null : own.user());
    part(out, own == null ? null : own.password());
    part(out, own == null ? null : own.bearer());
    return out.toString();
  }

  /** With its length, so that no two lists of parts look alike. */
  private static void part(StringBuilder out, String text) {
    out.append(text == null ? -1 : text.length()).append(':').append(text == null ? "" : text);
  }

  private long delegation() {
    return options.number(CurlOpt.GSSAPI_DELEGATION);
  }

  private static String service(String name) {
    return name == null ? Party.USUAL_SERVICE : name;
  }

  /** Whether what is bound to the first origin may be used here. */
  boolean trusted() {
    return options.on(CurlOpt.UNRESTRICTED_AUTH) || origin.equals(session.firstOrigin);
  }

  /** What proves us to the origin. The URL's own login and netrc's hold at any origin. */
  Credentials own() {
    String user = transfer.user();
    String password = transfer.password();
    boolean ofUrl = transfer.url().user() != null || transfer.url().password() != null;
    if (!trusted() && !ofUrl && !options.on(CurlOpt.NETRC)) {
      user = null;
      password = null;
    }
    String bearer = trusted() ? options.get(CurlOpt.XOAUTH2_BEARER) : null;
    return Credentials.of(user, password, bearer);
  }

  /** What proves us to a forwarding proxy. */
  Credentials proxys() {
    ConnectionContext connection = transfer.connection();
    return connection.forwarded()
        ? Credentials.of(connection.proxyUser(), connection.proxyPassword(), null)
        : null;
  }

  /** What the connection knows; null if nothing can be known of a connection. */
  private ConnectionLogins logins() {
    return AuthState.bindsConnections(
            options.number(CurlOpt.HTTPAUTH) | options.number(CurlOpt.PROXYAUTH))
        ? transfer.connection().attachment(ConnectionLogins.class, ConnectionLogins::new)
        : null;
  }

  private ConnectionLogin login(boolean proxy) {
    ConnectionLogins logins = logins();
    return logins == null ? null : proxy ? logins.proxy : logins.host;
  }

  /** Whether credentials are of no account to whoever is asked for his ticket. */
  private boolean negotiates() {
    long bits = options.number(CurlOpt.HTTPAUTH) | options.number(CurlOpt.PROXYAUTH);
    return (bits & CURLAUTH_NEGOTIATE) != 0 && AuthState.negotiates();
  }

  private Party party(boolean proxy) {
    if (proxy) {
      ConnectionContext connection = transfer.connection();
      String host = connection.proxyHost();
      return new Party(
          host + ':' + connection.proxyPort(),
          host,
          service(options.get(CurlOpt.PROXY_SERVICE_NAME)),
          delegation());
    }
    return new Party(
        origin, origin.host(), service(options.get(CurlOpt.SERVICE_NAME)), delegation());
  }

  /** What has to be worked out, off the loop, before the request can be made; null if nothing. */
  Runnable work(RequestHead head) {
    if (!negotiates()) {
      return null;
    }
    Runnable proxys = null;
    Runnable hosts = null;
    if (transfer.connection().forwarded()) {
      proxys =
          session.proxyAuth(transfer).work(party(true), head.proxyHeader(PROXY_FIELD), login(true));
    }
    if (own() != null || trusted()) {
      hosts = session.hostAuth(transfer).work(party(false), customHost(), login(false));
    }
    if (proxys == null || hosts == null) {
      return proxys == null ? hosts : proxys;
    }
    Runnable first = proxys;
    Runnable second = hosts;
    return () -> {
      first.run();
      second.run();
    };
  }

  private boolean customHost() {
    return CustomHeaders.find(options.get(CurlOpt.HTTPHEADER), HOST_FIELD) != null;
  }

  /** Fills in what the request says about who we are; gives OK or the result of the exchange. */
  CurlCode request(RequestHead head) {
    head.probing = false;
    Credentials own = own();
    Credentials proxys = proxys();
    if (own == null && proxys == null && !negotiates()) {
      return CurlCode.OK;
    }
    AuthState proxy = session.proxyAuth(transfer);
    AuthState host = session.hostAuth(transfer);
    boolean fresh = transfer.connection().useCount() == 0;
    if (fresh) {
      host.freshConnection();
    }
    CurlCode code = CurlCode.OK;
    if (transfer.connection().forwarded()) {
      proxy.talksTo(party(true));
      if (fresh) {
        proxy.freshConnection();
      }
      boolean custom = head.proxyHeader(PROXY_FIELD);
      code = proxy.request(proxys, party(true), made(head, custom), login(true));
      head.proxyAuthorization = told(code, proxy, proxys, "Proxy");
    } else {
      proxy.skip();
    }
    if (code == CurlCode.OK && (own != null || trusted())) {
      code = host.request(own, party(false), made(head, customHost()), login(false));
      head.authorization = told(code, host, own, "Server");
    } else {
      host.skip();
    }
    boolean upload = session.kind != RequestKind.GET && session.kind != RequestKind.HEAD;
    head.probing = upload && (host.challengeExpected() || proxy.challengeExpected());
    bindConnection();
    return code;
  }

  /** Whether the request is to be signed as a whole. */
  boolean signs() {
    return session.authenticates()
        && state(false).picked(CURLAUTH_AWS_SIGV4)
        && own() != null
        && !customHost();
  }

  private AuthRequest made(RequestHead head, boolean custom) {
    String path = RequestHead.path(transfer.url());
    String query = transfer.url().query();
    return new AuthRequest(head.method, query == null ? path : path + '?' + query, custom);
  }

  private String told(CurlCode code, AuthState state, Credentials credentials, String who) {
    if (code != CurlCode.OK) {
      transfer.failed(state.failure());
      return null;
    }
    if (state.used() != 0 && transfer.verbose()) {
      String user = credentials == null ? "" : credentials.userText();
      transfer.info(
          who + " auth using " + AuthState.name(state.used()) + " with user '" + user + "'");
    }
    return state.value();
  }

  private void bindConnection() {
    ConnectionLogins logins = hostBinding == null ? null : logins();
    if (logins != null && (logins.host.begun() || logins.proxy.begun())) {
      transfer.connection().bind(binding(logins.host.begun(), logins.proxy.begun()));
    }
  }

  // The response

  /** A challenge came. */
  void challenged(boolean proxy, String value) {
    state(proxy).challenge(value, login(proxy));
  }

  /** The origin says whether one proof holds for all of the connection. */
  void persistence(String value) {
    if (session.authenticates() && login(false) != null) {
      state(false).persistence(value, login(false));
    }
  }

  private AuthState state(boolean proxy) {
    return proxy ? session.proxyAuth(transfer) : session.hostAuth(transfer);
  }

  /** The head of a final response is there. */
  void responded(int status, boolean closing) {
    if (session.authenticates()) {
      state(false).responded(status == 401, closing, login(false));
      state(true).responded(status == 407, closing, login(true));
    }
  }

  /**
   * Picks what to answer challenges with.
   *
   * @param probed whether a request without its body went well
   * @return whether another request is to be made
   */
  boolean pick(int status, boolean probed) {
    boolean picked = false;
    Credentials own = own();
    if (own != null && (status == 401 || probed)) {
      picked = state(false).pick(own);
    }
    Credentials proxys = proxys();
    if (proxys != null && (status == 407 || probed)) {
      picked |= state(true).pick(proxys);
    }
    return picked;
  }

  /** Whether NTLM was picked for the origin, which is for connections of a single use at a time. */
  boolean picksNtlm() {
    return state(false).picked(CURLAUTH_NTLM);
  }

  /** Whether a handshake is under way, for which the connection must not be lost. */
  boolean underWay() {
    ConnectionLogins logins = session.authenticates() ? logins() : null;
    return logins != null
        && (underWay(state(false), logins.host) || underWay(state(true), logins.proxy));
  }

  private static boolean underWay(AuthState state, ConnectionLogin login) {
    return (state.picked(CURLAUTH_NTLM) || state.picked(CURLAUTH_NEGOTIATE)) && login.underWay();
  }

  /** Whether only this connection can bring the answer that is waited for. */
  boolean needsConnection() {
    ConnectionLogins logins = session.authenticates() ? logins() : null;
    return logins != null && logins.challenged();
  }
}
