package io.nettycurl.http;

/** Owned by the loop. How the sending of one request goes on, as the response has to know it. */
public interface Upload {
  /** Whether the request is out completely, or given up. */
  boolean finished();

  /** Whether the body waits for 100 Continue. */
  boolean awaitsContinue();

  /** How many bytes of the body were sent. */
  long sent();

  /** Stops waiting for 100 Continue, if it does. */
  void goOn();

  /** Sends nothing more. */
  void abort();

  /** The body's source may have something now. */
  void resume();

  /** Stops or goes on with reading from the peer. */
  void pauseReceive(boolean paused);
}
