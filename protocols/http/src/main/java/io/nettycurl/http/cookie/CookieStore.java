package io.nettycurl.http.cookie;

import io.nettycurl.spi.Ascii;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Any thread: every method holds its lock. The cookies of one handle, or of all that share them.
 *
 * @see <a href="https://curl.se/docs/http-cookies.html">HTTP cookies</a>
 */
public final class CookieStore {
  /** For where nobody wants to be told. */
  public static final Consumer<String> NOBODY = note -> {};

  /** How many cookies one request may carry. */
  static final int MAX_SENT = 150;

  /**
   * Cookies are found by the last two labels of their domain. libcurl has as many lists, and tells
   * them one after the other.
   */
  private static final int LISTS = 63;

  private static final String HEADER = "Set-Cookie:";
  private static final Comparator<Cookie> NEWEST_FIRST =
      Comparator.comparingLong(Cookie::created).reversed();

  /** The longer path first, then the longer domain, then the longer name, then the newer. */
  private static final Comparator<Cookie> AS_SENT =
      Comparator.<Cookie>comparingInt(cookie -> -length(cookie.path()))
          .thenComparingInt(cookie -> -length(cookie.domain()))
          .thenComparingInt(cookie -> -cookie.name().length())
          .thenComparing(NEWEST_FIRST);

  private final Clock clock;
  private final List<List<Cookie>> lists = new ArrayList<>(LISTS);
  private int count;
  private long born;
  private long nextExpiry = Long.MAX_VALUE;
  private boolean running;

  /** An empty one. */
  public CookieStore() {
    this(Clock.systemUTC());
  }

  /**
   * An empty one.
   *
   * @param clock says what has expired
   */
  CookieStore(Clock clock) {
    this.clock = clock;
    for (int i = 0; i < LISTS; i++) {
      lists.add(new ArrayList<>());
    }
  }

  /** Who asks for a cookie to be added. */
  enum Source {
    /** A server; the list of public suffixes counts. */
    SERVER,
    /** COOKIELIST. */
    LIST,
    /** A file; the list of public suffixes counts. */
    FILE,
    /** A file, at RELOAD. */
    FILE_AGAIN
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  /** A transfer begins: what is added from now on wins over what files say. */
  synchronized void run() {
    running = true;
  }

  /**
   * Adds what a Set-Cookie field of a response says.
   *
   * @param value the field's value
   * @param host who sent it, in lower case and ASCII
   * @param path the request's path
   * @param secure whether the origin may set secure cookies
   * @param notes told what becomes of it
   * @return whether there is one more, or another one in the place of an old one
   */
  public boolean set(
      String value, String host, String path, boolean secure, Consumer<String> notes) {
    Cookie cookie = SetCookieLine.parse(value, host, path, secure, now(), notes);
    return cookie != null && add(cookie, host, secure, Source.SERVER, false, notes);
  }

  /**
   * Adds a line of COOKIELIST.
   *
   * @param line a Set-Cookie field or a line of a cookie file
   */
  public void add(String line) {
    add(line, Source.LIST, false);
  }

  private void add(String line, Source source, boolean newSession) {
    Cookie cookie =
        Ascii.startsWithIgnoreCase(line, 0, HEADER)
            ? SetCookieLine.parse(
                withoutEnd(line).substring(HEADER.length()), null, null, true, now(), NOBODY)
            : NetscapeLine.parse(line);
    if (cookie != null) {
      add(cookie, null, true, source, newSession, NOBODY);
    }
  }

  private static String withoutEnd(String line) {
    return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
  }

  private synchronized boolean add(
      Cookie cookie,
      String host,
      boolean secure,
      Source source,
      boolean newSession,
      Consumer<String> notes) {
    boolean file = source == Source.FILE || source == Source.FILE_AGAIN;
    if (cookie.breaksPrefix() || file && newSession && cookie.expires() == 0) {
      return false;
    }
    if (!file) {
      removeExpired();
    }
    boolean judged = source == Source.SERVER || source == Source.FILE;
    if (judged && isForPublicSuffix(cookie, host)) {
      notes.accept(
          "cookie '"
              + cookie.name()
              + "' dropped, domain '"
              + (host == null ? "[file]" : host)
              + "' must not set cookies for '"
              + cookie.domain()
              + "'");
      return false;
    }
    return put(cookie.born(running && !file, ++born), secure, notes);
  }

  private static boolean isForPublicSuffix(Cookie cookie, String host) {
    if (cookie.domain() == null || CookieRules.isAddress(cookie.domain())) {
      return false;
    }
    String domain = plain(cookie.domain());
    if (host == null) {
      return PublicSuffixes.installed().isPublicSuffix(domain);
    }
    String whose = plain(host);
    return !whose.equals(domain) && !PublicSuffixes.installed().mayCover(whose, domain);
  }

  /** In lower case, without a dot at the end. */
  private static String plain(String name) {
    String lower = Ascii.lower(name);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private boolean put(Cookie cookie, boolean secure, Consumer<String> notes) {
    List<Cookie> list = listOf(cookie.domain());
    int replaced = -1;
    for (int i = 0; i < list.size(); i++) {
      Cookie old = list.get(i);
      if (!old.name().equals(cookie.name())) {
        continue;
      }
      if (old.secure() && !cookie.secure() && !secure && overlays(cookie, old)) {
        notes.accept(
            "cookie '"
                + cookie.name()
                + "' for domain '"
                + cookie.domain()
                + "' dropped, would overlay an existing cookie");
        return false;
      }
      if (replaced < 0 && isSame(cookie, old)) {
        if (old.live() && !cookie.live()) {
          return false;
        }
        replaced = i;
      }
    }
    Cookie kept = cookie;
    if (replaced >= 0) {
      kept = cookie.born(cookie.live(), list.remove(replaced).created());
    } else {
      count++;
    }
    list.add(kept);
    if (kept.expires() != 0) {
      nextExpiry = Math.min(nextExpiry, kept.expires());
    }
    if (kept.live() && notes != NOBODY) {
      notes.accept(
          (replaced >= 0 ? "Replaced" : "Added")
              + " cookie "
              + kept.name()
              + "=\""
              + kept.value()
              + "\" for domain "
              + kept.domain()
              + ", path "
              + kept.path()
              + ", expire "
              + kept.expires());
    }
    return true;
  }

  /** Whether one would be sent in the place of a secure one, at least below a part of its path. */
  private static boolean overlays(Cookie cookie, Cookie old) {
    boolean near =
        old.domain() == null || cookie.domain() == null
            ? Objects.equals(old.domain(), cookie.domain())
            : CookieRules.isBelow(cookie.domain(), old.domain())
                || CookieRules.isBelow(old.domain(), cookie.domain());
    if (!near || old.path() == null || cookie.path() == null) {
      return false;
    }
    int second = old.path().indexOf('/', 1);
    String first = second < 0 ? old.path() : old.path().substring(0, second);
    return cookie.path().startsWith(first);
  }

  private static boolean isSame(Cookie cookie, Cookie old) {
    boolean sameDomain =
        old.domain() == null || cookie.domain() == null
            ? Objects.equals(old.domain(), cookie.domain())
            : Ascii.equalsIgnoreCase(old.domain(), cookie.domain())
                && old.tailMatch() == cookie.tailMatch();
    return sameDomain && Objects.equals(old.path(), cookie.path());
  }

  private List<Cookie> listOf(String domain) {
    if (domain == null || CookieRules.isAddress(domain)) {
      return lists.get(0);
    }
    int last = domain.lastIndexOf('.');
    int before = last < 0 ? -1 : domain.lastIndexOf('.', last - 1);
    // The hash that libcurl takes, and so the order in which it tells them.
    long hash = 5381;
    for (int i = before + 1; i < domain.length(); i++) {
      char c = domain.charAt(i);
      int upper = c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c;
      hash = hash * 33 ^ upper;
    }
    return lists.get((int) Long.remainderUnsigned(hash, LISTS));
  }

  /**
   * What is to be sent with a request, in the order in which it is sent.
   *
   * @param host where to, in lower case and ASCII
   * @param path the request's path
   * @param secure whether secure cookies may go there
   * @param notes told if there are too many
   */
  public synchronized List<Cookie> matching(
      String host, String path, boolean secure, Consumer<String> notes) {
    if (count == 0) {
      return List.of();
    }
    removeExpired();
    List<Cookie> found = new ArrayList<>();
    List<Cookie> own = listOf(host);
    collect(own, host, path, secure, found);
    if (own != lists.get(0)) {
      // Those that do not say where they belong.
      collect(lists.get(0), host, path, secure, found);
    }
    if (found.size() == MAX_SENT) {
      notes.accept("Included max number of cookies (" + MAX_SENT + ") in request!");
    }
    found.sort(AS_SENT);
    return found;
  }

  private static void collect(
      List<Cookie> from, String host, String path, boolean secure, List<Cookie> found) {
    boolean address = CookieRules.isAddress(host);
    for (Cookie cookie : from) {
      if (found.size() == MAX_SENT) {
        return;
      }
      if ((secure || !cookie.secure())
          && CookieRules.isFor(cookie, host, address)
          && CookieRules.covers(cookie.path(), path)) {
        found.add(cookie);
      }
    }
  }

  private void removeExpired() {
    long now = now();
    if (now < nextExpiry) {
      return;
    }
    nextExpiry = Long.MAX_VALUE;
    for (List<Cookie> list : lists) {
      for (Iterator<Cookie> each = list.iterator(); each.hasNext(); ) {
        long expires = each.next().expires();
        if (expires != 0 && expires < now) {
          each.remove();
          count--;
        } else if (expires != 0) {
          nextExpiry = Math.min(nextExpiry, expires);
        }
      }
    }
  }

  /** Forgets all of them. */
  public synchronized void clear() {
    lists.forEach(List::clear);
    count = 0;
  }

  /** Forgets those that would not outlive the session. */
  public synchronized void clearSession() {
    for (List<Cookie> list : lists) {
      int before = list.size();
      list.removeIf(cookie -> cookie.expires() == 0);
      count -= before - list.size();
    }
  }

  /** Lines of a cookie file, as COOKIELIST gives them; null if there are no cookies. */
  public synchronized List<String> lines() {
    if (count == 0) {
      return null;
    }
    removeExpired();
    List<String> lines = new ArrayList<>();
    for (List<Cookie> list : lists) {
      for (Cookie cookie : list) {
        if (cookie.domain() != null) {
          lines.add(NetscapeLine.format(cookie));
        }
      }
    }
    return lines.isEmpty() ? null : lines;
  }

  // Files

  /**
   * Adds lines of a cookie file.
   *
   * @param lines header lines and lines of Netscape's format
   * @param newSession whether cookies of the session are left out
   * @param again whether it is read by RELOAD
   */
  synchronized void addAll(List<String> lines, boolean newSession, boolean again) {
    for (String line : lines) {
      add(line, again ? Source.FILE_AGAIN : Source.FILE, newSession);
    }
    removeExpired();
    running = true;
  }

  /**
   * All cookies as the lines of a file, the newest first; null if no transfer was begun, as the
   * files that were to be read may not have been.
   */
  synchronized List<String> saved() {
    if (!running) {
      return null;
    }
    removeExpired();
    List<Cookie> all = new ArrayList<>();
    for (List<Cookie> list : lists) {
      for (Cookie cookie : list) {
        if (cookie.domain() != null) {
          all.add(cookie);
        }
      }
    }
    all.sort(NEWEST_FIRST);
    return all.stream().map(NetscapeLine::format).toList();
  }
}
