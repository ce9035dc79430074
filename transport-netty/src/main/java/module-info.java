/**
 * The engine on Netty: loops, transfers, pool, connecting, delivery. Exports what protocols need
 * and what Netty users may set; knows no scheme itself.
 */
module io.nettycurl.netty {
  requires transitive io.nettycurl;
  requires transitive io.netty.common;
  requires transitive io.netty.buffer;
  requires transitive io.netty.transport;
  requires static java.security.jgss;
  requires static jdk.security.jgss;
  requires io.netty.handler;
  requires io.netty.resolver;
  requires static io.netty.resolver.dns;
  requires static io.netty.codec.dns;
  requires io.netty.transport.unix.common;
  requires io.netty.transport.classes.epoll;
  requires io.netty.transport.classes.kqueue;

  exports io.nettycurl.netty;
  exports io.nettycurl.netty.spi;
  exports io.nettycurl.netty.spi.auth;

  uses io.nettycurl.netty.spi.ProtocolProvider;

  provides io.nettycurl.spi.EngineProvider with
      io.nettycurl.netty.NettyEngineProvider;
}
