package io.nettycurl.netty.spi.auth;

/**
 * Owned by the loop. What one connection knows of the logins that hold for all of it, not for one
 * request: NTLM and Negotiate, towards one party.
 */
public final class ConnectionLogin implements AutoCloseable {
  final NtlmState ntlm = new NtlmState();
  final NegotiateState negotiate = new NegotiateState();

  /** A connection on which nobody has said who he is. */
  public ConnectionLogin() {}

  /** Whether the connection is tied to whoever said on it who he is. */
  public boolean begun() {
    return ntlm.begun() || negotiate.begun();
  }

  /** Whether the peer waits for an answer, which only this connection can bring. */
  public boolean challenged() {
    return ntlm.challenged() || negotiate.challenged();
  }

  /** Whether a handshake was taken up, so that the connection must not be lost. */
  public boolean underWay() {
    return ntlm.underWay() || negotiate.begun();
  }

  /** Gives up what it holds. */
  @Override
  public void close() {
    negotiate.close();
  }
}
