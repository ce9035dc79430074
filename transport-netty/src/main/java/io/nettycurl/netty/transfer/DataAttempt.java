package io.nettycurl.netty.transfer;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlProxyCode;
import io.nettycurl.netty.connect.AcceptListener;
import io.nettycurl.netty.connect.ConnectAttempt;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.ConnectionContext.DataListener;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Owned by the loop. A data channel being made beside a control connection. */
final class DataAttempt implements AcceptListener {
  private final TransferCore core;
  private final Transfer user;
  private final SocketCloser.Call closeCall;
  private final DataListener listener;
  private final boolean tls;
  private boolean accepts;
  private boolean over;

  DataAttempt(
      TransferCore core,
      Transfer user,
      SocketCloser.Call closeCall,
      DataListener listener,
      boolean tls) {
    this.core = core;
    this.user = user;
    this.closeCall = closeCall;
    this.listener = listener;
    this.tls = tls;
  }

  Runnable cancelling(ConnectAttempt attempt) {
    return () -> {
      over = true;
      attempt.cancel();
    };
  }

  private boolean putOff(Runnable event) {
    if (core.isPolling()) {
      core.putOff(event);
      return true;
    }
    return over;
  }

  @Override
  public void opened(Channel channel) {
    core.initChannel(channel, user.state().easy());
    if (channel.parent() == null) {
      SocketCloser.attach(channel, closeCall, core.sockets());
    }
    if (channel instanceof ServerChannel) {
      return;
    }
    new ReadSize(channel).adapt(user.options(), user.receivesSlowly());
  }

  @Override
  public void resolved() {}

  @Override
  public void listening(InetSocketAddress address) {
    accepts = true;
    if (!putOff(() -> listening(address))
        && listener instanceof ConnectionContext.AcceptListener accepting) {
      accepting.listening(address);
    }
  }

  @Override
  public void connected(Channel channel) {
    if (!putOff(() -> connected(channel))) {
      if (!accepts) {
        user.peer().socketConnected();
      }
      listener.connected(channel);
    }
  }

  @Override
  public CurlCode proxyHeader(byte[] line, int offset, int length) {
    return over ? CurlCode.ABORTED_BY_CALLBACK : user.proxyHeader(line, offset, length);
  }

  @Override
  public void proxyStatus(int status) {}

  @Override
  public void secured(Channel channel) {
    if (tls && !putOff(() -> secured(channel))) {
      listener.secured(channel);
    }
  }

  @Override
  public void ready(Channel channel, String applicationProtocol) {}

  @Override
  public void failed(CurlCode code, String message, int osErrno, CurlProxyCode proxyCode) {
    if (!putOff(() -> failed(code, message, osErrno, proxyCode))) {
      over = true;
      listener.failed(code, message);
    }
  }

  @Override
  public boolean verbose() {
    return !over && user.log().verbose();
  }

  @Override
  public void info(String text) {
    if (!putOff(() -> info(text))) {
      user.log().info(text);
    }
  }

  @Override
  public <T> void ask(String name, Supplier<T> code, T ifThrown, Consumer<T> answer) {
    if (!over) {
      user.ask(name, code, ifThrown, answer);
    }
  }
}
