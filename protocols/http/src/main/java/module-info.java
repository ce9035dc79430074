/** HTTP for the engine on Netty: found by ServiceLoader, nothing in it is for applications. */
module io.nettycurl.http {
  requires io.nettycurl;
  requires io.nettycurl.netty;
  requires io.netty.common;
  requires io.netty.buffer;
  requires io.netty.transport;
  requires io.netty.handler;
  requires io.netty.codec;
  requires io.netty.codec.http2;
  requires static com.aayushatharva.brotli4j;
  requires static com.github.luben.zstd_jni;

  provides io.nettycurl.netty.spi.ProtocolProvider with
      io.nettycurl.http.HttpProtocolProvider;
}
