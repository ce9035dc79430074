package io.nettycurl.http.policy;

import static io.nettycurl.CurlSymbols.CURLU_NO_DEFAULT_PORT;
import static io.nettycurl.CurlSymbols.CURLU_URLENCODE;

import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.netty.spi.auth.Credentials;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;

/**
 * Any thread; no state. The URL as a forwarding proxy is asked for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2">RFC 9112, 3.2.2</a>
 */
public final class ForwardUrl {
  private static final String MODE = ";type=";

  private ForwardUrl() {}

  /**
   * Makes it: without fragment, and for http without login, which is told in a field.
   *
   * @param transfer whose URL
   * @param port where it leads: the user's option may stand for that of the URL
   * @param credentials the origin's; may be null
   * @return the URL
   */
  public static String of(TransferContext transfer, int port, Credentials credentials) {
    CurlUrl url = transfer.url().duplicate();
    String ascii = url.asciiHost();
    if (ascii != null && !ascii.equals(url.host())) {
      url.set(UrlPart.HOST, ascii, 0);
    }
    if (port != url.effectivePort()) {
      url.set(UrlPart.PORT, Integer.toString(port), 0);
    }
    url.set(UrlPart.FRAGMENT, null, 0);
    if (transfer.scheme().name().equals("http")) {
      url.set(UrlPart.USER, null, 0);
      url.set(UrlPart.PASSWORD, null, 0);
    } else if (credentials != null && credentials.hasLogin()) {
      url.set(UrlPart.USER, credentials.userText(), CURLU_URLENCODE);
      url.set(UrlPart.PASSWORD, credentials.passwordText(), CURLU_URLENCODE);
    }
    String text = url.get(UrlPart.URL, CURLU_NO_DEFAULT_PORT).value();
    boolean tellsMode =
        transfer.scheme().name().equals("ftp")
            && transfer.options().on(CurlOpt.PROXY_TRANSFER_MODE)
            && !hasMode(url.path());
    if (!tellsMode) {
      return text;
    }
    return text + (transfer.options().on(CurlOpt.TRANSFERTEXT) ? ";type=a" : ";type=i");
  }

  private static boolean hasMode(String path) {
    int at = path.length() - MODE.length() - 1;
    return at >= 0
        && path.startsWith(MODE, at)
        && "adiADI".indexOf(path.charAt(path.length() - 1)) >= 0;
  }
}
