package io.nettycurl.ftp.control;

/**
 * Immutable. A complete reply of the server's, as RFC 959 section 4.2 has it.
 *
 * @param code the three digits
 * @param line its last line, one character per byte, without line end
 * @param followed whether more bytes had come in when it was complete
 */
public record FtpReply(int code, String line, boolean followed) {
  private static final int TEXT_AT = 4;
  private static final int CLASS_SPAN = 100;

  /** What stands after the code; empty if nothing does. */
  public String text() {
    return line.length() > TEXT_AT ? line.substring(TEXT_AT) : "";
  }

  /** Whether it is of the 2xx kind. */
  public boolean completed() {
    return code / CLASS_SPAN == 2;
  }
}
