package io.nettycurl.netty.connect.socket;

import io.nettycurl.netty.connect.dns.NumericAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Enumeration;

/**
 * Immutable. Where our end of a socket is to be: CURLOPT_INTERFACE, LOCALPORT and LOCALPORTRANGE.
 *
 * @param device an interface's name; null if none was given
 * @param host an address or name to bind to; null if none was given
 * @param either what may be an interface or a host; null if none was given
 * @param port the first port to try; 0 for any
 * @param portRange how many ports to try
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_INTERFACE.html">CURLOPT_INTERFACE(3)</a>
 */
public record LocalEnd(String device, String host, String either, int port, int portRange) {
  private static final int MAX_LENGTH = 512;
  private static final String DEVICE = "if!";
  private static final String HOST = "host!";
  private static final String BOTH = "ifhost!";

  /**
   * Reads the options.
   *
   * @param text CURLOPT_INTERFACE; null or empty if not set
   * @param port CURLOPT_LOCALPORT
   * @param portRange CURLOPT_LOCALPORTRANGE
   * @return the local end; null if nothing was asked for
   */
  public static LocalEnd of(String text, int port, int portRange) {
    boolean given = text != null && !text.isEmpty();
    if (!given) {
      return port == 0 ? null : new LocalEnd(null, null, null, port, portRange);
    }
    if (text.startsWith(DEVICE)) {
      return new LocalEnd(text.substring(DEVICE.length()), null, null, port, portRange);
    }
    if (text.startsWith(HOST)) {
      return new LocalEnd(null, text.substring(HOST.length()), null, port, portRange);
    }
    if (text.startsWith(BOTH)) {
      int split = text.indexOf('!', BOTH.length());
      return new LocalEnd(
          text.substring(BOTH.length(), split), text.substring(split + 1), null, port, portRange);
    }
    return new LocalEnd(null, null, text, port, portRange);
  }

  /**
   * Whether CURLOPT_INTERFACE's value has a meaning.
   *
   * @param text the value
   */
  public static boolean valid(String text) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    if (text.startsWith(BOTH)) {
      int split = text.indexOf('!', BOTH.length());
      return split > BOTH.length() && split + 1 < text.length();
    }
    return !text.isEmpty() && !text.equals(DEVICE) && !text.equals(HOST);
  }

  /** The interface to tie the socket to; null if none was named for sure. */
  public String deviceToTie() {
    return device;
  }

  /** What may have to be looked up before binding; null if nothing. */
  public String nameToResolve() {
    String name = host != null ? host : either;
    if (name == null || NumericAddress.matches(name) || (host == null && interfaceNamed(name))) {
      return null;
    }
    return name;
  }

  /**
   * The address to bind to.
   *
   * @param v6 whether the socket is to reach an IPv6 address
   * @param resolved the answer for {@link #nameToResolve()} in that family; null if none
   * @return the address; null if there is none in that family
   */
  public InetAddress address(boolean v6, InetAddress resolved) {
    String name = host != null ? host : either;
    if (name == null) {
      return device == null ? null : addressOf(device, v6);
    }
    InetAddress number = NumericAddress.parse(name, 0);
    if (number != null) {
      return number instanceof Inet6Address == v6 ? number : null;
    }
    InetAddress found = host == null ? addressOf(name, v6) : null;
    return found != null ? found : resolved;
  }

  /** Whether an address has to be bound to, rather than just a port. */
  public boolean bindsAddress() {
    return device != null || host != null || either != null;
  }

  /** What failed messages call it. */
  public String shown() {
    return host != null ? host : device != null ? device : either;
  }

  private static boolean interfaceNamed(String name) {
    try {
      return NetworkInterface.getByName(name) != null;
    } catch (SocketException e) {
      return false;
    }
  }

  private static InetAddress addressOf(String name, boolean v6) {
    try {
      NetworkInterface found = NetworkInterface.getByName(name);
      Enumeration<InetAddress> addresses = found == null ? null : found.getInetAddresses();
      while (addresses != null && addresses.hasMoreElements()) {
        InetAddress address = addresses.nextElement();
        // a link-local address reaches only its own link
        if (address instanceof Inet6Address == v6 && !(v6 && address.isLinkLocalAddress())) {
          return address;
        }
      }
      return null;
    } catch (SocketException e) {
      return null;
    }
  }
}
