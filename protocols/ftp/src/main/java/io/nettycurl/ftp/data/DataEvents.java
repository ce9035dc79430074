package io.nettycurl.ftp.data;

import io.nettycurl.CurlCode;
import java.net.InetSocketAddress;

/** Called on the loop. Told what becomes of a data channel. */
public interface DataEvents {
  /**
   * The server may open it.
   *
   * @param address where to
   */
  void dataListening(InetSocketAddress address);

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
