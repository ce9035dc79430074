package io.nettycurl.http;

import static io.nettycurl.CurlSymbols.CURLFOLLOW_FIRSTONLY;
import static io.nettycurl.CurlSymbols.CURLFOLLOW_OBEYCODE;
import static io.nettycurl.CurlSymbols.CURLU_ALLOW_SPACE;
import static io.nettycurl.CurlSymbols.CURLU_NON_SUPPORT_SCHEME;
import static io.nettycurl.CurlSymbols.CURL_REDIR_POST_301;
import static io.nettycurl.CurlSymbols.CURL_REDIR_POST_302;
import static io.nettycurl.CurlSymbols.CURL_REDIR_POST_303;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.spi.NextStep;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.RequestKind;
import io.nettycurl.spi.TransferUrl;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;

/**
 * Owned by the loop. Decides what the request after a redirect or a challenge is, and whether there
 * is one.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_FOLLOWLOCATION.html">CURLOPT_FOLLOWLOCATION(3)</a>
 */
final class RedirectPolicy {
  private final TransferContext transfer;
  private final HttpSession session;
  private final OptionValues options;
  private final int status;
  private NextStep step;

  RedirectPolicy(TransferContext transfer, HttpSession session, int status) {
    this.transfer = transfer;
    this.session = session;
    this.options = transfer.options();
    this.status = status;
  }

  /** What to do next, after an OK of the others. */
  NextStep step() {
    return step;
  }

  /**
   * The same URL again: counts like a redirect.
   *
   * @param sameConnection whether only the present connection will do
   */
  CurlCode repeat(boolean sameConnection) {
    if (overLimit()) {
      transfer.infos().set(CurlInfo.REDIRECT_URL, transfer.url().get(UrlPart.URL, 0).value());
      return tooMany();
    }
    count();
    changeMethod();
    step = new NextStep(null, true, sameConnection ? NextStep.Choice.SAME : NextStep.Choice.ANY);
    return CurlCode.OK;
  }

  /** Where Location points; gives OK or the result of the exchange. */
  CurlCode follow(String location) {
    if (overLimit()) {
      tell(location);
      return tooMany();
    }
    count();
    TransferUrl target = TransferUrl.follow(transfer.url(), location, options);
    if (target.code() == CurlCode.OK) {
      keepPort(target.url(), location);
      target = TransferUrl.allowed(target.url(), true, options);
    }
    if (target.code() != CurlCode.OK) {
      // It was followed as far as could be.
      transfer.infos().set(CurlInfo.REDIRECT_COUNT, transfer.redirects() + 1L);
      transfer.failed(target.message());
      return target.code();
    }
    if (transfer.verbose()) {
      String url = target.url().get(UrlPart.URL, 0).value();
      transfer.info("Issue another request to this URL: '" + url + "'");
    }
    changeMethod();
    step = NextStep.follow(target.url());
    return CurlCode.OK;
  }

  /** The PORT option holds until a URL with a host of its own is followed. */
  private void keepPort(CurlUrl target, String location) {
    int port = session.origin.port();
    if (port != transfer.url().effectivePort() && !CurlUrl.isAbsolute(location, false)) {
      target.set(UrlPart.PORT, Integer.toString(port), 0);
    }
  }

  /** Tells where Location would have led. */
  void tell(String location) {
    CurlUrl url = transfer.url().duplicate();
    CurlUrlCode code = url.set(UrlPart.URL, location, CURLU_NON_SUPPORT_SCHEME | CURLU_ALLOW_SPACE);
    String target = code == CurlUrlCode.OK ? url.get(UrlPart.URL, 0).value() : location;
    transfer.infos().set(CurlInfo.REDIRECT_URL, target);
  }

  private boolean overLimit() {
    long limit = options.number(CurlOpt.MAXREDIRS);
    return limit != -1 && session.followed >= limit;
  }

  private CurlCode tooMany() {
    transfer.failed("Maximum (" + options.number(CurlOpt.MAXREDIRS) + ") redirects followed");
    return CurlCode.TOO_MANY_REDIRECTS;
  }

  private void count() {
    session.followed++;
    if (options.on(CurlOpt.AUTOREFERER)) {
      CurlUrl former = transfer.url().duplicate();
      former.set(UrlPart.FRAGMENT, null, 0);
      former.set(UrlPart.USER, null, 0);
      former.set(UrlPart.PASSWORD, null, 0);
      session.referer = former.get(UrlPart.URL, 0).value();
    }
  }

  private void changeMethod() {
    long mode = options.number(CurlOpt.FOLLOWLOCATION);
    String custom = options.get(CurlOpt.CUSTOMREQUEST);
    if (mode == CURLFOLLOW_FIRSTONLY && custom != null) {
      session.ignoreCustomRequest = true;
    }
    if (switchesToGet()) {
      boolean other = custom != null || session.kind != RequestKind.GET;
      if (mode == CURLFOLLOW_OBEYCODE && other) {
        session.ignoreCustomRequest = true;
      }
      session.kind = RequestKind.GET;
    }
  }

  private boolean switchesToGet() {
    boolean post = session.kind == RequestKind.POST || session.kind == RequestKind.POST_MIME;
    switch (status) {
      case 301:
        return post && !keepsPost(CURL_REDIR_POST_301);
      case 302:
        return post && !keepsPost(CURL_REDIR_POST_302);
      case 303:
        return !post || !keepsPost(CURL_REDIR_POST_303);
      default:
        return false;
    }
  }

  private boolean keepsPost(long bit) {
    return (options.number(CurlOpt.POSTREDIR) & bit) != 0;
  }
}
