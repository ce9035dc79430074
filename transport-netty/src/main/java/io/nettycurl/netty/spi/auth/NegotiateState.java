package io.nettycurl.netty.spi.auth;

import java.util.Base64;

/**
 * Owned by the loop. How far the proof by tickets towards one party has come on one connection.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4559">RFC 4559</a>
 */
final class NegotiateState {
  private enum Step {
    NONE,
    /** The peer has said something to our token. */
    RECEIVED,
    /** Our token is out. */
    SENT,
    /** The peer took it. */
    ACCEPTED
  }

  private static final byte[] NOTHING = {};

  private Step step = Step.NONE;
  private TicketExchange exchange;
  private byte[] input = NOTHING;
  private Work work;
  private boolean failed;
  private boolean severalRounds;
  private Boolean persistent;
  private boolean onceOnly;

  /** Whether the peer has seen something of it. */
  boolean begun() {
    return step != Step.NONE;
  }

  /** Whether the peer waits for our next token, which only this connection can bring. */
  boolean challenged() {
    return step == Step.RECEIVED;
  }

  /** Whether there is no ticket, or the peer said something that makes no sense. */
  boolean failed() {
    return failed;
  }

  /** Whether all was said. */
  boolean complete() {
    return step == Step.SENT || step == Step.ACCEPTED;
  }

  /**
   * Takes what follows the scheme's name in a challenge.
   *
   * @param text empty, or a token
   * @return whether there is something to answer
   */
  boolean challenge(String text) {
    if (failed || (exchange != null && exchange.complete() && !text.isEmpty())) {
      return false;
    }
    if (text.isEmpty()) {
      boolean fresh = step == Step.NONE || step == Step.ACCEPTED;
      reset();
      return fresh;
    }
    try {
      input = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
    step = Step.RECEIVED;
    return true;
  }

  /** Another response than a challenge came to our token. */
  void accepted() {
    if (step == Step.SENT) {
      step = Step.ACCEPTED;
    }
  }

  /** The peer says whether one proof holds for all of the connection. */
  void persists(boolean stays) {
    persistent = stays;
  }

  /** Not safe on several threads at once. Makes one token; may take long. */
  private static final class Work implements Runnable {
    private final TicketExchange exchange;
    private final byte[] input;
    private byte[] output;

    Work(TicketExchange exchange, byte[] input) {
      this.exchange = exchange;
      this.input = input;
    }

    @Override
    public void run() {
      try {
        output = exchange.next(input);
      } catch (Exception e) {
        // No ticket is the usual case where somebody offers all that he has.
        output = null;
      }
    }
  }

  /**
   * A request is to be made.
   *
   * @return makes the token that is needed for it; null if none is
   */
  Runnable work(Party party, AuthEnvironment environment) {
    if (failed) {
      return null;
    }
    if (step == Step.RECEIVED) {
      severalRounds = true;
    } else if (step == Step.ACCEPTED) {
      // Who is content with one token may want to see one each time.
      onceOnly = persistent == null ? !severalRounds : !persistent;
    }
    if (complete() && !onceOnly) {
      return null;
    }
    if (step == Step.ACCEPTED) {
      reset();
    }
    if (exchange == null) {
      exchange = environment.tickets(party);
    }
    work = new Work(exchange, input);
    input = NOTHING;
    return work;
  }

  /** The token for the request, once the work is done; null if there is none. */
  String next() {
    byte[] token = work == null ? null : work.output;
    work = null;
    if (token == null) {
      failed |= !complete();
      return null;
    }
    step = Step.SENT;
    return Base64.getEncoder().encodeToString(token);
  }

  private void reset() {
    step = Step.NONE;
    input = NOTHING;
    close();
  }

  /** Gives up what it holds, unless somebody is at work with it. */
  void close() {
    if (exchange != null && work == null) {
      exchange.close();
    }
    exchange = null;
    work = null;
  }
}
