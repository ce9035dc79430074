package io.nettycurl.examples.curl.console;

/**
 * Owned by the command's thread. Notes, warnings and errors in the command's form, wrapped to the
 * terminal.
 */
public final class Messages {
  private static final int LONGEST = 1023;

  private final Console console;
  private boolean silent;
  private boolean showError;
  private boolean tracing;

  /**
   * Messages to a console.
   *
   * @param console where to
   */
  public Messages(Console console) {
    this.console = console;
  }

  /** -s: no notes, no warnings, no errors. */
  public void silent(boolean on) {
    silent = on;
  }

  /** -S: errors all the same. */
  public void showError(boolean on) {
    showError = on;
  }

  /** Notes are for those who asked to see more. */
  public void tracing(boolean on) {
    tracing = on;
  }

  /** Whether errors are to be shown. */
  public boolean showsErrors() {
    return !silent || showError;
  }

  /** Something that may interest. */
  public void note(String text) {
    if (tracing && !silent) {
      wrapped("Note: ", text);
    }
  }

  /** Something that may be wrong. */
  public void warn(String text) {
    if (!silent) {
      wrapped("Warning: ", text);
    }
  }

  /** Something that went wrong. */
  public void error(String text) {
    if (showsErrors()) {
      wrapped("curl: ", text);
    }
  }

  /** Something wrong with the command line: shown however silent it is to be. */
  public void usage(String text) {
    StringBuilder out = new StringBuilder();
    if (text != null) {
      out.append("curl: ").append(text).append('\n');
    }
    out.append("curl: try 'curl --help' or 'curl --manual' for more information\n");
    console.errPrint(out.toString());
  }

  private void wrapped(String prefix, String text) {
    int columns = console.terminal().columns();
    int width = columns > prefix.length() ? columns - prefix.length() : Integer.MAX_VALUE;
    console.errPrint(wrap(prefix, text, width));
  }

  static String wrap(String prefix, String text, int width) {
    String rest = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    StringBuilder out = new StringBuilder();
    while (!rest.isEmpty()) {
      out.append(prefix);
      if (rest.length() > width) {
        int cut = width - 1;
        while (cut > 0 && rest.charAt(cut) != ' ' && rest.charAt(cut) != '\t') {
          cut--;
        }
        if (cut == 0) {
          cut = width - 1;
        }
        out.append(rest, 0, cut + 1).append('\n');
        rest = rest.substring(cut + 1);
      } else {
        out.append(rest).append('\n');
        rest = "";
      }
    }
    return out.toString();
  }
}
