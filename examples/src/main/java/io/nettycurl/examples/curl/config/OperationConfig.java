package io.nettycurl.examples.curl.config;

import io.nettycurl.examples.curl.form.FormPart;
import java.util.ArrayList;
import java.util.List;

/** Owned by the command's thread. What the options say about the URLs up to the next --next. */
public final class OperationConfig {
  public final RequestConfig request = new RequestConfig();
  public final AuthConfig auth = new AuthConfig();
  public final TlsConfig tls = new TlsConfig();
  public final TlsConfig proxyTls = new TlsConfig();
  public final ProxyConfig proxy = new ProxyConfig();
  public final NetworkConfig network = new NetworkConfig();
  public final FtpConfig ftp = new FtpConfig();
  public final OutputConfig output = new OutputConfig();
  public final RetryConfig retry = new RetryConfig();

  /** The URLs with what belongs to each. */
  public final List<UrlNode> urls = new ArrayList<>();

  /** The form of -F; null without. */
  public FormPart form;

  /** The multipart that the next -F adds to. */
  public FormPart formCurrent;

  /** An error of this kind has been told already: no second line about it. */
  public boolean errorShown;

  /** The first URL that lacks something, or a new one. */
  public UrlNode nodeWithout(UrlNode.Slot slot) {
    for (UrlNode node : urls) {
      if (!node.has(slot)) {
        return node;
      }
    }
    UrlNode node = new UrlNode();
    node.remoteName = output.remoteNameAll;
    urls.add(node);
    return node;
  }

  /** How many URLs were given. */
  public int urlCount() {
    int count = 0;
    for (UrlNode node : urls) {
      if (node.has(UrlNode.Slot.URL)) {
        count++;
      }
    }
    return count;
  }

  /** Whether there is a URL to start with. */
  public boolean hasFirstUrl() {
    return !urls.isEmpty() && urls.get(0).url != null;
  }
}
