package io.nettycurl.spi;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSocket;
import io.nettycurl.CurlWaitFd;
import io.nettycurl.info.MultiInfo;
import io.nettycurl.option.MultiOption;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.List;

/**
 * What stands behind one {@link io.nettycurl.CurlMulti}. The methods are those of the handle; their
 * contract is written there. Called by one thread at a time, but for {@link #wakeup()}.
 */
public interface MultiEngine {
  /** See {@link io.nettycurl.CurlMulti#addHandle}. */
  CurlMultiCode addHandle(EasyState easy);

  /** See {@link io.nettycurl.CurlMulti#removeHandle}. */
  CurlMultiCode removeHandle(EasyState easy);

  /** See {@link io.nettycurl.CurlMulti#perform}. */
  CurlMultiCode perform();

  /** See {@link io.nettycurl.CurlMulti#runningHandles}. */
  int runningHandles();

  /** See {@link io.nettycurl.CurlMulti#poll(List, int)}. */
  CurlMultiCode poll(List<CurlWaitFd> extra, int timeoutMs);

  /** See {@link io.nettycurl.CurlMulti#waitFor(List, int)}. */
  CurlMultiCode waitFor(List<CurlWaitFd> extra, int timeoutMs);

  /** See {@link io.nettycurl.CurlMulti#numfds}. */
  int numfds();

  /** See {@link io.nettycurl.CurlMulti#wakeup}. */
  CurlMultiCode wakeup();

  /** See {@link io.nettycurl.CurlMulti#timeout}. */
  long timeout();

  /** See {@link io.nettycurl.CurlMulti#infoRead}. */
  CurlMessage infoRead();

  /** See {@link io.nettycurl.CurlMulti#msgsInQueue}. */
  int msgsInQueue();

  /** See {@link io.nettycurl.CurlMulti#getHandles}. */
  List<CurlEasy> getHandles();

  /** See {@link io.nettycurl.CurlMulti#setopt}. */
  <T> CurlMultiCode setopt(MultiOption<T> option, T value);

  /** See {@link io.nettycurl.CurlMulti#getOfft}. */
  long getOfft(MultiInfo info);

  /** See {@link io.nettycurl.CurlMulti#readinessChannel}. */
  SelectableChannel readinessChannel();

  /** See {@link io.nettycurl.CurlEasy#pause}. */
  CurlCode pause(EasyState easy, int bitmask);

  /**
   * Whether a handle's transfer has a connection now.
   *
   * @param easy a handle of this engine's
   */
  boolean hasConnection(EasyState easy);

  /** See {@link io.nettycurl.CurlMulti#socketAction}. */
  CurlMultiCode socketAction(CurlSocket socket, long events);

  /** See {@link io.nettycurl.CurlMulti#assign}. */
  CurlMultiCode assign(CurlSocket socket, Object object);

  /** See {@link io.nettycurl.CurlMulti#waitFds}. */
  CurlMultiCode waitFds(List<CurlWaitFd> into);

  /** See {@link io.nettycurl.CurlMulti#notifyEnable} and notifyDisable. */
  CurlMultiCode notifyEnable(long notification, boolean on);

  /** See {@link io.nettycurl.CurlEasy#recv}. */
  CurlCode recv(EasyState easy, ByteBuffer into);

  /** See {@link io.nettycurl.CurlEasy#send}. */
  CurlCode send(EasyState easy, ByteBuffer from);

  /** See {@link io.nettycurl.CurlEasy#upkeep}. */
  CurlCode upkeep(EasyState easy);

  /**
   * Writes times, sizes and speeds of a transfer that runs as they are now into its infos.
   *
   * @param easy a handle of this engine's
   */
  void bringUpToDate(EasyState easy);

  /** Whether a callback of one of its handles, or of the multi itself, is being called. */
  boolean isCalling();

  /** See {@link io.nettycurl.CurlMulti#close}. */
  CurlMultiCode close();
}
