package io.nettycurl.netty.connect.tls;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Immutable. What CURLINFO_CERTINFO tells about a chain: {@code name:value} lines in the order and
 * under the names of libcurl with OpenSSL.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLINFO_CERTINFO.html">CURLINFO_CERTINFO(3)</a>
 */
public final class CertInfo {
  /** libcurl's bound; chains are attacker's data. */
  private static final int MAX_CERTIFICATES = 100;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss yyyy 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int DNS = 2;
  private static final int EMAIL = 1;
  private static final int URI = 6;
  private static final int IP = 7;

  private CertInfo() {}

  /**
   * The lines of all certificates.
   *
   * @param chain the peer's own first
   */
  public static List<List<String>> of(List<X509Certificate> chain) {
    List<List<String>> all = new ArrayList<>();
    for (X509Certificate cert : chain) {
      if (all.size() < MAX_CERTIFICATES) {
        all.add(lines(cert));
      }
    }
    return List.copyOf(all);
  }

  private static List<String> lines(X509Certificate cert) {
    List<String> lines = new ArrayList<>();
    lines.add("Subject:" + subject(cert));
    lines.add("Issuer:" + issuer(cert));
    lines.add("Version:" + Integer.toHexString(cert.getVersion() - 1));
    lines.add("Serial Number:" + serial(cert.getSerialNumber()));
    lines.add("Signature Algorithm:" + signatureAlgorithm(cert.getSigAlgName()));
    lines.add("Public Key Algorithm:" + keyAlgorithm(cert.getPublicKey().getAlgorithm()));
    String names = alternativeNames(cert);
    if (!names.isEmpty()) {
      lines.add("X509v3 Subject Alternative Name:" + names);
    }
    lines.add("Start date:" + date(cert.getNotBefore()));
    lines.add("Expire date:" + date(cert.getNotAfter()));
    if (cert.getPublicKey() instanceof RSAPublicKey) {
      RSAPublicKey key = (RSAPublicKey) cert.getPublicKey();
      lines.add("RSA Public Key:" + key.getModulus().bitLength());
      lines.add("rsa(n):" + key.getModulus().toString(16).toUpperCase(Locale.ROOT));
      lines.add("rsa(e):" + key.getPublicExponent().toString(16).toUpperCase(Locale.ROOT));
    }
    lines.add("Signature:" + HexFormat.ofDelimiter(":").formatHex(cert.getSignature()) + ":");
    lines.add("Cert:" + pem(cert));
    return List.copyOf(lines);
  }

  /** Whole octets, without the one that only says that the number is positive. */
  private static String serial(BigInteger number) {
    String hex = HexFormat.of().formatHex(number.toByteArray());
    return hex.length() > 2 && hex.startsWith("00") ? hex.substring(2) : hex;
  }

  static String subject(X509Certificate cert) {
    return SubjectName.readable(cert.getSubjectX500Principal().getEncoded());
  }

  static String issuer(X509Certificate cert) {
    return SubjectName.readable(cert.getIssuerX500Principal().getEncoded());
  }

  static String date(Date date) {
    return DATE.format(date.toInstant());
  }

  /** The JDK's name in OpenSSL's spelling. */
  static String signatureAlgorithm(String name) {
    int with = name.indexOf("with");
    if (with < 0) {
      return name.equals("RSASSA-PSS") ? "rsassaPss" : name.toUpperCase(Locale.ROOT);
    }
    String hash = name.substring(0, with);
    return switch (name.substring(with + 4)) {
      case "RSA" -> hash.toLowerCase(Locale.ROOT) + "WithRSAEncryption";
      case "ECDSA" -> "ecdsa-with-" + hash;
      default -> name;
    };
  }

  private static String keyAlgorithm(String name) {
    return switch (name) {
      case "RSA" -> "rsaEncryption";
      case "EC" -> "id-ecPublicKey";
      default -> name;
    };
  }

  private static String alternativeNames(X509Certificate cert) {
    StringBuilder text = new StringBuilder();
    Collection<List<?>> names;
    try {
      names = cert.getSubjectAlternativeNames();
    } catch (CertificateParsingException e) {
      return "";
    }
    for (List<?> name : names == null ? List.<List<?>>of() : names) {
      String kind =
          switch ((Integer) name.get(0)) {
            case DNS -> "DNS:";
            case EMAIL -> "email:";
            case URI -> "URI:";
            case IP -> "IP Address:";
            default -> null;
          };
      if (kind != null) {
        text.append(text.length() == 0 ? "" : ", ").append(kind).append(name.get(1));
      }
    }
    return text.toString();
  }

  private static String pem(X509Certificate cert) {
    try {
      byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, newline).encodeToString(cert.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      return "";
    }
  }
}
