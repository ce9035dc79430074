package io.nettycurl.examples.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.ByteBufReadCallback;
import java.nio.ByteBuffer;

/**
 * Owned by the channel's event loop. One request on its way to the upstream server, and the
 * response on its way back: what the callbacks of the transfer do with the channel, and what the
 * channel's events do with the transfer.
 */
final class Forwarding {
  /** How much of a request is read only for the sake of the next one on its connection. */
  static final long MOST_DROPPED = 1024 * 1024;

  private final ChannelHandlerContext ctx;
  private final Upstream upstream;
  private final Runnable over;
  private final CurlMulti multi;
  private final CurlEasy easy = CurlEasy.init();
  private final RequestBody body;
  private final ResponseWriter response;
  private boolean requestEnded;
  private long dropped;
  private boolean responseEnded;

  /** {@code CURLPAUSE_*} bits of the directions that stand still. */
  private long paused;

  /**
   * A request that is not on its way yet.
   *
   * @param ctx where responses are written
   * @param upstream where to send it
   * @param over to be told when both request and response are complete
   */
  Forwarding(ChannelHandlerContext ctx, Upstream upstream, Runnable over) {
    this.ctx = ctx;
    this.upstream = upstream;
    this.over = over;
    this.multi = upstream.multi(ctx.channel().eventLoop());
    this.body = new RequestBody(ctx.channel());
    this.response = new ResponseWriter(ctx, easy);
  }

  /** Sends it on its way. */
  void start(HttpRequest request) {
    response.to(request);
    if (request.decoderResult().isFailure() || !request.uri().startsWith("/")) {
      fail(HttpResponseStatus.BAD_REQUEST, "not understood");
      return;
    }
    TransferOptions.set(easy, upstream, request, this);
    CurlMultiCode code = multi.addHandle(easy);
    if (code != CurlMultiCode.OK) {
      fail(HttpResponseStatus.BAD_GATEWAY, code.toString());
    }
  }

  /** HEADERFUNCTION. */
  long header(ByteBuffer line, Object userdata) {
    int length = line.remaining();
    // An empty line ends a head; an interim one is not passed on.
    if (length <= 2 && !response.isStarted() && easy.getinfo(CurlInfo.RESPONSE_CODE) >= 200) {
      response.head();
    }
    return length;
  }

  /** BYTEBUF_WRITEFUNCTION: what waits for the client is bounded by the channel's water marks. */
  long write(ByteBuf data, Object userdata) {
    if (!ctx.channel().isWritable()) {
      paused |= CurlSymbols.CURLPAUSE_RECV;
      return CurlSymbols.CURL_WRITEFUNC_PAUSE;
    }
    int length = data.readableBytes();
    ctx.writeAndFlush(new DefaultHttpContent(data.retain()), ctx.voidPromise());
    return length;
  }

  /** BYTEBUF_READFUNCTION: what waits for the upstream server is bounded by {@link RequestBody}. */
  ByteBuf read(int wanted, Object userdata) {
    ByteBuf piece = body.next();
    if (piece == null) {
      paused |= CurlSymbols.CURLPAUSE_SEND;
      return ByteBufReadCallback.PAUSE;
    }
    return piece;
  }

  /** The client took what waited for it. */
  void writable() {
    goOn(CurlSymbols.CURLPAUSE_RECV);
  }

  /** A piece of the request's body came; taken over. */
  void content(ByteBuf piece, boolean last) {
    requestEnded = last;
    if (responseEnded) {
      drop(piece);
    } else if (!piece.isReadable()) {
      piece.release();
    } else {
      body.add(piece);
    }
    if (last) {
      body.complete();
    }
    if (responseEnded && last) {
      over.run();
    } else if (!responseEnded) {
      goOn(CurlSymbols.CURLPAUSE_SEND);
    }
  }

  /** A client that goes on for too long after its answer loses the connection. */
  private void drop(ByteBuf piece) {
    dropped += piece.readableBytes();
    piece.release();
    if (dropped > MOST_DROPPED) {
      ctx.close();
    }
  }

  private void goOn(long direction) {
    if ((paused & direction) != 0) {
      paused &= ~direction;
      easy.pause(paused);
    }
  }

  /** The transfer is over. */
  void completed(CurlCode code) {
    if (code == CurlCode.OK && response.isStarted()) {
      ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT, ctx.voidPromise());
      ended();
    } else if (response.isStarted()) {
      // Only so the client learns that something is missing.
      ctx.close();
    } else {
      fail(ResponseWriter.statusFor(code), code + ": " + easy.errorMessage());
    }
  }

  private void fail(HttpResponseStatus status, String text) {
    response.error(status, text);
    ended();
  }

  /** What still comes of the request is read and dropped, so that the connection stays usable. */
  private void ended() {
    abandon();
    if (requestEnded) {
      over.run();
    }
  }

  /** Gives the transfer up, wherever it is. */
  void abandon() {
    responseEnded = true;
    multi.removeHandle(easy);
    easy.close();
    body.drop();
  }
}
