package io.nettycurl.ftp.control;

import io.nettycurl.CurlSymbols;
import java.util.ArrayList;
import java.util.List;

/**
 * Immutable. A URL's path as FTP sees it: directories to change to, and a file. One character per
 * byte.
 *
 * @param raw the path without its first slash, percent-decoded
 * @param directories what to change to, one after the other
 * @param file what to fetch or store; null for a directory
 * @param noCwd whether the path goes into the command as it is
 */
public record FtpPath(String raw, List<String> directories, String file, boolean noCwd) {
  /** More directories than these are refused. */
  public static final int MAX_DEPTH = 1000;

  /**
   * Takes a path apart.
   *
   * @param raw the path without its first slash, percent-decoded
   * @param method a {@code CURLFTPMETHOD_*} value
   * @return the path; null if it is too deep
   */
  public static FtpPath of(String raw, long method) {
    if (method == CurlSymbols.CURLFTPMETHOD_NOCWD) {
      boolean file = !raw.isEmpty() && !raw.endsWith("/");
      return new FtpPath(raw, List.of(), file ? raw : null, true);
    }
    int lastSlash = raw.lastIndexOf('/');
    String file = lastSlash + 1 < raw.length() ? raw.substring(lastSlash + 1) : null;
    if (method == CurlSymbols.CURLFTPMETHOD_SINGLECWD) {
      List<String> one =
          lastSlash < 0 ? List.of() : List.of(raw.substring(0, Math.max(lastSlash, 1)));
      return new FtpPath(raw, one, file, false);
    }
    List<String> parts = parts(raw);
    return parts == null ? null : new FtpPath(raw, parts, file, false);
  }

  /** Empty parts are left out: CWD without a name fails with many servers. */
  private static List<String> parts(String raw) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int slashes = 0;
    for (int slash = raw.indexOf('/'); slash >= 0; slash = raw.indexOf('/', from)) {
      if (++slashes >= MAX_DEPTH) {
        return null;
      }
      if (slash > from) {
        parts.add(raw.substring(from, slash));
      } else if (parts.isEmpty()) {
        parts.add("/");
      }
      from = slash + 1;
    }
    return parts;
  }

  /** Whether it starts at the server's root instead of where the login led to. */
  public boolean absolute() {
    return raw.startsWith("/");
  }

  /** Whether no CWD is needed, wherever the server is. */
  boolean anywhere() {
    return noCwd && absolute();
  }

  /** The directory part, to compare with the one of another request. */
  String directory() {
    if (noCwd) {
      return "";
    }
    return file == null ? raw : raw.substring(0, raw.length() - file.length());
  }

  /** What LIST gets as its argument; null for none. */
  String listArgument() {
    int lastSlash = raw.lastIndexOf('/');
    return noCwd && lastSlash >= 0 ? raw.substring(0, Math.max(lastSlash, 1)) : null;
  }
}
