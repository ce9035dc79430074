package io.nettycurl.examples.demo;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Any thread. Serves the files over HTTP, or over HTTPS with a certificate given. */
final class WebServer implements AutoCloseable {
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final String scheme;
  private final Channel channel;

  /**
   * Starts it on a free port of the loopback interface.
   *
   * @param files what it serves
   * @param tls for HTTPS, or null
   */
  WebServer(DemoFiles files, SslContext tls) {
    scheme = tls == null ? "http" : "https";
    channel =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel child) {
                    if (tls != null) {
                      child.pipeline().addLast(tls.newHandler(child.alloc()));
                    }
                    child.pipeline().addLast(new HttpServerCodec(), new Files(files));
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
  }

  /** Where it is, with a slash at the end. */
  String url() {
    return scheme + "://127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort() + "/";
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** Answers one request after the other on a connection. */
  private static final class Files extends SimpleChannelInboundHandler<HttpRequest> {
    private final DemoFiles files;

    Files(DemoFiles files) {
      this.files = files;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpRequest request) {
      int number = files.number(request.uri());
      byte[] body = number < 0 ? new byte[0] : files.serve(number);
      FullHttpResponse response =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1,
              number < 0 ? HttpResponseStatus.NOT_FOUND : HttpResponseStatus.OK,
              Unpooled.wrappedBuffer(body));
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
      ctx.writeAndFlush(response);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }
}
