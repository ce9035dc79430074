package io.nettycurl.http;

import io.nettycurl.http.cookie.CookieEngine;
import io.nettycurl.http.policy.Origin;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.netty.spi.auth.AuthState;
import io.nettycurl.netty.spi.auth.HandleLogins;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.spi.RequestKind;

/** Owned by the loop. What one transfer keeps from hop to hop. */
final class HttpSession {
  /** What a body is sent as; a redirect may turn it into GET. */
  RequestKind kind;

  /** Whether no body is wanted, whatever the method comes to. */
  boolean noBody;

  /** Whether CUSTOMREQUEST holds no longer. */
  boolean ignoreCustomRequest;

  /** Whether a server refused Expect. */
  boolean noExpect;

  /** How many requests were followed by another one: redirects and authentication. */
  int followed;

  /** What to send as Referer; null for nothing. */
  String referer;

  /** Where the first request went; null before it. */
  Origin firstOrigin;

  /** Where the present request goes. */
  Origin origin;

  /** Whether a server refused to serve the transfer by HTTP/2. */
  boolean oneOneOnly;

  /** How often a server did not take a request of the transfer. */
  int refusals;

  /** The lowest version that any response had; 0 before the first one. */
  int lowestVersion;

  /** How many header lines were received. */
  int headerLines;

  /** How many bytes of header lines were received. */
  long headerBytes;

  /** How many cookies the present request was answered with. */
  int setCookies;

  private AuthState hostAuth;
  private AuthState proxyAuth;
  private boolean begun;

  /** Becomes one that no transfer has used. */
  void clear() {
    kind = null;
    noBody = false;
    ignoreCustomRequest = false;
    noExpect = false;
    oneOneOnly = false;
    refusals = 0;
    followed = 0;
    referer = null;
    firstOrigin = null;
    origin = null;
    lowestVersion = 0;
    headerLines = 0;
    headerBytes = 0;
    setCookies = 0;
    hostAuth = null;
    proxyAuth = null;
    begun = false;
  }

  /** The cookies that the handle minds; null if it does not. */
  CookieEngine cookies(TransferContext transfer) {
    CookieEngine engine = transfer.state().attachment(CookieEngine.class, null);
    return engine != null && engine.isActive() ? engine : null;
  }

  /** Reads the options at the first hop. */
  void begin(TransferContext transfer) {
    setCookies = 0;
    if (begun) {
      return;
    }
    begun = true;
    kind = transfer.requestKind();
    noBody = kind == RequestKind.HEAD || transfer.options().on(CurlOpt.NOBODY);
    referer = transfer.options().get(CurlOpt.REFERER);
  }

  /** Authentication towards the origin. */
  AuthState hostAuth(TransferContext transfer) {
    if (hostAuth == null) {
      hostAuth = HandleLogins.of(transfer.state()).host();
    }
    return hostAuth;
  }

  /** Authentication towards a forwarding proxy. */
  AuthState proxyAuth(TransferContext transfer) {
    if (proxyAuth == null) {
      proxyAuth = HandleLogins.of(transfer.state()).proxy();
    }
    return proxyAuth;
  }

  /** Whether authentication has begun to matter. */
  boolean authenticates() {
    return hostAuth != null || proxyAuth != null;
  }

  /** Tells the infos what was offered and used so far. */
  void tellAuth(TransferContext transfer) {
    if (hostAuth != null) {
      transfer.infos().set(CurlInfo.HTTPAUTH_AVAIL, hostAuth.everOffered());
      transfer.infos().set(CurlInfo.HTTPAUTH_USED, hostAuth.used());
    }
    if (proxyAuth != null && transfer.connection().forwarded()) {
      transfer.infos().set(CurlInfo.PROXYAUTH_AVAIL, proxyAuth.everOffered());
      transfer.infos().set(CurlInfo.PROXYAUTH_USED, proxyAuth.used());
    }
  }

  /** Whether authentication failed for good. */
  boolean authProblem() {
    return (hostAuth != null && hostAuth.problem()) || (proxyAuth != null && proxyAuth.problem());
  }

  /** Forgets a challenge that was the former origin's. */
  void changeOrigin() {
    if (hostAuth != null) {
      hostAuth.changeParty();
    }
  }
}
