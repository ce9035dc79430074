package io.nettycurl.netty.connect.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlProxyCode;
import io.nettycurl.netty.connect.Offload;
import io.nettycurl.netty.spi.auth.ConnectionLogin;
import java.nio.charset.StandardCharsets;

/**
 * Owned by the loop. Has an HTTP proxy open a tunnel.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6">RFC 9110 section 9.3.6</a>
 */
public final class TunnelStep extends ProxyStep {
  /** libcurl's bound on one line of the answer. */
  static final int MAX_LINE = 16_384;

  /** libcurl's bound on the whole head. */
  static final int MAX_HEAD = 300 * 1024;

  private static final int PROXY_AUTH_REQUIRED = 407;

  private final String authority;
  private final ProxyLogin login;
  private final ConnectionLogin connection = new ConnectionLogin();
  private final ConnectAnswer answer = new ConnectAnswer();
  private final ConnectAnswer.Listener answerListener =
      new ConnectAnswer.Listener() {
        @Override
        public CurlCode line(byte[] line, int length) {
          return listener().header(line, 0, length);
        }

        @Override
        public void status(int status) {
          listener().status(status);
        }

        @Override
        public void challenge(String value) {
          login.challenged(value, connection);
        }
      };

  private boolean retried;

  /**
   * A step that starts once it is in a pipeline.
   *
   * @param authority where the tunnel is to lead, as host and port
   * @param login what is asked and answered
   * @param listener told how it goes
   */
  public TunnelStep(String authority, ProxyLogin login, Listener listener) {
    super(listener);
    this.authority = authority;
    this.login = login;
  }

  @Override
  void begin(ChannelHandlerContext ctx) {
    answer.reset();
    Runnable work = login.work(connection);
    if (work == null) {
      ask(ctx);
      return;
    }
    Offload.logIn(
        work,
        ctx.executor(),
        () -> {
          if (!over() && !ctx.isRemoved()) {
            ask(ctx);
          }
        });
  }

  private void ask(ChannelHandlerContext ctx) {
    CurlCode code = login.request(authority, connection);
    if (code != CurlCode.OK) {
      fail(code, login.failure(), CurlProxyCode.OK);
      return;
    }
    byte[] head = login.head().getBytes(StandardCharsets.UTF_8);
    ctx.writeAndFlush(ctx.alloc().buffer(head.length).writeBytes(head));
  }

  @Override
  void received(ChannelHandlerContext ctx, ByteBuf in) {
    while (!over() && in.isReadable()) {
      CurlCode code = answer.read(in, answerListener);
      if (code != CurlCode.OK) {
        fail(code, answer.problem(), CurlProxyCode.OK);
      } else if (answer.complete()) {
        answered(ctx);
      }
    }
  }

  private void answered(ChannelHandlerContext ctx) {
    int status = answer.status();
    if (status / 100 == 2) {
      listener().info("CONNECT tunnel established, response " + status);
      pass(ctx);
    } else if (status == PROXY_AUTH_REQUIRED && login.again(answer.closes(), connection)) {
      if (answer.closes()) {
        again();
      } else {
        retried = true;
        begin(ctx);
      }
    } else {
      fail(CurlCode.COULDNT_CONNECT, "CONNECT tunnel failed, response " + status, CurlProxyCode.OK);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    connection.close();
    super.handlerRemoved(ctx);
  }

  @Override
  void closed(ChannelHandlerContext ctx) {
    CurlCode code = answer.end(answerListener);
    if (code != CurlCode.OK) {
      fail(code, answer.problem(), CurlProxyCode.OK);
    } else if (retried && !answer.started()) {
      // the proxy meant the end of its answer by closing
      again();
    } else {
      fail(CurlCode.RECV_ERROR, "Proxy CONNECT aborted", CurlProxyCode.OK);
    }
  }
}
