package io.nettycurl.examples.gateway;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;

/** Any thread. A client's request as options of a transfer. */
final class TransferOptions {
  private static final long CONNECT_MS = 10_000;

  private TransferOptions() {}

  /** Sets all of them on a handle. */
  static void set(CurlEasy easy, Upstream upstream, HttpRequest request, Forwarding forwarding) {
    put(easy, CurlOpt.URL, upstream.url() + request.uri());
    put(easy, CurlOpt.PATH_AS_IS, 1L);
    put(easy, CurlOpt.PROTOCOLS_STR, "http,https");
    put(easy, CurlOpt.CUSTOMREQUEST, request.method().name());
    put(easy, CurlOpt.HTTPHEADER, Fields.forUpstream(request.headers()));
    if (HttpUtil.isTransferEncodingChunked(request) || HttpUtil.isContentLengthSet(request)) {
      put(easy, CurlOpt.UPLOAD, 1L);
      put(easy, CurlOpt.INFILESIZE_LARGE, HttpUtil.getContentLength(request, -1L));
      put(easy, NettyOpt.BYTEBUF_READFUNCTION, forwarding::read);
    } else if (request.method().equals(HttpMethod.HEAD)) {
      put(easy, CurlOpt.NOBODY, 1L);
    }
    put(easy, CurlOpt.HEADERFUNCTION, forwarding::header);
    put(easy, NettyOpt.BYTEBUF_WRITEFUNCTION, forwarding::write);
    put(easy, CurlOpt.CONNECTTIMEOUT_MS, CONNECT_MS);
    put(easy, CurlOpt.LOW_SPEED_LIMIT, 1L);
    put(easy, CurlOpt.LOW_SPEED_TIME, (long) upstream.silentSeconds());
    put(easy, CurlOpt.PRIVATE, forwarding);
  }

  private static <T> void put(CurlEasy easy, EasyOption<T> option, T value) {
    CurlCode code = easy.setopt(option, value);
    if (code != CurlCode.OK) {
      throw new IllegalStateException(option.name() + ": " + code);
    }
  }
}
