package io.nettycurl.examples.gateway;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlHeader;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;

/**
 * Owned by the channel's event loop. Writes the head of a response, or an error of the gateway's.
 */
final class ResponseWriter {
  private final ChannelHandlerContext ctx;
  private final CurlEasy easy;
  private boolean mayChunk;
  private boolean started;

  /**
   * A writer of one response.
   *
   * @param ctx where to
   * @param easy the transfer that gets it
   */
  ResponseWriter(ChannelHandlerContext ctx, CurlEasy easy) {
    this.ctx = ctx;
    this.easy = easy;
  }

  /** The request that is answered. */
  void to(HttpRequest request) {
    mayChunk = request.protocolVersion().equals(HttpVersion.HTTP_1_1);
  }

  /** Whether a head was written. */
  boolean isStarted() {
    return started;
  }

  /** Writes the head that the transfer got. */
  void head() {
    int status = easy.getinfo(CurlInfo.RESPONSE_CODE).intValue();
    HttpResponse head =
        new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
    CurlHeader field = easy.nextheader(CurlSymbols.CURLH_HEADER, -1, null);
    while (field != null) {
      head.headers().add(field.name(), field.value());
      field = easy.nextheader(CurlSymbols.CURLH_HEADER, -1, field);
    }
    Fields.dropHopByHop(head.headers());
    // Without either, the end of the connection is the end of the body.
    if (mayChunk && !HttpUtil.isContentLengthSet(head)) {
      head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    }
    started = true;
    ctx.writeAndFlush(head, ctx.voidPromise());
  }

  /** Writes a response of the gateway's own. */
  void error(HttpResponseStatus status, String text) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, status, ByteBufUtil.writeUtf8(ctx.alloc(), text + '\n'));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
    HttpUtil.setContentLength(response, response.content().readableBytes());
    if (status.equals(HttpResponseStatus.BAD_REQUEST)) {
      // Where the next request would start is not known.
      HttpUtil.setKeepAlive(response, false);
    }
    started = true;
    ctx.writeAndFlush(response, ctx.voidPromise());
  }

  /** What a client is told of a transfer that failed. */
  static HttpResponseStatus statusFor(CurlCode code) {
    return switch (code) {
      case URL_MALFORMAT -> HttpResponseStatus.BAD_REQUEST;
      case OPERATION_TIMEDOUT -> HttpResponseStatus.GATEWAY_TIMEOUT;
      default -> HttpResponseStatus.BAD_GATEWAY;
    };
  }
}
