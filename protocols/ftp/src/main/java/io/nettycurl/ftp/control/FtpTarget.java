package io.nettycurl.ftp.control;

import io.nettycurl.CurlSymbols;
import io.nettycurl.url.PercentCoding;
import java.nio.charset.StandardCharsets;

/**
 * Immutable. What a request is about: what the URL names, the directory that a wildcard of it is
 * looked for in, or one of the files found there.
 *
 * @param raw the path without its first slash, percent-decoded, one character per byte; null if it
 *     has a control byte
 * @param type the letter of {@code ;type=} in upper case; 0 if there is none
 * @param pattern what stands behind the last slash, as written; null if nothing does
 * @param size how large the listing says the file is; -1 if there is none
 * @param ofWildcard whether it is part of a wildcard download
 */
public record FtpTarget(String raw, char type, String pattern, long size, boolean ofWildcard) {
  private static final int TYPE_SUFFIX = ";type=x".length();

  /**
   * What a URL names.
   *
   * @param urlPath the URL's path as written
   */
  public static FtpTarget of(String urlPath) {
    String written = urlPath.startsWith("/") ? urlPath.substring(1) : urlPath;
    char type = typeSuffix(written);
    if (type != 0) {
      written = written.substring(0, written.length() - TYPE_SUFFIX);
    }
    String name = written.substring(written.lastIndexOf('/') + 1);
    return new FtpTarget(decode(written), type, name.isEmpty() ? null : name, -1, false);
  }

  /** The directory that the file of this URL is in. */
  public FtpTarget directory(String urlPath) {
    String written = urlPath.startsWith("/") ? urlPath.substring(1) : urlPath;
    String directory = written.substring(0, written.lastIndexOf('/') + 1);
    return new FtpTarget(decode(directory), type, null, -1, true);
  }

  /**
   * A file in this directory.
   *
   * @param name its name, one character per byte
   * @param fileSize how large it is; -1 if not known
   */
  public FtpTarget file(String name, long fileSize) {
    boolean sound = raw != null && name.chars().allMatch(c -> c >= ' ');
    return new FtpTarget(sound ? raw + name : null, type, null, fileSize, true);
  }

  /** The path's parts, as a {@code CURLFTPMETHOD_*} value says; null if there is no such path. */
  FtpPath path(long method) {
    boolean changes = ofWildcard && method == CurlSymbols.CURLFTPMETHOD_NOCWD;
    return raw == null
        ? null
        : FtpPath.of(raw, changes ? CurlSymbols.CURLFTPMETHOD_MULTICWD : method);
  }

  /** The path's bytes, one character each; null if one is a control byte. */
  private static String decode(String written) {
    byte[] bytes = PercentCoding.decode(written);
    for (byte value : bytes) {
      if (value >= 0 && value < ' ') {
        return null;
      }
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The letter of a {@code ;type=} at the end, in upper case; 0 if there is none. */
  private static char typeSuffix(String written) {
    int at = written.length() - TYPE_SUFFIX;
    return at >= 0 && written.startsWith(";type=", at)
        ? Character.toUpperCase(written.charAt(written.length() - 1))
        : 0;
  }
}
