package io.nettycurl.ftp.control;

import io.nettycurl.CurlCode;

/** Immutable. One thing that the machine wants done. */
public sealed interface FtpAction {
  /**
   * Sends a command and waits for its reply.
   *
   * @param command one character per byte, without line end
   */
  record Send(String command) implements FtpAction {}

  /**
   * The login is done, or was before: whoever minds is to say whether the request may go on;
   * answered with {@link FtpMachine#admitted}, if so.
   */
  record LoggedIn() implements FtpAction {}

  /** Turns TLS on; answered with {@link FtpMachine#tlsChanged}. */
  record StartTls() implements FtpAction {}

  /**
   * Turns TLS off; answered with {@link FtpMachine#tlsChanged}.
   *
   * @param sendClose whether to say so first
   */
  record StopTls(boolean sendClose) implements FtpAction {}

  /**
   * Opens a data channel; answered with {@link FtpMachine#dataConnected} or {@link
   * FtpMachine#dataRefused}.
   *
   * @param host null for the peer of the control connection
   * @param port the port
   * @param tls whether data goes over TLS
   */
  record OpenData(String host, int port, boolean tls) implements FtpAction {}

  /**
   * Lets the server open the data channel; answered with {@link FtpMachine#dataListening}, then
   * {@link FtpMachine#dataConnected}, or {@link FtpMachine#dataRefused}.
   *
   * @param host where to listen; null for our end of the control connection
   * @param firstPort the first port to try; 0 for any
   * @param lastPort the last one
   * @param tls whether data goes over TLS
   */
  record AcceptData(String host, int firstPort, int lastPort, boolean tls) implements FtpAction {}

  /** The server is asked for the transfer now: turns TLS on on a data channel opened with it. */
  record SecureData() implements FtpAction {}

  /** Drops the data channel. */
  record CloseData() implements FtpAction {}

  /**
   * Delivers what comes over the data channel; answered with {@link FtpMachine#dataEnded}.
   *
   * @param limit ends after so many bytes; -1 to go on to the end of the data
   * @param ascii whether line ends become LF
   */
  record ReceiveBody(long limit, boolean ascii) implements FtpAction {}

  /**
   * Sends the body over the data channel; answered with {@link FtpMachine#dataEnded}.
   *
   * @param size how many bytes, -1 if not known
   * @param crlf whether line ends become CRLF
   */
  record SendBody(long size, boolean crlf) implements FtpAction {}

  /**
   * Skips the part of the body that the server has; answered with {@link FtpMachine#bodySkipped}.
   *
   * @param offset so many bytes
   */
  record SkipBody(long offset) implements FtpAction {}

  /**
   * Delivers a header line that stands for what the server told.
   *
   * @param line without line end
   */
  record Header(String line) implements FtpAction {}

  /**
   * Tells how large the download is.
   *
   * @param size in bytes; -1 if not known
   */
  record DownloadSize(long size) implements FtpAction {}

  /**
   * Tells when the file was changed.
   *
   * @param seconds since 1970
   */
  record FileTime(long seconds) implements FtpAction {}

  /** Tells that the time condition is not met. */
  record ConditionUnmet() implements FtpAction {}

  /**
   * Tells which directory the login led to.
   *
   * @param path one character per byte
   */
  record EntryPath(String path) implements FtpAction {}

  /**
   * Tells the user what happens.
   *
   * @param text a line
   */
  record Info(String text) implements FtpAction {}

  /**
   * The request is over.
   *
   * @param code its result
   * @param message the same in words; null where there is nothing to say
   * @param reusable whether the connection can carry another request
   */
  record Finish(CurlCode code, String message, boolean reusable) implements FtpAction {}
}
