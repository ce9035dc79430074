package io.nettycurl.ftp.control;

import io.netty.util.NetUtil;
import io.nettycurl.netty.spi.ByteRange;

/**
 * Immutable. Where the server is to connect to in active mode.
 *
 * @param host interface, address or name; null for our end of the control connection
 * @param firstPort the first port to try; 0 for any
 * @param lastPort the last one
 * @param eprt whether to try EPRT first
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTPPORT.html">CURLOPT_FTPPORT(3)</a>
 */
public record ActivePlace(String host, int firstPort, int lastPort, boolean eprt) {
  private static final int MAX_PORT = 0xffff;

  /**
   * Reads what FTPPORT has: {@code host:first-last}, each part but the host's colon optional.
   *
   * @param text the option's value
   * @param eprt whether to try EPRT first
   * @return the place; what cannot be read counts as not written
   */
  public static ActivePlace parse(String text, boolean eprt) {
    if (text.length() <= 1) {
      return new ActivePlace(null, 0, 0, eprt);
    }
    if (NetUtil.isValidIpV6Address(text)) {
      return new ActivePlace(withoutBrackets(text), 0, 0, eprt);
    }
    int hostEnd = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
    if (text.startsWith("[") && hostEnd == 0) {
      return new ActivePlace(null, 0, 0, eprt);
    }
    String host = hostEnd < 0 ? text : text.substring(0, hostEnd);
    int colon = hostEnd < 0 ? -1 : text.indexOf(':', hostEnd);
    String ports = colon < 0 ? "" : text.substring(colon + 1);
    int dash = ports.indexOf('-');
    int first = port(dash < 0 ? ports : ports.substring(0, dash));
    int end = dash < 0 ? 0 : port(ports.substring(dash + 1));
    int last = end == 0 ? first : end;
    boolean usable = first > 0 && first <= last;
    return new ActivePlace(
        host.isEmpty() ? null : withoutBrackets(host), usable ? first : 0, usable ? last : 0, eprt);
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static int port(String digits) {
    long number = ByteRange.number(digits, 0, digits.length());
    boolean digitsOnly = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return digitsOnly && number >= 0 && number <= MAX_PORT ? (int) number : 0;
  }
}
