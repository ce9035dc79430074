package io.nettycurl.netty.spi.auth;

import io.nettycurl.option.HttpOptions;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.ProxyOptions;
import io.nettycurl.spi.EasyAttachment;
import io.nettycurl.spi.EasyState;

/**
 * Owned like its easy handle. What a handle knows of authentication, from one transfer to the next:
 * a nonce of Digest is good for many requests, and what was picked once need not be asked again.
 */
public final class HandleLogins implements EasyAttachment {
  private AuthState host = new AuthState();
  private AuthState proxy = new AuthState();

  private HandleLogins() {}

  /**
   * The one of a handle whose transfer is under way.
   *
   * @param easy the handle
   */
  public static HandleLogins of(EasyState easy) {
    HandleLogins known = easy.attachment(HandleLogins.class, null);
    if (known != null) {
      return known;
    }
    HandleLogins made = easy.attachment(HandleLogins.class, HandleLogins::new);
    made.begin(easy.options());
    return made;
  }

  /**
   * A transfer of a handle begins.
   *
   * @param easy the handle
   */
  public static void beginTransfer(EasyState easy) {
    HandleLogins known = easy.attachment(HandleLogins.class, null);
    if (known != null) {
      known.begin(easy.options());
    }
  }

  private void begin(OptionValues options) {
    host.begin(options.number(HttpOptions.HTTPAUTH));
    proxy.begin(options.number(ProxyOptions.PROXYAUTH));
  }

  /** Towards the origin. */
  public AuthState host() {
    return host;
  }

  /** Towards the HTTP proxy, whether it forwards or makes a tunnel. */
  public AuthState proxy() {
    return proxy;
  }

  @Override
  public void reset() {
    host = new AuthState();
    proxy = new AuthState();
  }

  @Override
  public void close() {
    // there is nothing but memory
  }
}
