package io.nettycurl.netty.spi.auth;

import java.util.Base64;

/** Owned by the loop. How far the NTLM handshake with one party has come on one connection. */
final class NtlmState {
  private enum Step {
    /** The server has not taken it up. */
    NONE,
    /** The server wants to hear our first message. */
    WANTED,
    /** The server's challenge is there. */
    CHALLENGED,
    /** Our answer is out. */
    ANSWERED,
    /** The answer was taken: nothing more is to be said on this connection. */
    DONE
  }

  private Step step = Step.NONE;
  private NtlmMessages.Challenge challenge;
  private boolean begun;

  /** Whether anything was said that ties the connection to a user. */
  boolean begun() {
    return begun;
  }

  /** Whether the server waits for our answer, which only this connection can bring. */
  boolean challenged() {
    return step == Step.CHALLENGED;
  }

  /** Whether the server has taken it up. */
  boolean underWay() {
    return step != Step.NONE;
  }

  /** Whether all was said. */
  boolean complete() {
    return step == Step.ANSWERED || step == Step.DONE;
  }

  /**
   * Takes what follows the scheme's name in a challenge.
   *
   * @param text empty, or a message
   * @return whether there is something to answer
   */
  boolean challenge(String text) {
    if (!text.isEmpty()) {
      challenge = decode(text);
      if (challenge != null) {
        step = Step.CHALLENGED;
      }
      return challenge != null;
    }
    if (step == Step.NONE || step == Step.DONE) {
      step = Step.WANTED;
      return true;
    }
    // refused, or the server does not know what it wants
    step = step == Step.ANSWERED ? Step.NONE : Step.WANTED;
    return false;
  }

  private static NtlmMessages.Challenge decode(String text) {
    if (text.length() % 4 != 0) {
      return null;
    }
    try {
      return NtlmMessages.Challenge.parse(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Makes what the next request says.
   *
   * @param credentials whose
   * @param environment where a nonce and the time come from
   * @return the message; null if the connection is known already
   * @throws NtlmMessages.TooLarge if there is too much to say
   */
  String next(Credentials credentials, AuthEnvironment environment) throws NtlmMessages.TooLarge {
    if (step == Step.ANSWERED) {
      step = Step.DONE;
    }
    switch (step) {
      case DONE:
        return null;
      case CHALLENGED:
        byte[] answer = NtlmMessages.answer(challenge, credentials, environment);
        step = Step.ANSWERED;
        challenge = null;
        return Base64.getEncoder().encodeToString(answer);
      default:
        begun = true;
        return Base64.getEncoder().encodeToString(NtlmMessages.beginning());
    }
  }
}
