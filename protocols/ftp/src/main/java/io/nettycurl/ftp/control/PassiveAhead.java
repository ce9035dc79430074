package io.nettycurl.ftp.control;

/** Owned by the loop. An EPSV that was sent before the transfer that needs it. */
final class PassiveAhead {
  private enum State {
    NONE,
    /** The reply comes after the last one of the transfer that it was sent with. */
    SENT,
    /** The reply is the next to come. */
    DUE,
    /** As before, but nobody needs it any more. */
    UNWANTED,
    HERE
  }

  private State state = State.NONE;
  private FtpReply reply;

  void sent() {
    state = State.SENT;
  }

  /** The last reply of the transfer is in. */
  void transferOver() {
    if (state == State.SENT) {
      state = State.DUE;
    }
  }

  /** Takes a reply that nobody else may get; false if it is somebody else's. */
  boolean take(FtpReply next) {
    if (state == State.DUE) {
      state = State.HERE;
      reply = next;
      return true;
    }
    if (state == State.UNWANTED) {
      state = State.NONE;
      return true;
    }
    return false;
  }

  /** Whether there is a port to be had without asking. */
  boolean available() {
    return state == State.DUE || state == State.HERE;
  }

  /** The reply, to be used once; null if it is the next to come. */
  FtpReply claim() {
    FtpReply claimed = state == State.HERE ? reply : null;
    state = State.NONE;
    reply = null;
    return claimed;
  }

  /** Another way to open the data channel has been taken. */
  void forget() {
    state = state == State.DUE ? State.UNWANTED : State.NONE;
    reply = null;
  }
}
