package io.nettycurl.examples.curl.transfer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.SockOptCallback;

/** Immutable. --ip-tos: marks the packets of a connection. */
final class TypeOfService implements SockOptCallback {
  private final int value;

  TypeOfService(int value) {
    this.value = value;
  }

  @Override
  public long sockopt(Object socket, long purpose, Object userdata) {
    if (socket instanceof Channel channel && purpose == CurlSymbols.CURLSOCKTYPE_IPCXN) {
      channel.config().setOption(ChannelOption.IP_TOS, value);
    }
    return CurlSymbols.CURL_SOCKOPT_OK;
  }
}
