package io.nettycurl.http.cookie;

import io.nettycurl.spi.LineFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Any thread. The public suffixes, below which everybody can have a name, so that no cookie may be
 * for one as a whole.
 *
 * <p>The list comes with this library, unless the system has a newer one or the system property
 * {@value #PROPERTY} names a file with another one.
 *
 * @see <a href="https://publicsuffix.org/list/">The list and its format</a>
 */
public final class PublicSuffixes {
  /** The system property that names a file to use instead. */
  public static final String PROPERTY = "io.nettycurl.publicSuffixList";

  private static final String SYSTEM_FILE = "/usr/share/publicsuffix/public_suffix_list.dat";
  private static final String OWN_LIST = "effective_tld_names.dat";
  private static final String VERSION = "// VERSION: ";
  private static final int HEAD = 4096;

  private static final int PLAIN = 1;
  private static final int WILDCARD = 2;
  private static final int EXCEPTION = 4;
  private static final int EXPECTED_RULES = 16_384;

  private final Map<String, Integer> rules = new HashMap<>(EXPECTED_RULES);
  private final List<String> international = new ArrayList<>();
  private Map<String, Integer> internationalRules;

  private PublicSuffixes() {}

  private static final class Installed {
    static final PublicSuffixes LIST = load();
  }

  private static volatile boolean loaded;

  /** The list in use; it is read at the first call, which takes a moment. */
  public static PublicSuffixes installed() {
    return Installed.LIST;
  }

  /** Whether {@link #installed} has it at hand. */
  public static boolean isLoaded() {
    return loaded;
  }

  private static PublicSuffixes load() {
    PublicSuffixes list = null;
    String file = System.getProperty(PROPERTY);
    if (file != null) {
      list = readFrom(LineFile.open(file));
    }
    if (list == null && version(LineFile.open(SYSTEM_FILE)).compareTo(version(own())) > 0) {
      list = readFrom(LineFile.open(SYSTEM_FILE));
    }
    if (list == null) {
      list = readFrom(own());
    }
    loaded = true;
    return list == null ? new PublicSuffixes() : list;
  }

  private static InputStream own() {
    return PublicSuffixes.class.getResourceAsStream(OWN_LIST);
  }

  /** When a list was made, as its head says; empty if it does not. */
  private static String version(InputStream in) {
    if (in == null) {
      return "";
    }
    try (in) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      int at = head.indexOf(VERSION);
      int end = at < 0 ? -1 : head.indexOf('\n', at);
      return end < 0 ? "" : head.substring(at + VERSION.length(), end).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static PublicSuffixes readFrom(InputStream in) {
    try {
      return in == null ? null : read(in);
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * Reads a list, and closes the stream.
   *
   * @param in in the format of publicsuffix.org
   * @throws IOException if it cannot be read
   */
  static PublicSuffixes read(InputStream in) throws IOException {
    PublicSuffixes list = new PublicSuffixes();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty() && !line.startsWith("//")) {
          list.add(rule(line));
        }
      }
    }
    return list;
  }

  /** A line is read up to its first blank. */
  private static String rule(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (Character.isWhitespace(line.charAt(i))) {
        return line.substring(0, i);
      }
    }
    return line;
  }

  private void add(String rule) {
    for (int i = 0; i < rule.length(); i++) {
      if (rule.charAt(i) >= 0x80) {
        international.add(rule);
        return;
      }
    }
    add(rules, rule.toLowerCase(Locale.ROOT));
  }

  private static void add(Map<String, Integer> to, String rule) {
    if (rule.startsWith("!")) {
      put(to, rule.substring(1), EXCEPTION);
    } else if (rule.startsWith("*.")) {
      // What has a wildcard below it is no place for a cookie either.
      put(to, rule.substring(2), WILDCARD | PLAIN);
    } else if (!rule.isEmpty() && !rule.startsWith("*")) {
      put(to, rule, PLAIN);
    }
  }

  private static void put(Map<String, Integer> to, String name, int kind) {
    to.merge(name, kind, (a, b) -> a | b);
  }

  /**
   * Whether a name is a public suffix.
   *
   * @param name in lower case and ASCII, without a dot at its end
   */
  public boolean isPublicSuffix(String name) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return true;
    }
    Integer own = kind(name);
    if (own != null) {
      return (own & EXCEPTION) == 0;
    }
    Integer parent = kind(name.substring(dot + 1));
    return parent != null && (parent & WILDCARD) != 0;
  }

  private Integer kind(String name) {
    Integer kind = rules.get(name);
    return kind == null && name.contains("xn--") ? international().get(name) : kind;
  }

  /** Made when first needed: to write them in ASCII takes longer than reading all others. */
  private synchronized Map<String, Integer> international() {
    if (internationalRules == null) {
      Map<String, Integer> made = new HashMap<>();
      for (String rule : international) {
        int prefix = rule.startsWith("!") ? 1 : rule.startsWith("*.") ? 2 : 0;
        try {
          String name = IDN.toASCII(rule.substring(prefix), IDN.ALLOW_UNASSIGNED);
          add(made, rule.substring(0, prefix) + name);
        } catch (IllegalArgumentException e) {
          // What the runtime cannot write cannot be asked for either.
          continue;
        }
      }
      internationalRules = made;
    }
    return internationalRules;
  }

  /**
   * Whether a host may set cookies for a domain.
   *
   * @param host in lower case and ASCII, without a dot at its end
   * @param domain the same
   */
  public boolean mayCover(String host, String domain) {
    if (host.equals(domain)) {
      return true;
    }
    int start = host.length() - domain.length();
    if (start <= 0 || !host.endsWith(domain) || host.charAt(start - 1) != '.') {
      return false;
    }
    // The longest suffix of the host that is public must be shorter.
    for (String name = host; ; name = name.substring(name.indexOf('.') + 1)) {
      if (isPublicSuffix(name)) {
        return domain.length() > name.length();
      }
    }
  }
}
