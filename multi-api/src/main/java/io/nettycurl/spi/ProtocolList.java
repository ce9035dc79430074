package io.nettycurl.spi;

import io.nettycurl.CurlCode;
import io.nettycurl.url.UrlScheme;

/**
 * Any thread; no state. The value of PROTOCOLS_STR and REDIR_PROTOCOLS_STR: schemes parted by
 * commas, or the word "all"; null is the default.
 */
final class ProtocolList {
  private static final String ALL = "all";

  private ProtocolList() {}

  static boolean allows(String list, UrlScheme scheme) {
    return list == null || Ascii.equalsIgnoreCase(list, ALL) || contains(list, scheme);
  }

  static boolean allowsRedirect(String list, UrlScheme scheme) {
    if (list != null) {
      return allows(list, scheme);
    }
    return scheme == UrlScheme.HTTP
        || scheme == UrlScheme.HTTPS
        || scheme == UrlScheme.FTP
        || scheme == UrlScheme.FTPS;
  }

  private static boolean contains(String list, UrlScheme scheme) {
    for (String name : list.split(",")) {
      if (Ascii.equalsIgnoreCase(name, scheme.text())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a list can be set: UNSUPPORTED_PROTOCOL for an unknown name, 43 for no name at all. */
  static CurlCode check(String list) {
    if (Ascii.equalsIgnoreCase(list, ALL)) {
      return CurlCode.OK;
    }
    boolean any = false;
    for (String name : list.split(",")) {
      if (!name.isEmpty()) {
        UrlScheme scheme = UrlScheme.find(name);
        if (scheme == null || !scheme.transfers()) {
          return CurlCode.UNSUPPORTED_PROTOCOL;
        }
        any = true;
      }
    }
    return any ? CurlCode.OK : CurlCode.BAD_FUNCTION_ARGUMENT;
  }

  /** The list that a mask of CURLPROTO_ bits stands for; blank if none of its schemes is here. */
  static String ofMask(long mask) {
    StringBuilder out = new StringBuilder();
    for (UrlScheme scheme : UrlScheme.values()) {
      if (scheme.transfers() && (mask & scheme.protocolBit()) != 0) {
        out.append(out.length() == 0 ? "" : ",").append(scheme.text());
      }
    }
    return out.toString();
  }
}
