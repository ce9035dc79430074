package io.nettycurl.examples.curl.output;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.examples.curl.console.ByteStrings;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/** Any thread; no state. --xattr: where a file came from, kept beside it. */
public final class ExtendedAttributes {
  private ExtendedAttributes() {}

  /** Writes them; null, or why they could not be written. */
  public static String write(CurlEasy easy, String url, String file) {
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(Path.of(file), UserDefinedFileAttributeView.class);
    if (view == null) {
      return "Operation not supported";
    }
    try {
      set(view, "creator", "curl");
      set(view, "xdg.referrer.url", easy.getinfo(CurlInfo.REFERER));
      set(view, "mime_type", easy.getinfo(CurlInfo.CONTENT_TYPE));
      set(view, "xdg.origin.url", withoutCredentials(url));
      return null;
    } catch (IOException | UnsupportedOperationException e) {
      return "Operation not supported";
    }
  }

  private static void set(UserDefinedFileAttributeView view, String name, String value)
      throws IOException {
    if (value != null) {
      view.write(name, ByteBuffer.wrap(ByteStrings.encode(value)));
    }
  }

  private static String withoutCredentials(String url) {
    CurlUrl parsed = new CurlUrl();
    if (parsed.set(UrlPart.URL, url, CurlSymbols.CURLU_GUESS_SCHEME) != CurlUrlCode.OK) {
      return null;
    }
    parsed.set(UrlPart.USER, null, 0);
    parsed.set(UrlPart.PASSWORD, null, 0);
    return parsed.get(UrlPart.URL, 0).value();
  }
}
