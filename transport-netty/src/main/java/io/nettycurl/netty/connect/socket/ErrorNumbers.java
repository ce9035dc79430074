package io.nettycurl.netty.connect.socket;

import io.netty.channel.unix.Errors;
import java.io.FileNotFoundException;
import java.net.BindException;
import java.net.NoRouteToHostException;

/** Immutable. The system's error numbers as Netty's exceptions carry them. */
public final class ErrorNumbers {
  /** No such error, or not known. */
  public static final int UNKNOWN = 0;

  /** ETIMEDOUT on Linux. */
  public static final int LINUX_TIMED_OUT = 110;

  private static final int LINUX_NO_ENTRY = 2;
  private static final int LINUX_REFUSED = 111;
  private static final int LINUX_NO_ROUTE = 113;
  private static final int LINUX_UNREACHABLE = 101;
  private static final int LINUX_IN_USE = 98;
  private static final String NUMBER_MARK = "failed with error(";

  private ErrorNumbers() {}

  /**
   * The number within an exception.
   *
   * @param cause what failed
   * @return errno; {@link #UNKNOWN} if the exception does not tell
   */
  public static int of(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof Errors.NativeIoException) {
        return Math.abs(((Errors.NativeIoException) t).expectedErr());
      }
      int written = fromNettysText(t.getMessage());
      if (written != UNKNOWN) {
        return written;
      }
    }
    return Os.LINUX ? fromText(cause) : UNKNOWN;
  }

  /** A failed connect's own exception class is not public, but its text has the number. */
  private static int fromNettysText(String text) {
    int start = text == null ? -1 : text.indexOf(NUMBER_MARK);
    int end = start < 0 ? -1 : text.indexOf(')', start);
    if (end < 0) {
      return UNKNOWN;
    }
    try {
      return Math.abs(Integer.parseInt(text.substring(start + NUMBER_MARK.length(), end)));
    } catch (NumberFormatException e) {
      return UNKNOWN;
    }
  }

  /** The JDK's channels give words only. */
  private static int fromText(Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    if (cause instanceof NoRouteToHostException) {
      return LINUX_NO_ROUTE;
    }
    if (cause instanceof FileNotFoundException) {
      return LINUX_NO_ENTRY;
    }
    if (cause instanceof BindException) {
      return LINUX_IN_USE;
    }
    if (text.contains("refused")) {
      return LINUX_REFUSED;
    }
    if (text.contains("timed out")) {
      return LINUX_TIMED_OUT;
    }
    return text.contains("unreachable") ? LINUX_UNREACHABLE : UNKNOWN;
  }

  /** The numbers above are Linux's. */
  static final class Os {
    static final boolean LINUX = System.getProperty("os.name", "").startsWith("Linux");

    private Os() {}
  }

  /**
   * The system's words for an error, without what Netty puts around them.
   *
   * @param cause what failed
   */
  public static String text(Throwable cause) {
    String text = cause.getMessage();
    if (text == null) {
      return cause.getClass().getSimpleName();
    }
    int failed = text.indexOf(NUMBER_MARK);
    int colon = failed < 0 ? -1 : text.indexOf("): ", failed);
    String words = colon < 0 ? text : text.substring(colon + 3);
    int where = words.indexOf(": /");
    return where < 0 ? words : words.substring(0, where);
  }
}
