package io.nettycurl.netty.transfer;

import io.netty.util.NetUtil;
import io.nettycurl.CurlProxyCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.InfoValues;
import io.nettycurl.netty.loop.NettySocket;
import java.net.InetSocketAddress;

/** Owned by the loop. The infos that tell where one transfer went, and over which connection. */
final class PeerInfos {
  private final InfoValues infos;

  PeerInfos(InfoValues infos) {
    this.infos = infos;
  }

  void hop(Hops hops) {
    Hop hop = hops.hop();
    infos.set(CurlInfo.EFFECTIVE_URL, hops.effectiveUrl());
    infos.set(CurlInfo.SCHEME, hop.scheme().name());
    infos.set(
        CurlInfo.USED_PROXY,
        hop.proxies().http() != null || hop.proxies().socks() != null ? 1L : 0L);
  }

  void redirected(int redirects, long micros) {
    infos.set(CurlInfo.REDIRECT_COUNT, (long) redirects);
    infos.set(CurlInfo.REDIRECT_TIME_T, micros);
  }

  void tryingAddress(InetSocketAddress address) {
    infos.set(CurlInfo.PRIMARY_PORT, (long) address.getPort());
    if (address.getAddress() != null) {
      infos.set(CurlInfo.PRIMARY_IP, NetUtil.toAddressString(address.getAddress()));
    }
  }

  /** A socket of ours, for requests or for data, has got through to the peer. */
  void socketConnected() {
    infos.add(CurlInfo.NUM_CONNECTS, 1);
  }

  void connectFailed(int osErrno, CurlProxyCode proxyCode) {
    infos.set(CurlInfo.OS_ERRNO, (long) osErrno);
    infos.set(CurlInfo.PROXY_ERROR, (long) proxyCode.number());
  }

  void connection(Connection used) {
    infos.set(CurlInfo.CONN_ID, used.id());
    InetSocketAddress remote = used.remoteAddress();
    if (remote != null) {
      infos.set(CurlInfo.PRIMARY_IP, used.remoteIp());
      infos.set(CurlInfo.PRIMARY_PORT, (long) remote.getPort());
    }
    InetSocketAddress local = used.localAddress();
    if (local != null) {
      infos.set(CurlInfo.LOCAL_IP, used.localIp());
      infos.set(CurlInfo.LOCAL_PORT, (long) local.getPort());
    }
    infos.set(CurlInfo.ACTIVESOCKET, NettySocket.of(used.channel()));
  }
}
