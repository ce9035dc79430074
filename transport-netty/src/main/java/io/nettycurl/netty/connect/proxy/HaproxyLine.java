package io.nettycurl.netty.connect.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.nettycurl.netty.connect.dns.NumericAddress;
import java.net.Inet6Address;
import java.net.InetSocketAddress;

/**
 * Immutable. The line that tells a server who its client is.
 *
 * @see <a href="https://www.haproxy.org/download/1.8/doc/proxy-protocol.txt">PROXY protocol 2.1</a>
 */
public final class HaproxyLine {
  /** Where there are no addresses. */
  public static final String UNKNOWN = "PROXY UNKNOWN\r\n";

  private HaproxyLine() {}

  /**
   * The line.
   *
   * @param client the address to tell in place of ours; null for ours
   * @param local our end
   * @param remote the other end
   */
  public static String of(String client, InetSocketAddress local, InetSocketAddress remote) {
    String source = client != null ? client : NumericAddress.text(local.getAddress());
    String target = client != null ? client : NumericAddress.text(remote.getAddress());
    boolean six =
        client != null ? client.indexOf(':') >= 0 : remote.getAddress() instanceof Inet6Address;
    return "PROXY "
        + (six ? "TCP6 " : "TCP4 ")
        + source
        + ' '
        + target
        + ' '
        + local.getPort()
        + ' '
        + remote.getPort()
        + "\r\n";
  }

  /**
   * The line in bytes.
   *
   * @param alloc gives the buffer
   * @param line which
   */
  public static ByteBuf encode(ByteBufAllocator alloc, String line) {
    return ByteBufUtil.writeAscii(alloc, line);
  }
}
