package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlSocket;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.SockOptCallback;
import java.net.StandardSocketOptions;

/** Immutable. --ip-tos: marks the packets of a connection. */
final class TypeOfService implements SockOptCallback {
  private final int value;

  TypeOfService(int value) {
    this.value = value;
  }

  @Override
  public long sockopt(CurlSocket socket, long purpose, Object userdata) {
    if (purpose == CurlSymbols.CURLSOCKTYPE_IPCXN) {
      socket.setOption(StandardSocketOptions.IP_TOS, value);
    }
    return CurlSymbols.CURL_SOCKOPT_OK;
  }
}
