package io.nettycurl.examples.curl.option;

/** What can be wrong with an option, and the words scripts know it by. */
public enum ParameterError {
  GOT_EXTRA_PARAMETER("had unsupported trailing garbage"),
  OPTION_UNKNOWN("is unknown"),
  CONFIG_OPTION_UNKNOWN("found an unknown config option"),
  REQUIRES_PARAMETER("requires parameter"),
  BAD_USE("is badly used here"),
  BAD_NUMERIC("expected a proper numerical parameter"),
  NEGATIVE_NUMERIC("expected a positive numerical parameter"),
  LIBCURL_DOESNT_SUPPORT("the installed libcurl version does not support this"),
  LIBCURL_UNSUPPORTED_PROTOCOL("a specified protocol is unsupported by libcurl"),
  NO_PREFIX("the given option cannot be reversed with a --no- prefix"),
  NUMBER_TOO_LARGE("too large number"),
  CONTDISP_RESUME_FROM("--continue-at and --remote-header-name cannot be combined"),
  READ_ERROR("error encountered when reading a file"),
  EXPAND_ERROR("variable expansion failure"),
  BLANK_STRING("blank argument where content is expected"),
  VAR_SYNTAX("syntax error in --variable argument"),
  /** Help was asked for and shown. */
  HELP_REQUESTED(""),
  /** --engine list. */
  ENGINES_REQUESTED(""),
  /** -M. */
  MANUAL_REQUESTED(""),
  /** -V. */
  VERSION_REQUESTED("");

  private final String text;

  ParameterError(String text) {
    this.text = text;
  }

  /** The reason, as it ends an error line. */
  public String text() {
    return text;
  }

  /** Whether it is no error, but ends the run. */
  public boolean isRequest() {
    return ordinal() >= HELP_REQUESTED.ordinal();
  }
}
