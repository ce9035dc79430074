package io.nettycurl.netty.connect;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import io.nettycurl.netty.connect.tls.TlsFailure;
import io.nettycurl.netty.connect.tls.TlsHandshake;

/** Owned by the loop. Puts TLS to the origin or to a proxy on a channel. */
final class TlsStep {
  /** Told what came of it. */
  @FunctionalInterface
  interface Listener {
    /**
     * The handshake is over.
     *
     * @param tls the handler; null if it failed
     * @param failure why; null if it did not
     */
    void done(SslHandler tls, TlsFailure failure);
  }

  private TlsStep() {}

  /** TLS to the origin, which a data channel may resume afterwards. */
  static void start(Channel channel, Link.Session session, Listener listener) {
    Link link = Link.of(channel);
    SslHandler tls = handler(channel, session);
    link.session = session;
    link.insert(channel, Link.TLS, tls);
    await(channel, Link.TLS, tls, listener);
  }

  /** TLS to an HTTP proxy: all else comes behind it. */
  static void startProxy(Channel channel, Link.Session session, Listener listener) {
    SslHandler tls = handler(channel, session);
    Link.of(channel).insertForGood(channel, Link.PROXY_TLS, tls);
    await(channel, Link.PROXY_TLS, tls, listener);
  }

  private static SslHandler handler(Channel channel, Link.Session session) {
    return TlsHandshake.handler(session.context(), channel.alloc(), session.host(), session.port());
  }

  private static void await(Channel channel, String after, SslHandler tls, Listener listener) {
    if (tls.handshakeFuture().isDone() && !tls.handshakeFuture().isSuccess()) {
      // it failed as soon as it was added, before anybody could listen
      listener.done(null, TlsFailure.of(tls.handshakeFuture().cause()));
      return;
    }
    Link.insertAfter(
        channel,
        after,
        Link.HANDSHAKE,
        new TlsHandshake(
            tls,
            new TlsHandshake.Listener() {
              @Override
              public void secured(SslHandler handler) {
                listener.done(handler, null);
              }

              @Override
              public void failed(TlsFailure failure) {
                listener.done(null, failure);
              }
            }));
  }
}
