package io.nettycurl.netty.spi.auth;

/**
 * Not safe on several threads at once. One handshake by tickets: tokens come and go until both
 * sides are sure.
 */
public interface TicketExchange extends AutoCloseable {
  /**
   * Goes on. May wait for a ticket to be given out somewhere on the network, so this is not for a
   * loop.
   *
   * @param token what the peer said; empty at the beginning
   * @return what to say; never empty
   * @throws Exception if there is no ticket, or the peer's token is not to be trusted
   */
  byte[] next(byte[] token) throws Exception;

  /** Whether nothing the peer could say is needed any more. */
  boolean complete();

  /** Gives up what it holds. */
  @Override
  void close();
}
