package io.nettycurl.netty.connect.tls;

import io.netty.handler.ssl.CipherSuiteConverter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Immutable. OpenSSL's way to write cipher lists, against what a provider has: names of OpenSSL or
 * IANA, and words for kinds of ciphers, with {@code !}, {@code -} and {@code +} before them.
 *
 * @see <a href="https://docs.openssl.org/3.0/man1/openssl-ciphers/">openssl-ciphers(1)</a>
 */
final class CipherList {
  private static final String TLS13 = "TLS_";

  private CipherList() {}

  /**
   * Works out a list for TLS 1.2 and below.
   *
   * @param text CURLOPT_SSL_CIPHER_LIST
   * @param available what the provider has, in IANA's names
   * @return the ciphers in order, in IANA's names; empty if nothing fits
   */
  static List<String> expand(String text, Collection<String> available) {
    Set<String> chosen = new LinkedHashSet<>();
    Set<String> banned = new LinkedHashSet<>();
    for (String word : text.split("[:, ]+")) {
      if (word.isEmpty() || word.startsWith("@")) {
        continue;
      }
      char sign = word.charAt(0);
      boolean signed = sign == '!' || sign == '-' || sign == '+';
      List<String> meant = meaning(signed ? word.substring(1) : word, available);
      if (sign == '!') {
        banned.addAll(meant);
      }
      if (sign == '+') {
        meant.retainAll(chosen);
      }
      if (signed) {
        chosen.removeAll(meant);
      }
      if (!signed || sign == '+') {
        chosen.addAll(meant);
      }
    }
    chosen.removeAll(banned);
    return List.copyOf(chosen);
  }

  /**
   * Works out a list for TLS 1.3.
   *
   * @param text CURLOPT_TLS13_CIPHERS
   * @param available what the provider has
   * @return the ciphers in order; empty if nothing fits
   */
  static List<String> expand13(String text, Collection<String> available) {
    List<String> chosen = new ArrayList<>();
    for (String word : text.split("[:, ]+")) {
      if (isTls13(word) && available.contains(word)) {
        chosen.add(word);
      }
    }
    return chosen;
  }

  /** Whether a name is one of TLS 1.3's, which name no key exchange. */
  static boolean isTls13(String name) {
    return name.startsWith(TLS13) && !name.contains("_WITH_");
  }

  private static List<String> meaning(String word, Collection<String> available) {
    List<String> found = new ArrayList<>();
    for (String cipher : available) {
      if (!isTls13(cipher) && (named(word, cipher) || isKind(word, cipher))) {
        found.add(cipher);
      }
    }
    return found;
  }

  private static boolean named(String word, String cipher) {
    return cipher.equals(word)
        || word.equals(CipherSuiteConverter.toOpenSsl(cipher, true))
        || word.equals(CipherSuiteConverter.toOpenSsl(cipher, false));
  }

  /** Several words joined by a plus sign mean what is of all these kinds. */
  private static boolean isKind(String word, String cipher) {
    for (String part : word.split("\\+")) {
      if (!isOneKind(part.toUpperCase(Locale.ROOT), cipher)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOneKind(String kind, String cipher) {
    // without secrecy, authenticity or even encryption: only by its full name
    if (cipher.contains("_NULL_") || cipher.contains("_anon_") || cipher.endsWith("_SCSV")) {
      return false;
    }
    boolean aes = cipher.contains("_AES_");
    return switch (kind) {
      case "ALL", "DEFAULT" -> true;
      case "HIGH" -> aes || cipher.contains("CHACHA20") || cipher.contains("CAMELLIA");
      case "ECDHE", "EECDH", "KECDHE", "KEECDH" -> cipher.contains("_ECDHE_");
      case "DHE", "EDH", "KDHE", "KEDH", "DH" -> cipher.contains("_DHE_");
      case "RSA", "KRSA" -> cipher.startsWith("TLS_RSA_WITH") || cipher.startsWith("SSL_RSA_WITH");
      case "ARSA" -> cipher.contains("_RSA_WITH");
      case "AECDSA", "ECDSA" -> cipher.contains("_ECDSA_");
      case "PSK", "KPSK" -> cipher.contains("_PSK_");
      case "AES" -> aes;
      case "AES128" -> cipher.contains("_AES_128_");
      case "AES256" -> cipher.contains("_AES_256_");
      case "AESGCM" -> aes && cipher.contains("_GCM_");
      case "CHACHA20" -> cipher.contains("CHACHA20");
      case "3DES" -> cipher.contains("3DES");
      case "SHA1", "SHA" -> cipher.endsWith("_SHA");
      case "SHA256" -> cipher.endsWith("_SHA256") && !cipher.contains("_GCM_");
      case "SHA384" -> cipher.endsWith("_SHA384") && !cipher.contains("_GCM_");
      default -> false;
    };
  }
}
