package io.nettycurl.examples.curl.output;

import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.util.Set;

/** Any thread; no state. A Location that can be clicked on, for terminals that know OSC 8. */
final class Hyperlink {
  private static final String LINK = "\u001b]8;;";
  private static final String END = "\u001b\\";
  private static final int LAST_BROKEN_VTE = 4801;
  private static final Set<String> SAFE = Set.of("http", "https", "ftp", "ftps");

  private Hyperlink() {}

  /**
   * Wraps a value.
   *
   * @param value of the header, with blanks and line end
   * @param base the URL it may be relative to
   */
  static String around(String value, String base) {
    String vte = System.getenv("VTE_VERSION");
    if (vte != null && (!vte.matches("\\d{1,9}") || Integer.parseInt(vte) <= LAST_BROKEN_VTE)) {
      return value;
    }
    CurlUrl url = new CurlUrl();
    boolean resolved =
        base != null
            && url.set(UrlPart.URL, base, 0) == CurlUrlCode.OK
            && url.set(UrlPart.URL, value.strip(), 0) == CurlUrlCode.OK;
    if (!resolved || !SAFE.contains(url.scheme())) {
      return value;
    }
    CurlUrl.Result target = url.get(UrlPart.URL, CurlSymbols.CURLU_NO_DEFAULT_PORT);
    if (target.code() != CurlUrlCode.OK) {
      return value;
    }
    String text = value.stripLeading();
    String blanks = value.substring(0, value.length() - text.length());
    return blanks + LINK + target.value() + END + text + LINK + END;
  }
}
