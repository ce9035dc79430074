package io.nettycurl.http;

import io.nettycurl.CurlCode;
import io.nettycurl.http.altsvc.AltSvcEngine;
import io.nettycurl.http.cookie.CookieEngine;
import io.nettycurl.http.cookie.PublicSuffixes;
import io.nettycurl.http.hsts.HstsEngine;
import io.nettycurl.netty.spi.Preparation;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.spi.DerivedOptions;
import io.nettycurl.spi.EasyState;
import java.util.ArrayList;
import java.util.List;

/** Owned by whoever runs its present step. What a handle's memory has to read before a transfer. */
final class HttpPreparation implements Preparation {
  private final EasyState easy;
  private final boolean mayWait;
  private final HstsEngine asking;
  private final List<String> notes = new ArrayList<>();

  private HttpPreparation(EasyState easy, boolean mayWait, HstsEngine asking) {
    this.easy = easy;
    this.mayWait = mayWait;
    this.asking = asking;
  }

  /** Null if there is nothing to read. */
  static HttpPreparation of(EasyState easy, boolean mayWait) {
    CookieEngine cookies = easy.attachment(CookieEngine.class, null);
    if (cookies != null) {
      cookies.begin();
    }
    boolean files = startsCookies(easy);
    HstsEngine hsts = HstsEngine.active(easy);
    boolean hosts = hsts != null && hsts.begin();
    boolean asks = hsts != null && easy.options().get(CurlOpt.HSTSREADFUNCTION) != null;
    AltSvcEngine alternatives = AltSvcEngine.active(easy);
    boolean services = alternatives != null && alternatives.hasUnread();
    boolean suffixes =
        !mayWait && easy.attachment(CookieEngine.class, null) != null && !PublicSuffixes.isLoaded();
    return files || suffixes || hosts || asks || services
        ? new HttpPreparation(easy, mayWait, asks ? hsts : null)
        : null;
  }

  /** Whether there are files of cookies to be read. An empty name only starts minding cookies. */
  private static boolean startsCookies(EasyState easy) {
    List<String> names = easy.options().get(DerivedOptions.COOKIEFILES);
    if (names == null) {
      return false;
    }
    for (String name : names) {
      if (!name.isEmpty()) {
        CookieEngine.of(easy);
        return true;
      }
    }
    CookieEngine.load(easy, note -> {});
    return false;
  }

  @Override
  public CurlCode load() {
    if (!mayWait) {
      // Rather now than on the loop, at the first cookie that it bears on.
      PublicSuffixes.installed();
    }
    CurlCode code = CookieEngine.load(easy, notes::add);
    HstsEngine hsts = HstsEngine.active(easy);
    code = code == CurlCode.OK && hsts != null ? hsts.load() : code;
    AltSvcEngine alternatives = AltSvcEngine.active(easy);
    return code == CurlCode.OK && alternatives != null ? alternatives.load() : code;
  }

  @Override
  public String callbackName() {
    return asking == null ? null : "HSTS read";
  }

  @Override
  public CurlCode callUser() {
    return asking.callRead();
  }

  @Override
  public List<String> notes() {
    return notes;
  }
}
