package io.nettycurl.http.h2;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerUpgradeHandler;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.CleartextHttp2ServerUpgradeHandler;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2PingFrame;
import io.netty.handler.codec.http2.Http2ServerUpgradeCodec;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Any thread. Netty's own server, HTTP/2 by ALPN or by prior knowledge: gives back what it is sent,
 * or as many bytes as the path says.
 */
final class EchoServer implements AutoCloseable {
  private static final int MAX_BODY = 64 * 1024 * 1024;

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger pings = new AtomicInteger();
  private final SslContext tls;
  private final Channel channel;

  /** One that speaks HTTP/2 at once, or by ALPN over TLS. */
  EchoServer(boolean secure, String... protocols) {
    tls = secure ? tls(protocols) : null;
    channel =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel child) {
                    accepted.incrementAndGet();
                    init(child.pipeline());
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  private static SslContext tls(String... protocols) {
    try {
      X509Bundle bundle =
          new CertificateBuilder()
              .subject("CN=localhost")
              .addSanIpAddress("127.0.0.1")
              .setIsCertificateAuthority(true)
              .buildSelfSigned();
      return SslContextBuilder.forServer(bundle.toKeyManagerFactory())
          .applicationProtocolConfig(
              new ApplicationProtocolConfig(
                  Protocol.ALPN,
                  SelectorFailureBehavior.NO_ADVERTISE,
                  SelectedListenerFailureBehavior.ACCEPT,
                  protocols))
          .build();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void init(ChannelPipeline pipeline) {
    if (tls == null) {
      clear(pipeline);
      return;
    }
    pipeline.addLast(tls.newHandler(pipeline.channel().alloc()));
    pipeline.addLast(
        new ApplicationProtocolNegotiationHandler("http/1.1") {
          @Override
          protected void configurePipeline(ChannelHandlerContext ctx, String protocol) {
            if (protocol.equals("h2")) {
              two(ctx.pipeline());
            } else {
              ctx.pipeline().addLast(new HttpServerCodec());
              answer(ctx.pipeline());
            }
          }
        });
  }

  /** HTTP/2 by prior knowledge or by Upgrade, otherwise HTTP/1.1. */
  private void clear(ChannelPipeline pipeline) {
    HttpServerCodec one = new HttpServerCodec();
    HttpServerUpgradeHandler upgrade =
        new HttpServerUpgradeHandler(
            one,
            protocol ->
                new Http2ServerUpgradeCodec(Http2FrameCodecBuilder.forServer().build(), streams()),
            MAX_BODY);
    pipeline.addLast(
        new CleartextHttp2ServerUpgradeHandler(
            one,
            upgrade,
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                two(channel.pipeline());
              }
            }));
    pipeline.addLast(
        new SimpleChannelInboundHandler<HttpMessage>() {
          @Override
          protected void channelRead0(ChannelHandlerContext ctx, HttpMessage message) {
            // It did not ask for HTTP/2.
            ChannelPipeline rest = ctx.pipeline();
            rest.addAfter(ctx.name(), "answers", answers());
            rest.replace(this, "aggregator", new HttpObjectAggregator(MAX_BODY));
            ctx.fireChannelRead(ReferenceCountUtil.retain(message));
          }
        });
  }

  private void two(ChannelPipeline pipeline) {
    pipeline.addLast(Http2FrameCodecBuilder.forServer().build());
    pipeline.addLast(
        new SimpleChannelInboundHandler<Http2PingFrame>() {
          @Override
          protected void channelRead0(ChannelHandlerContext ctx, Http2PingFrame ping) {
            pings.incrementAndGet();
          }
        });
    pipeline.addLast(streams());
  }

  private static Http2MultiplexHandler streams() {
    return new Http2MultiplexHandler(
        new ChannelInitializer<Channel>() {
          @Override
          protected void initChannel(Channel stream) {
            stream.pipeline().addLast(new Http2StreamFrameToHttpObjectCodec(true));
            answer(stream.pipeline());
          }
        });
  }

  private static void answer(ChannelPipeline pipeline) {
    pipeline.addLast(new HttpObjectAggregator(MAX_BODY));
    pipeline.addLast(answers());
  }

  private static SimpleChannelInboundHandler<FullHttpRequest> answers() {
    return new SimpleChannelInboundHandler<>() {
      @Override
      protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        ctx.writeAndFlush(response(request));
      }
    };
  }

  private static FullHttpResponse response(FullHttpRequest request) {
    String path = request.uri();
    if (path.startsWith("/to/")) {
      FullHttpResponse moved =
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.FOUND);
      moved.headers().set(HttpHeaderNames.LOCATION, path.substring(3));
      moved.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
      return moved;
    }
    ByteBuf body = request.content().retain();
    if (path.startsWith("/size/")) {
      body.release();
      body = Unpooled.buffer();
      int size = Integer.parseInt(path.substring(6));
      for (int i = 0; i < size; i++) {
        body.writeByte(i % 251);
      }
    }
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
    response.headers().set("X-Method", request.method().name());
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
    return response;
  }

  /** The URL of a path. */
  String url(String path) {
    InetSocketAddress address = (InetSocketAddress) channel.localAddress();
    return (tls == null ? "http" : "https") + "://127.0.0.1:" + address.getPort() + path;
  }

  /** How many PING frames came. */
  int pings() {
    return pings.get();
  }

  /** How many connections there were. */
  int accepted() {
    return accepted.get();
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
