package io.nettycurl.ftp.control;

import io.nettycurl.CurlCode;
import java.util.Iterator;
import java.util.List;

/** Owned by the loop. Sends the user's own commands; a leading asterisk lets one fail. */
final class Quotes {
  private static final int FIRST_ERROR = 400;

  private final Dialogue dialogue;
  private Iterator<String> commands;
  private boolean mayFail;
  private boolean afterTransfer;
  private Runnable next;

  Quotes(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /** Sends all, then goes on. */
  void run(List<String> list, Runnable then) {
    afterTransfer = false;
    begin(list, then);
  }

  /** Sends all after a transfer, then goes on; a failure leaves the connection as it is. */
  void runAfterTransfer(List<String> list, Runnable then) {
    afterTransfer = true;
    begin(list, then);
  }

  private void begin(List<String> list, Runnable then) {
    commands = list.iterator();
    next = then;
    sendNext();
  }

  private void sendNext() {
    if (!commands.hasNext()) {
      next.run();
      return;
    }
    String command = commands.next();
    mayFail = command.startsWith("*");
    dialogue.send(mayFail ? command.substring(1) : command, this::replied);
  }

  private void replied(FtpReply reply) {
    if (reply.code() < FIRST_ERROR || mayFail) {
      sendNext();
      return;
    }
    String message = "QUOT command failed with " + reply.code();
    if (afterTransfer) {
      dialogue.finish(CurlCode.QUOTE_ERROR, message, true);
    } else {
      dialogue.fail(CurlCode.QUOTE_ERROR, message);
    }
  }
}
