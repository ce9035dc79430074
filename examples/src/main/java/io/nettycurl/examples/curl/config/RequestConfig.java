package io.nettycurl.examples.curl.config;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Owned by the command's thread. What is asked of an HTTP server, and how much of the answer. */
public final class RequestConfig {
  public static final long DEFAULT_MAX_REDIRS = 50;

  public RequestMethod method = RequestMethod.UNSPECIFIED;
  public String customMethod;
  public String target;
  public final List<String> headers = new ArrayList<>();

  /** The body of -d and its like; null without. */
  public ByteArrayOutputStream data;

  public boolean json;
  public boolean get;
  public boolean noBody;

  /** --url-query. */
  public String query;

  public String ipfsGateway;

  public String referer;
  public boolean autoReferer;
  public String userAgent;
  public final List<String> cookies = new ArrayList<>();
  public final List<String> cookieFiles = new ArrayList<>();
  public String cookieJar;
  public boolean newCookieSession;
  public boolean compressed;
  public boolean transferEncoding;
  public boolean raw;
  public boolean ignoreContentLength;
  public String range;
  public boolean resume;

  /** -C -: from where the local file ends. */
  public boolean resumeFromLocal;

  public long resumeFrom;
  public long timeCondition;
  public long timeValue;
  public long httpVersion;
  public boolean http09;

  /** A CURLFOLLOW_* value. */
  public long follow;

  public long maxRedirs = DEFAULT_MAX_REDIRS;
  public long postRedirects;
  public String altSvc;
  public String hsts;
  public long expect100Ms;
  public boolean formEscape;
  public boolean crlf;
  public boolean pathAsIs;
  public boolean globOff;
  public String etagSave;
  public String etagCompare;

  /** --json implies two headers, unless -H gave them. */
  public void addJsonHeaders() {
    if (json) {
      addHeader("Content-Type");
      addHeader("Accept");
    }
  }

  private void addHeader(String name) {
    for (String header : headers) {
      boolean same = header.regionMatches(true, 0, name, 0, name.length());
      char after = header.length() > name.length() ? header.charAt(name.length()) : 0;
      if (same && (after == ':' || after == ';')) {
        return;
      }
    }
    headers.add(name + ": application/json");
  }
}
