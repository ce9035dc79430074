package io.nettycurl.http.encoding;

import io.nettycurl.netty.spi.BodyWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Any thread. The codings that can be taken off a body: gzip and deflate always, br and zstd where
 * their libraries are found at run time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1">RFC 9110, section 8.4.1</a>
 */
public final class ContentCodings {
  /** How many codings one body may have. */
  public static final int MAX_STACK = 5;

  private ContentCodings() {}

  private static final class Brotli {
    static final boolean PRESENT = present("com.aayushatharva.brotli4j.Brotli4jLoader");

    private static boolean present(String className) {
      return isPresent(className) && loads(BrotliDecoder::loads);
    }
  }

  private static final class Zstd {
    static final boolean PRESENT =
        isPresent("com.github.luben.zstd.ZstdDecompressCtx") && loads(ZstdDecoder::loads);
  }

  private interface Probe {
    boolean loads();
  }

  private static boolean isPresent(String className) {
    try {
      Class.forName(className, false, ContentCodings.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static boolean loads(Probe probe) {
    try {
      return probe.loads();
    } catch (LinkageError | RuntimeException e) {
      return false;
    }
  }

  /** Whether br can be decoded. */
  public static boolean brotli() {
    return Brotli.PRESENT;
  }

  /** Whether zstd can be decoded. */
  public static boolean zstd() {
    return Zstd.PRESENT;
  }

  /** What to offer, as the value of Accept-Encoding. */
  public static String offer() {
    List<String> names = new ArrayList<>(List.of("deflate", "gzip"));
    if (brotli()) {
      names.add("br");
    }
    if (zstd()) {
      names.add("zstd");
    }
    return String.join(", ", names);
  }

  /**
   * Loads the native code that a body may need, which takes time better not spent on a loop.
   *
   * @param offer the value of Accept-Encoding; empty for everything
   */
  public static void load(String offer) {
    if (offer.isEmpty() || offer.contains("br")) {
      brotli();
    }
    if (offer.isEmpty() || offer.contains("zstd")) {
      zstd();
    }
  }

  /**
   * Makes what takes a coding off.
   *
   * @param name the coding's name, in any case
   * @param trouble told what is wrong with the body
   * @return the decoder; one that fails for a name nobody knows; null for a coding that is none
   */
  public static BodyWriter decoder(String name, DecodeTrouble trouble) {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "identity":
      case "none":
        return null;
      case "gzip":
      case "x-gzip":
        return new GzipDecoder(trouble);
      case "deflate":
        return new DeflateDecoder(trouble);
      case "br":
        return brotli() ? newBrotli(name, trouble) : new UnknownDecoder(name, trouble);
      case "zstd":
        return zstd() ? new ZstdDecoder(trouble) : new UnknownDecoder(name, trouble);
      default:
        return new UnknownDecoder(name, trouble);
    }
  }

  private static BodyWriter newBrotli(String name, DecodeTrouble trouble) {
    try {
      return new BrotliDecoder(trouble);
    } catch (IOException e) {
      return new UnknownDecoder(name, trouble);
    }
  }
}
