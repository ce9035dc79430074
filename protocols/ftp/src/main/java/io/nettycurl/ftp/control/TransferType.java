package io.nettycurl.ftp.control;

import io.nettycurl.CurlCode;

/** Owned by the loop. Sends TYPE where the one in force is another. */
final class TransferType {
  private final Dialogue dialogue;
  private char wanted;
  private Runnable next;

  TransferType(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /** Whether a TYPE has to be sent. */
  boolean differs(boolean ascii) {
    return dialogue.session().type() != letter(ascii);
  }

  private static char letter(boolean ascii) {
    return ascii ? 'A' : 'I';
  }

  void set(boolean ascii, Runnable then) {
    if (!differs(ascii)) {
      then.run();
      return;
    }
    wanted = letter(ascii);
    next = then;
    dialogue.send("TYPE " + wanted, this::replied);
  }

  private void replied(FtpReply reply) {
    if (reply.completed()) {
      dialogue.session().type(wanted);
      next.run();
    } else {
      dialogue.fail(CurlCode.FTP_COULDNT_SET_TYPE, "Could not set desired mode");
    }
  }
}
