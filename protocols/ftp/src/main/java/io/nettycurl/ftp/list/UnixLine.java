package io.nettycurl.ftp.list;

import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.FileInfo;
import java.nio.charset.StandardCharsets;

/** Any thread; no state. A line of {@code ls -l}. */
final class UnixLine {
  private static final String TYPES = "-dlbcpsD";
  private static final int PERMISSIONS = 9;
  private static final int SET_USER = 1 << 11;
  private static final int SET_GROUP = 1 << 10;
  private static final int STICKY = 1 << 9;
  private static final String ARROW = " -> ";

  private UnixLine() {}

  /** The file; null if the line is not of that form. */
  static ListEntry parse(String line) {
    int type = line.isEmpty() ? -1 : TYPES.indexOf(line.charAt(0));
    int perm = type < 0 ? -1 : permissions(line);
    if (perm < 0) {
      return null;
    }
    LineCursor cursor = new LineCursor(line);
    cursor.skip(line.substring(0, 1 + PERMISSIONS));
    long links = cursor.number();
    String user = cursor.field();
    String group = user == null ? null : cursor.field();
    long size = group == null ? -1 : cursor.number();
    String time = size < 0 ? null : time(cursor);
    String rest = time == null ? null : cursor.rest();
    boolean link = type == CurlSymbols.CURLFILETYPE_SYMLINK;
    int arrow = link && rest != null ? rest.indexOf(ARROW) : -1;
    boolean whole = !link || arrow > 0 && arrow + ARROW.length() < rest.length();
    if (links < 0 || rest == null || !whole) {
      return null;
    }
    String name = link ? rest.substring(0, arrow) : rest;
    FileInfo info =
        new FileInfo(
            readable(name),
            type,
            0,
            perm,
            size,
            links,
            CurlSymbols.CURLFINFOFLAG_KNOWN_PERM
                | CurlSymbols.CURLFINFOFLAG_KNOWN_HLINKCOUNT
                | CurlSymbols.CURLFINFOFLAG_KNOWN_SIZE,
            readable(time),
            line.substring(1, 1 + PERMISSIONS),
            readable(user),
            readable(group),
            link ? readable(rest.substring(arrow + ARROW.length())) : null);
    return new ListEntry(name, info);
  }

  /** Names are UTF-8 almost everywhere by now. */
  static String readable(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Three fields: month, day, and year or time of day, in whatever order. */
  private static String time(LineCursor cursor) {
    int from = cursor.skipBlanks().position();
    for (int part = 0; part < 3; part++) {
      String text = cursor.field();
      if (text == null || !isTimePart(text, part == 2)) {
        return null;
      }
    }
    return cursor.since(from);
  }

  private static boolean isTimePart(String text, boolean mayHaveColon) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c >= '0' && c <= '9';
      if (!letter && (i == 0 || c != '.' && (c != ':' || !mayHaveColon))) {
        return false;
      }
    }
    return true;
  }

  /** The bits of {@code rwxr-xr-x} behind the type; -1 if they are not all there. */
  private static int permissions(String line) {
    if (line.length() <= 1 + PERMISSIONS || line.charAt(1 + PERMISSIONS) != ' ') {
      return -1;
    }
    int[] special = {SET_USER, SET_GROUP, STICKY};
    int bits = 0;
    for (int who = 0; who < special.length; who++) {
      int at = 1 + 3 * who;
      int three =
          bit(line.charAt(at), 'r') << 2
              | bit(line.charAt(at + 1), 'w') << 1
              | execute(line.charAt(at + 2), who, special[who]);
      if (three < 0) {
        return -1;
      }
      bits |= (three & 7) << 3 * (special.length - 1 - who) | three & ~7;
    }
    return bits;
  }

  private static int bit(char c, char set) {
    return c == set ? 1 : c == '-' ? 0 : -1;
  }

  private static int execute(char c, int who, int special) {
    char both = who == 2 ? 't' : 's';
    if (c == both) {
      return 1 | special;
    }
    return c == Character.toUpperCase(both) ? special : bit(c, 'x');
  }
}
