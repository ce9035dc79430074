package io.nettycurl.netty.transfer;

import io.netty.channel.Channel;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlProxyCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.EasyInfo;
import io.nettycurl.netty.connect.ConnectListener;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Owned by the loop. What the connector tells while one connection is made, on its way to the
 * connection and to who uses it. While polling it waits with everything else.
 */
final class MakingEvents implements ConnectListener {
  private final Connection connection;

  MakingEvents(Connection connection) {
    this.connection = connection;
  }

  /** Whether it happens later, as nobody may be called now. */
  private boolean putOff(Runnable event) {
    TransferCore core = connection.core();
    if (core.isPolling()) {
      core.putOff(event);
      return true;
    }
    return false;
  }

  private void reached(EasyInfo<Long> info) {
    Transfer user = connection.user();
    if (user != null) {
      user.progressState().reached(info, connection.core().nanoTime());
    }
  }

  @Override
  public void opened(Channel made) {
    connection.opened(made);
  }

  @Override
  public void trying(SocketAddress address) {
    if (!putOff(() -> trying(address))
        && connection.user() != null
        && address instanceof InetSocketAddress inet) {
      connection.user().peer().tryingAddress(inet);
    }
  }

  @Override
  public void resolved() {
    if (!putOff(this::resolved)) {
      reached(CurlInfo.NAMELOOKUP_TIME_T);
    }
  }

  @Override
  public void connected(Channel made) {
    if (putOff(() -> connected(made))) {
      return;
    }
    connection.connected(made);
    reached(CurlInfo.CONNECT_TIME_T);
    if (connection.user() != null) {
      connection.user().peer().socketConnected();
    }
  }

  @Override
  public CurlCode proxyHeader(byte[] line, int offset, int length) {
    Transfer user = connection.user();
    return user == null ? CurlCode.ABORTED_BY_CALLBACK : user.proxyHeader(line, offset, length);
  }

  @Override
  public void proxyStatus(int status) {
    if (connection.user() != null) {
      connection.user().infos().set(CurlInfo.HTTP_CONNECTCODE, (long) status);
    }
  }

  @Override
  public void verified(boolean proxy, long result) {
    if (connection.user() != null) {
      connection
          .user()
          .infos()
          .set(proxy ? CurlInfo.PROXY_SSL_VERIFYRESULT : CurlInfo.SSL_VERIFYRESULT, result);
    }
  }

  @Override
  public void certificates(List<List<String>> chain) {
    if (!putOff(() -> certificates(chain)) && connection.user() != null) {
      connection.user().infos().set(CurlInfo.CERTINFO, chain);
    }
  }

  @Override
  public void secured(Channel made) {
    if (!putOff(() -> secured(made))) {
      connection.secured();
      reached(CurlInfo.APPCONNECT_TIME_T);
    }
  }

  @Override
  public void ready(Channel made, String alpn) {
    if (!putOff(() -> ready(made, alpn))) {
      connection.ready(made, alpn);
    }
  }

  @Override
  public void failed(CurlCode code, String message, int osErrno, CurlProxyCode proxyCode) {
    if (!putOff(() -> failed(code, message, osErrno, proxyCode))) {
      connection.failed(code, message, osErrno, proxyCode);
    }
  }

  @Override
  public boolean verbose() {
    return connection.user() != null && connection.user().log().verbose();
  }

  @Override
  public void info(String text) {
    if (!putOff(() -> info(text)) && connection.user() != null) {
      connection.user().log().info(text);
    }
  }

  @Override
  public <T> void ask(String name, Supplier<T> code, T ifThrown, Consumer<T> answer) {
    if (connection.user() != null) {
      connection.user().ask(name, code, ifThrown, answer);
    }
  }
}
