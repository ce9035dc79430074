package io.nettycurl.examples.curl.option;

import io.nettycurl.examples.curl.console.Messages;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;

/** Owned by the command's thread. Files of options: -K, and the default one. */
public final class ConfigFile {
  /** How deep files may name files. */
  static final int MAX_LEVELS = 5;

  private static final int LONGEST_LINE = 10 * 1024 * 1024;

  private final OptionContext context;
  private final Messages messages;
  private final OptionParser parser;

  ConfigFile(OptionContext context, OptionParser parser) {
    this.context = context;
    this.messages = context.messages();
    this.parser = parser;
  }

  /**
   * Reads the file in the home directory, if there is one.
   *
   * @return its name; null if there is none, or something is wrong with it
   */
  public String readDefault() {
    String name = find();
    if (name == null) {
      return null;
    }
    try {
      read(name, MAX_LEVELS + 1);
      return name;
    } catch (ParameterException e) {
      return null;
    }
  }

  private static String find() {
    String home = System.getenv("HOME");
    String[] candidates = {
      path(System.getenv("CURL_HOME"), "/.curlrc"),
      path(System.getenv("XDG_CONFIG_HOME"), "/curlrc"),
      path(home, "/.curlrc"),
      path(System.getenv("CURL_HOME"), "/.config/curlrc"),
      path(home, "/.config/curlrc"),
      path(System.getProperty("user.home"), "/.curlrc"),
    };
    for (String candidate : candidates) {
      if (candidate != null && new File(candidate).canRead()) {
        return candidate;
      }
    }
    return null;
  }

  private static String path(String directory, String file) {
    return directory == null || directory.isEmpty() ? null : directory + file;
  }

  /**
   * Reads a file.
   *
   * @param name the file; "-" is standard input
   * @param levels how many levels are left
   * @throws ParameterException if an option in it cannot be used, which has been told
   */
  void read(String name, int levels) throws ParameterException {
    if (levels <= 0) {
      messages.error("Max config file recursion level reached (" + MAX_LEVELS + ")");
      throw new ParameterException(ParameterError.BAD_USE);
    }
    InputStream in = InputFiles.open(name, context.console());
    String shown = InputFiles.isStdin(name) ? "<stdin>" : name;
    if (in == null) {
      throw unreadable(shown);
    }
    try (LineReader lines = new LineReader(in, LONGEST_LINE)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        option(line, shown, lines.number(), levels - 1);
      }
    } catch (IOException e) {
      throw unreadable(shown);
    }
  }

  private ParameterException unreadable(String name) {
    messages.error("cannot read config from '" + name + "'");
    return new ParameterException(ParameterError.READ_ERROR);
  }

  /** In a file, unlike on the command line, it may come before any URL. */
  private static boolean isNext(String option) {
    return option.equals("next") || option.equals("--next") || option.equals("-:");
  }

  private void option(String line, String file, int number, int levels) throws ParameterException {
    ConfigLine parsed = ConfigLine.parse(line);
    String place = file + ":" + number;
    if (parsed.singleQuoted()) {
      messages.warn(
          place
              + " Option '"
              + parsed.option()
              + "' uses argument with leading single quote. It is probably a mistake. Consider"
              + " double quotes.");
    }
    if (parsed.moreFollows()) {
      messages.warn(
          place
              + " Option '"
              + parsed.option()
              + "' uses argument with unquoted whitespace. This may cause side-effects. Consider"
              + " double quotes.");
    }
    if (isNext(parsed.option()) && !context.global().current().hasFirstUrl()) {
      return;
    }
    ParameterError error = null;
    try {
      boolean used = parser.flag(parsed.option(), parsed.value(), levels);
      if (!used && parsed.value() != null && !parsed.value().isEmpty()) {
        error = ParameterError.GOT_EXTRA_PARAMETER;
      }
    } catch (ParameterException e) {
      error = e.error();
    }
    if (error == null || error.isRequest()) {
      // what is asked for on a command line ends the command there, not in a file
      return;
    }
    messages.error(place + " config file option '" + parsed.option() + "' " + error.text());
    throw new ParameterException(
        error == ParameterError.OPTION_UNKNOWN ? ParameterError.CONFIG_OPTION_UNKNOWN : error);
  }
}
