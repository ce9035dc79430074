package io.nettycurl.netty.connect.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.nettycurl.CurlCode;

/**
 * Owned by the loop. Stands behind an {@link SslHandler}, waits for its handshake, tells, and takes
 * itself out. Told in the pipeline rather than by a future, so that nothing decrypted can overtake.
 */
public final class TlsHandshake extends ChannelInboundHandlerAdapter {
  /** Told what came of it. */
  public interface Listener {
    /**
     * TLS is on.
     *
     * @param tls the handler that does it
     */
    void secured(SslHandler tls);

    /** TLS cannot be. */
    void failed(TlsFailure failure);
  }

  private final SslHandler tls;
  private final Listener listener;
  private boolean over;

  /**
   * Waits for one handshake.
   *
   * @param tls stands before it in the pipeline
   * @param listener told, once
   */
  public TlsHandshake(SslHandler tls, Listener listener) {
    this.tls = tls;
    this.listener = listener;
  }

  /**
   * A handler for one connection.
   *
   * @param context by the configuration
   * @param alloc gives the buffers
   * @param host what the certificate has to name, without a dot at the end
   * @param sessionPort what, with the host, sessions are kept under
   */
  public static SslHandler handler(
      SslContext context, ByteBufAllocator alloc, String host, int sessionPort) {
    SslHandler handler = context.newHandler(alloc, host, sessionPort);
    handler.setHandshakeTimeoutMillis(0);
    ServerName.send(handler.engine(), host);
    return handler;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (!(event instanceof SslHandshakeCompletionEvent)) {
      ctx.fireUserEventTriggered(event);
      return;
    }
    SslHandshakeCompletionEvent completion = (SslHandshakeCompletionEvent) event;
    if (over) {
      return;
    }
    over = true;
    if (completion.isSuccess()) {
      ctx.pipeline().remove(this);
      listener.secured(tls);
    } else {
      listener.failed(TlsFailure.of(completion.cause()));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!over) {
      over = true;
      listener.failed(
          new TlsFailure(
              CurlCode.SSL_CONNECT_ERROR, "TLS connect error: connection closed by peer"));
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!over) {
      over = true;
      listener.failed(TlsFailure.of(cause));
    }
  }
}
