package io.nettycurl.netty.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.spi.Ascii;
import io.nettycurl.spi.LineFile;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Immutable. What a netrc file says: which login holds at which machine. Made anew for each
 * transfer.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_NETRC.html">CURLOPT_NETRC(3)</a>
 */
final class Netrc {
  private static final int MAX_LINE = 16 * 1024;
  private static final int MAX_FILE = 128 * 1024;
  private static final String NO_FILE = "no such file";
  private static final String SYNTAX = "syntax error";

  private final String text;
  private final String trouble;

  private Netrc(String text, String trouble) {
    this.text = text;
    this.trouble = trouble;
  }

  /**
   * What was found for a machine.
   *
   * @param user the user name; null if the entry holds for any
   * @param password the password; null if the entry has none
   * @param found whether there is an entry
   * @param trouble why nothing could be found; null if something could have been
   */
  record Answer(String user, String password, boolean found, String trouble) {}

  /**
   * Reads a file, which may block.
   *
   * @param file its name; null for the one that the environment tells
   */
  static Netrc read(String file) {
    if (file != null) {
      return readFile(file);
    }
    String named = System.getenv("NETRC");
    if (named != null) {
      return readFile(named);
    }
    String home = System.getenv("HOME");
    home = home == null ? System.getProperty("user.home") : home;
    Netrc usual = readFile(home + "/.netrc");
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return NO_FILE.equals(usual.trouble) && windows ? readFile(home + "/_netrc") : usual;
  }

  private static Netrc readFile(String name) {
    InputStream in = LineFile.open(name);
    if (in == null) {
      return new Netrc("", NO_FILE);
    }
    StringBuilder text = new StringBuilder();
    CurlCode code = LineFile.read(in, MAX_LINE, line -> add(text, line));
    return code != CurlCode.OK || text.length() >= MAX_FILE
        ? new Netrc("", SYNTAX)
        : new Netrc(text.toString(), null);
  }

  /** A file in memory, as it is read: without comments, each line up to its first NUL. */
  static Netrc of(String content) {
    StringBuilder text = new StringBuilder();
    content.lines().forEach(line -> add(text, line + '\n'));
    return new Netrc(text.toString(), null);
  }

  private static void add(StringBuilder text, String line) {
    int start = 0;
    while (start < line.length() && (line.charAt(start) == ' ' || line.charAt(start) == '\t')) {
      start++;
    }
    if (!line.startsWith("#", start)) {
      int nul = line.indexOf('\0');
      text.append(line, start, nul < 0 ? line.length() : Math.max(start, nul));
    }
  }

  /**
   * Looks a machine up.
   *
   * @param host its name
   * @param user for whom; null or empty for anybody
   */
  Answer find(String host, String user) {
    if (trouble != null) {
      return new Answer(null, null, false, trouble);
    }
    return new Scan(text, host, user == null || user.isEmpty() ? null : user).run();
  }

  /** The bytes of the file are taken for UTF-8, as those of a URL are. */
  private static String utf8(String octets) {
    return octets == null
        ? null
        : new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** One reading for one machine. */
  private static final class Scan {
    private final NetrcWords words;
    private final String host;
    private final String user;
    private boolean here;
    private String login;
    private String password;

    private Scan(String text, String host, String user) {
      this.words = new NetrcWords(text);
      this.host = host;
      this.user = user;
    }

    private Answer run() {
      while (words.next(false)) {
        boolean machine = words.is("machine");
        boolean any = words.is("default");
        boolean macro = words.is("macdef");
        if (machine || any || macro) {
          if (ends()) {
            return found();
          }
          here = any;
        }
        if (machine && words.next(true)) {
          here = Ascii.equalsIgnoreCase(host, words.text());
        } else if (macro) {
          words.skipMacro();
        } else if (words.is("login")) {
          login = words.next(true) && here ? words.text() : login;
        } else if (words.is("password")) {
          password = words.next(true) && here ? words.text() : password;
        } else if (words.is("account")) {
          words.next(true);
        }
      }
      if (words.isBroken()) {
        return new Answer(null, null, false, SYNTAX);
      }
      return ends() ? found() : new Answer(null, null, false, null);
    }

    /** Whether the entry that ends here is the one; if not, it is forgotten. */
    private boolean ends() {
      boolean hit = false;
      if (here && login != null) {
        hit = user == null || sameUser() && password != null;
      } else if (here) {
        hit = password != null;
      }
      if (!hit) {
        login = null;
        password = null;
        here = false;
      }
      return hit;
    }

    private boolean sameUser() {
      return utf8(login).equals(user);
    }

    private Answer found() {
      return new Answer(user != null ? user : utf8(login), utf8(password), true, null);
    }
  }
}
