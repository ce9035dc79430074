package io.nettycurl.ftp.option;

import io.nettycurl.option.EasyOption;
import io.nettycurl.option.OptionType;

/** Options for FTP of this library's own, beside libcurl's. */
public final class FtpOpt {
  /**
   * Sends the EPSV of the next transfer right behind RETR, which saves a round trip for each file
   * but the first where many are fetched over one connection. For servers that read the next
   * command after the transfer only, as most do; one that takes a command for a wish to break off
   * ends the transfer with PARTIAL_FILE. Together with IGNORE_CONTENT_LENGTH, which leaves out
   * SIZE, a file takes three round trips.
   *
   * <p>A port that was asked for ahead and does not answer any more is asked for again. Does
   * nothing where EPSV is not used: FTPPORT, FTP_USE_EPSV off, FTP_USE_PRET, or a server that
   * refused it; nor for uploads, listings, and a RANGE with an end.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: FTP.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc2428">RFC 2428</a>
   */
  public static final EasyOption<Long> EPSV_AHEAD =
      EasyOption.own("NETTY_FTP_EPSV_AHEAD", 1010, OptionType.LONG, Long.class, 0L);

  private FtpOpt() {}
}
