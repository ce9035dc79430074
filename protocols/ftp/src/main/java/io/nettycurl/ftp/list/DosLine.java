package io.nettycurl.ftp.list;

import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.FileInfo;

/** Any thread; no state. A line of a listing in the form of DOS. */
final class DosLine {
  private static final int DATE = 8;
  private static final String DIRECTORY = "<DIR>";

  private DosLine() {}

  /** The file; null if the line is not of that form. */
  static ListEntry parse(String line) {
    LineCursor cursor = new LineCursor(line);
    for (int i = 0; i < DATE; i++) {
      if (!cursor.skipOneOf("0123456789-")) {
        return null;
      }
    }
    boolean apart = cursor.skipOneOf(" ");
    String hour = apart ? cursor.field() : null;
    if (hour == null || !hour.chars().allMatch(c -> "APM0123456789:".indexOf(c) >= 0)) {
      return null;
    }
    String time = cursor.since(0);
    String kind = cursor.field();
    String name = kind == null ? null : cursor.rest();
    boolean directory = DIRECTORY.equals(kind);
    long size = directory ? 0 : size(kind);
    if (name == null || size < 0) {
      return null;
    }
    FileInfo info =
        new FileInfo(
            UnixLine.readable(name),
            directory ? CurlSymbols.CURLFILETYPE_DIRECTORY : CurlSymbols.CURLFILETYPE_FILE,
            0,
            0,
            size,
            0,
            CurlSymbols.CURLFINFOFLAG_KNOWN_SIZE,
            time,
            null,
            null,
            null,
            null);
    return new ListEntry(name, info);
  }

  private static long size(String text) {
    LineCursor cursor = new LineCursor(text == null ? " " : text + " ");
    return cursor.number();
  }
}
