package io.nettycurl.netty.connect.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlProxyCode;

/**
 * Owned by the loop. Speaks with one proxy on the channel: sends when it is added, gathers what
 * comes back until it makes sense, then takes itself out and hands on what came after.
 */
public abstract class ProxyStep extends ChannelInboundHandlerAdapter {
  /** Told how it goes. */
  public interface Listener {
    /** The proxy lets us through; the step is out of the pipeline. */
    void passed();

    /** What came behind the proxy's last answer; owned by the listener from now on. */
    void forward(ByteBuf rest);

    /** The proxy closed, but another connection may get further. */
    void startOver();

    /** It does not let us through. */
    void failed(CurlCode code, String message, CurlProxyCode proxyCode);

    /** A line of the proxy's answer, line end included; gives OK or the result. */
    CurlCode header(byte[] line, int offset, int length);

    /** The status of the proxy's answer. */
    void status(int status);

    /** A line of trace text. */
    void info(String text);
  }

  private final Listener listener;
  private ByteBuf gathered;
  private boolean over;

  ProxyStep(Listener listener) {
    this.listener = listener;
  }

  Listener listener() {
    return listener;
  }

  /** Sends the first request. */
  abstract void begin(ChannelHandlerContext ctx);

  /**
   * Looks at what has come so far and takes what makes sense out of it.
   *
   * @param in owned by the step; what is left in it is shown again with more
   */
  abstract void received(ChannelHandlerContext ctx, ByteBuf in);

  /** The proxy closed in the midst of it. */
  abstract void closed(ChannelHandlerContext ctx);

  boolean over() {
    return over;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    begin(ctx);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (over || !(message instanceof ByteBuf)) {
      ctx.fireChannelRead(message);
      return;
    }
    ByteBuf data = (ByteBuf) message;
    if (gathered == null) {
      gathered = data;
    } else {
      gathered.discardReadBytes();
      gathered.writeBytes(data);
      data.release();
    }
    received(ctx, gathered);
    keepRest(ctx);
  }

  private void keepRest(ChannelHandlerContext ctx) {
    if (gathered == null) {
      return;
    }
    if (!gathered.isReadable()) {
      gathered.release();
      gathered = null;
    } else if (!over && !(gathered.isWritable(1) && gathered.refCnt() == 1)) {
      // the buffer read into may be shared or full
      ByteBuf own = ctx.alloc().buffer(gathered.readableBytes() + 256);
      own.writeBytes(gathered);
      gathered.release();
      gathered = own;
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!over) {
      closed(ctx);
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!over) {
      closed(ctx);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    drop();
  }

  void pass(ChannelHandlerContext ctx) {
    over = true;
    ByteBuf rest = gathered;
    gathered = null;
    ctx.pipeline().remove(this);
    listener.passed();
    if (rest != null) {
      if (rest.isReadable()) {
        listener.forward(rest);
      } else {
        rest.release();
      }
    }
  }

  void fail(CurlCode code, String message, CurlProxyCode proxyCode) {
    over = true;
    drop();
    listener.failed(code, message, proxyCode);
  }

  void again() {
    over = true;
    drop();
    listener.startOver();
  }

  private void drop() {
    if (gathered != null) {
      gathered.release();
      gathered = null;
    }
  }
}
