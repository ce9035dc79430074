package io.nettycurl.ftp.data;

/**
 * Owned by the loop. How many data connections a control connection's TLS session is still good
 * for. A session of TLS 1.3 can be resumed once for each ticket, and a login brings two with most
 * servers. Some (ProFTPD) send the next one along with data of their own only, so never in an
 * upload, and refuse data connections that resume nothing.
 */
public final class TicketBudget {
  private static final int TICKETS_OF_A_LOGIN = 2;

  private int spent;

  /** A login's tickets, none of them used. */
  public TicketBudget() {}

  /**
   * A data connection is over.
   *
   * @param replaced whether there is nothing to be replaced, or the server sent a new ticket
   */
  public void used(boolean replaced) {
    spent += replaced ? 0 : 1;
  }

  /** Whether the next data connection could not resume the session. */
  public boolean isSpent() {
    return spent >= TICKETS_OF_A_LOGIN;
  }
}
