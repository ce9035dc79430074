package io.nettycurl.ftp.data;

import io.nettycurl.CurlCode;

/** Called on the loop. Told what becomes of a data channel. */
public interface DataEvents {
  /** It is connected; TLS may still be on its way. */
  void dataConnected();

  /**
   * There is none, or none any more.
   *
   * @param code why
   * @param message the same in words
   */
  void dataRefused(CurlCode code, String message);

  /**
   * All data went through.
   *
   * @param bytes how many
   */
  void dataEnded(long bytes);

  /**
   * The data broke off in the middle.
   *
   * @param code why
   * @param message the same in words; null where there is nothing to say
   */
  void dataBroken(CurlCode code, String message);
}
