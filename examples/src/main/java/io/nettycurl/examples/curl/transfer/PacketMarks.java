package io.nettycurl.examples.curl.transfer;

import io.netty.channel.Channel;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.nettycurl.CurlSocket;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.SockOptCallback;
import io.nettycurl.examples.curl.console.Messages;
import java.net.StandardSocketOptions;

/**
 * Immutable. --ip-tos and --vlan-priority: marks the packets of a connection. The priority is an
 * option of Linux that Java has no name for.
 */
final class PacketMarks implements SockOptCallback {
  private static final IntegerUnixChannelOption SO_PRIORITY =
      new IntegerUnixChannelOption("SO_PRIORITY", 1, 12);

  private final int typeOfService;
  private final int priority;
  private final Messages messages;

  /**
   * Marks.
   *
   * @param typeOfService the type of service or traffic class; 0 for none
   * @param priority the priority; 0 for none
   * @param messages where it is told that one could not be set
   */
  PacketMarks(int typeOfService, int priority, Messages messages) {
    this.typeOfService = typeOfService;
    this.priority = priority;
    this.messages = messages;
  }

  @Override
  public long sockopt(CurlSocket socket, long purpose, Object userdata) {
    if (purpose == CurlSymbols.CURLSOCKTYPE_IPCXN) {
      if (typeOfService > 0 && !socket.setOption(StandardSocketOptions.IP_TOS, typeOfService)) {
        messages.warn("Setting type of service to " + typeOfService + " failed");
      }
      if (priority > 0 && !prioritize(socket)) {
        messages.warn("VLAN priority " + priority + " failed");
      }
    }
    return CurlSymbols.CURL_SOCKOPT_OK;
  }

  private boolean prioritize(CurlSocket socket) {
    try {
      return socket.engineChannel() instanceof Channel channel
          && channel.config().setOption(SO_PRIORITY, priority);
    } catch (RuntimeException e) {
      return false;
    }
  }
}
