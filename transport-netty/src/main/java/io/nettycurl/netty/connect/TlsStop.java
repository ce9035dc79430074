package io.nettycurl.netty.connect;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.nettycurl.CurlCode;
import java.util.function.BiConsumer;

/** Owned by the loop. Takes TLS off a channel again, once the peer has said that it ends it too. */
final class TlsStop extends ChannelInboundHandlerAdapter {
  private static final String NAME = "tls-stop";

  private final SslHandler tls;
  private BiConsumer<CurlCode, String> whenDone;

  private TlsStop(SslHandler tls, BiConsumer<CurlCode, String> whenDone) {
    this.tls = tls;
    this.whenDone = whenDone;
  }

  static void start(Channel channel, boolean sendClose, BiConsumer<CurlCode, String> whenDone) {
    SslHandler tls = (SslHandler) channel.pipeline().get(Link.TLS);
    if (tls == null) {
      whenDone.accept(CurlCode.SSL_SHUTDOWN_FAILED, "TLS is not on");
      return;
    }
    Link.insertAfter(channel, Link.TLS, NAME, new TlsStop(tls, whenDone));
    if (sendClose) {
      tls.closeOutbound();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (!(event instanceof SslCloseCompletionEvent)) {
      ctx.fireUserEventTriggered(event);
      return;
    }
    boolean clean = ((SslCloseCompletionEvent) event).isSuccess();
    // answers the peer's end, where ours was not said yet
    tls.closeOutbound();
    Link.of(ctx.channel()).session = null;
    ctx.pipeline().remove(tls);
    ctx.pipeline().remove(this);
    done(clean ? CurlCode.OK : CurlCode.SSL_SHUTDOWN_FAILED, clean ? null : "TLS did not end well");
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    done(CurlCode.SSL_SHUTDOWN_FAILED, "connection closed while ending TLS");
    ctx.fireChannelInactive();
  }

  private void done(CurlCode code, String message) {
    BiConsumer<CurlCode, String> told = whenDone;
    whenDone = null;
    if (told != null) {
      told.accept(code, message);
    }
  }
}
