package io.nettycurl.http.cookie;

import io.nettycurl.CurlCode;
import io.nettycurl.http.policy.HandleMemory;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.Ascii;
import io.nettycurl.spi.DerivedOptions;
import io.nettycurl.spi.EasyAttachment;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.ShareKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Owned like its handle. Whether a handle minds cookies, and which: what COOKIEFILE, COOKIEJAR and
 * COOKIELIST do to it.
 */
public final class CookieEngine extends HandleMemory<CookieStore> {
  /** How many Set-Cookie fields of one response count. */
  public static final int MAX_SET = 50;

  private static final int MAX_LINE = 8190;
  private static final int NAME_LENGTH = "Cookie: ".length();

  private boolean on;

  private CookieEngine(EasyState easy) {
    super(easy, ShareKind.COOKIE, CookieStore.class, CookieStore::new);
  }

  /**
   * The one of a handle, made if there is none.
   *
   * @param easy the handle
   */
  public static CookieEngine of(EasyState easy) {
    return easy.attachment(CookieEngine.class, () -> new CookieEngine(easy));
  }

  /** Whether the handle minds cookies. */
  public boolean isActive() {
    return on && store() != null;
  }

  // Options

  /**
   * An option was set.
   *
   * @param easy whose
   * @param option COOKIEFILE, COOKIEJAR or COOKIELIST
   * @param value the value; null after an unset
   * @return OK; READ_ERROR or TOO_LARGE at RELOAD
   */
  public static CurlCode stored(EasyState easy, Object option, String value) {
    if (option == CurlOpt.COOKIEFILE && value == null) {
      CookieEngine engine = easy.attachment(CookieEngine.class, null);
      if (engine != null) {
        engine.forget();
      }
    } else if (option == CurlOpt.COOKIEJAR && value != null) {
      of(easy).start();
    } else if (option == CurlOpt.COOKIELIST && value != null) {
      return of(easy).command(value);
    }
    return CurlCode.OK;
  }

  private void start() {
    remember();
    on = true;
  }

  private CurlCode command(String value) {
    if (Ascii.equalsIgnoreCase(value, "ALL")) {
      change(CookieStore::clear);
    } else if (Ascii.equalsIgnoreCase(value, "SESS")) {
      change(CookieStore::clearSession);
    } else if (Ascii.equalsIgnoreCase(value, "FLUSH")) {
      flush();
    } else if (Ascii.equalsIgnoreCase(value, "RELOAD")) {
      return load(true, CookieStore.NOBODY);
    } else {
      if (store() == null) {
        start();
      }
      change(cookies -> cookies.add(octets(value)));
    }
    return CurlCode.OK;
  }

  private void flush() {
    String jar = easy().options().get(CurlOpt.COOKIEJAR);
    if (jar != null && store() != null) {
      List<String> lines = locked(CookieStore::saved);
      if (lines != null) {
        CookieFile.write(jar, lines);
      }
    }
  }

  /** All cookies, as COOKIELIST tells them; null if there are none. */
  public List<String> list() {
    List<String> lines = store() == null ? null : locked(CookieStore::lines);
    return lines == null ? null : lines.stream().map(CookieEngine::text).toList();
  }

  // Transfers

  /**
   * Reads the files of a handle.
   *
   * @param easy the handle
   * @param notes told what is wrong with them
   * @return OK; READ_ERROR or TOO_LARGE
   */
  public static CurlCode load(EasyState easy, Consumer<String> notes) {
    return of(easy).load(false, notes);
  }

  private CurlCode load(boolean again, Consumer<String> notes) {
    OptionValues options = easy().options();
    List<String> files = options.get(DerivedOptions.COOKIEFILES);
    if (files == null) {
      return CurlCode.OK;
    }
    start();
    for (String file : files) {
      List<String> lines = new ArrayList<>();
      CurlCode code = CookieFile.read(file, lines::add, notes);
      boolean newSession = options.on(CurlOpt.COOKIESESSION);
      change(cookies -> cookies.addAll(lines, newSession, again));
      if (code != CurlCode.OK) {
        return code;
      }
    }
    return CurlCode.OK;
  }

  /** A transfer begins. */
  public void begin() {
    change(CookieStore::run);
  }

  /**
   * What is to be sent with a request, in the order in which it is sent; see {@link
   * CookieStore#matching}.
   */
  public List<Cookie> matching(String host, String path, boolean secure, Consumer<String> notes) {
    return locked(cookies -> cookies.matching(host, path, secure, notes));
  }

  /** Adds what a Set-Cookie field of a response says; see {@link CookieStore#set}. */
  public boolean set(
      String value, String host, String path, boolean secure, Consumer<String> notes) {
    return locked(cookies -> cookies.set(value, host, path, secure, notes));
  }

  /**
   * The value of the Cookie field of a request.
   *
   * @param cookies what is to be sent, in order
   * @param literal what the option COOKIE says, to go behind them; null for nothing
   * @param notes told if there are too many
   * @return a character per byte; null if there is nothing to send
   */
  public static String line(List<Cookie> cookies, String literal, Consumer<String> notes) {
    if (cookies.isEmpty()) {
      return literal == null ? null : octets(literal);
    }
    StringBuilder line = new StringBuilder();
    int length = NAME_LENGTH;
    for (Cookie cookie : cookies) {
      int more = cookie.name().length() + cookie.value().length() + 1;
      if (length + more >= MAX_LINE) {
        notes.accept(
            "Restricted outgoing cookies due to header size, '" + cookie.name() + "' not sent");
        return line.length() == 0 ? null : line.toString();
      }
      length += more + (line.length() == 0 ? 0 : 2);
      line.append(line.length() == 0 ? "" : "; ").append(cookie.name());
      line.append('=').append(cookie.value());
    }
    if (literal != null) {
      line.append("; ").append(octets(literal));
    }
    return line.toString();
  }

  // The handle

  /** It minds cookies if this one does, but knows none yet. */
  @Override
  public EasyAttachment duplicateFor(EasyState copy) {
    CookieEngine engine = new CookieEngine(copy);
    if (isActive()) {
      engine.start();
    }
    return engine;
  }

  /** Writes the jar. */
  @Override
  public void close() {
    flush();
  }

  // Text

  /** A text of the user's as bytes, one character each. */
  private static String octets(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      }
    }
    return text;
  }

  /** The other way round; bytes that are no UTF-8 stay a character each. */
  private static String text(String octets) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return octets;
    }
  }
}
