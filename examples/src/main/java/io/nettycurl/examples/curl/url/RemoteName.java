package io.nettycurl.examples.curl.url;

import io.nettycurl.Curl;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.examples.curl.console.ByteStrings;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;

/** Any thread; no state. File names out of URLs, and into them. */
public final class RemoteName {
  /** What a file is called whose URL has no name. */
  public static final String DEFAULT = "curl_response";

  private RemoteName() {}

  /** The library's code for a URL's fault. */
  public static CurlCode code(CurlUrlCode code) {
    return switch (code) {
      case OK -> CurlCode.OK;
      case OUT_OF_MEMORY -> CurlCode.OUT_OF_MEMORY;
      case UNSUPPORTED_SCHEME -> CurlCode.UNSUPPORTED_PROTOCOL;
      case LACKS_IDN -> CurlCode.NOT_BUILT_IN;
      case BAD_HANDLE -> CurlCode.BAD_FUNCTION_ARGUMENT;
      default -> CurlCode.URL_MALFORMAT;
    };
  }

  /**
   * The last part of a path that has something in it.
   *
   * @param path a URL's path
   * @return the name; null if there is none
   */
  public static String lastPart(String path) {
    String rest = path;
    while (true) {
      int slash = rest.lastIndexOf('/');
      int backslash = rest.lastIndexOf('\\');
      int cut = Math.max(slash, backslash > slash ? backslash : -1);
      if (cut < 0) {
        return null;
      }
      if (cut < rest.length() - 1) {
        return rest.substring(cut + 1);
      }
      rest = rest.substring(0, cut);
    }
  }

  /**
   * Adds a file's name to a URL that ends in a slash.
   *
   * @param url the URL
   * @param file the local file
   * @return the URL to upload to, or why there is none
   */
  public static CurlUrl.Result withFileName(String url, String file) {
    CurlUrl parsed = new CurlUrl();
    CurlUrlCode code =
        parsed.set(
            UrlPart.URL,
            url,
            CurlSymbols.CURLU_GUESS_SCHEME | CurlSymbols.CURLU_NON_SUPPORT_SCHEME);
    if (code != CurlUrlCode.OK) {
      return new CurlUrl.Result(code, null);
    }
    CurlUrl.Result path = parsed.get(UrlPart.PATH, 0);
    boolean query = parsed.get(UrlPart.QUERY, 0).code() == CurlUrlCode.OK;
    if (path.code() != CurlUrlCode.OK || query) {
      return path.code() == CurlUrlCode.OK ? new CurlUrl.Result(CurlUrlCode.OK, url) : path;
    }
    int slash = path.value().lastIndexOf('/');
    if (slash >= 0 && slash < path.value().length() - 1) {
      return new CurlUrl.Result(CurlUrlCode.OK, url);
    }
    String name = file.substring(file.lastIndexOf('/') + 1);
    name = name.substring(name.lastIndexOf('\\') + 1);
    String encoded = Curl.easyEscape(ByteStrings.encode(name));
    String full = slash < 0 ? path.value() + "/" + encoded : path.value() + encoded;
    code = parsed.set(UrlPart.PATH, full, 0);
    return code == CurlUrlCode.OK
        ? parsed.get(UrlPart.URL, CurlSymbols.CURLU_DEFAULT_SCHEME)
        : new CurlUrl.Result(code, null);
  }
}
