package io.nettycurl.netty.connect.tls;

import io.netty.util.NetUtil;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Immutable. Whether a certificate names a host. Alternative names count if there are any of the
 * kinds that name hosts, otherwise the last common name does. A wildcard stands for one whole
 * leftmost label of a name of at least three, never for an address.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6125#section-6">RFC 6125 section 6</a>
 */
final class HostNames {
  private static final int DNS = 2;
  private static final int IP = 7;

  private HostNames() {}

  /**
   * Checks a certificate.
   *
   * @param cert the peer's own
   * @param host what was connected to: a name or an address without brackets
   * @return null if it names the host, otherwise why not, in words
   */
  static String mismatch(X509Certificate cert, String host) {
    byte[] address = NetUtil.createByteArrayFromIpAddressString(withoutZone(host));
    Collection<List<?>> names;
    try {
      names = cert.getSubjectAlternativeNames();
    } catch (CertificateParsingException e) {
      return "SSL: illegal alternative certificate subject name";
    }
    boolean any = false;
    for (List<?> name : names == null ? List.<List<?>>of() : names) {
      int kind = (Integer) name.get(0);
      if (kind == DNS || kind == IP) {
        any = true;
        if (address == null
            ? kind == DNS && matches((String) name.get(1), host)
            : kind == IP && sameAddress(name.get(1), address)) {
          return null;
        }
      }
    }
    return any ? noAlternative(host, address) : commonNameMismatch(cert, host);
  }

  private static String noAlternative(String host, byte[] address) {
    String kind =
        address == null ? "hostname" : address.length == 4 ? "IPv4 address" : "IPv6 address";
    return "SSL: no alternative certificate subject name matches target "
        + kind
        + " '"
        + host
        + "'";
  }

  private static String commonNameMismatch(X509Certificate cert, String host) {
    String name = SubjectName.lastCommonName(cert.getSubjectX500Principal().getEncoded());
    if (name == null) {
      return "SSL: unable to obtain common name from peer certificate";
    }
    if (name.indexOf('\0') >= 0) {
      return "SSL: illegal cert name field";
    }
    return matches(name, host)
        ? null
        : "SSL: certificate subject name '"
            + name
            + "' does not match target hostname '"
            + host
            + "'";
  }

  private static boolean sameAddress(Object name, byte[] address) {
    return Arrays.equals(NetUtil.createByteArrayFromIpAddressString(name.toString()), address);
  }

  /**
   * Whether a name of a certificate stands for a host.
   *
   * @param name possibly with a wildcard
   * @param host what was connected to
   */
  static boolean matches(String name, String host) {
    String pattern = withoutDot(name);
    String wanted = withoutDot(host);
    if (pattern.isEmpty() || wanted.isEmpty() || pattern.indexOf('\0') >= 0) {
      return false;
    }
    if (!pattern.startsWith("*.")) {
      return equal(pattern, wanted);
    }
    if (NetUtil.createByteArrayFromIpAddressString(withoutZone(wanted)) != null
        || wanted.startsWith(".")) {
      return false;
    }
    // a pattern of two labels would cover a whole top-level domain
    if (pattern.indexOf('.', 2) < 0) {
      return equal(pattern, wanted);
    }
    int rest = wanted.indexOf('.');
    return rest > 0 && equal(pattern.substring(1), wanted.substring(rest));
  }

  private static boolean equal(String a, String b) {
    return a.length() == b.length() && a.equalsIgnoreCase(b);
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static String withoutZone(String host) {
    int percent = host.indexOf(':') < 0 ? -1 : host.indexOf('%');
    return percent < 0 ? host : host.substring(0, percent);
  }
}
