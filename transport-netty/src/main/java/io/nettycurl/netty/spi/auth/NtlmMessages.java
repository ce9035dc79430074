package io.nettycurl.netty.spi.auth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The three messages of NTLM: ours to begin with, the server's challenge, our answer.
 *
 * @see <a href="https://davenport.sourceforge.net/ntlm.html">The NTLM Authentication Protocol</a>
 */
final class NtlmMessages {
  private static final int UNICODE = 1;
  private static final int OEM = 1 << 1;
  private static final int REQUEST_TARGET = 1 << 2;
  private static final int NTLM_KEY = 1 << 9;
  private static final int ALWAYS_SIGN = 1 << 15;
  private static final int NTLM2_KEY = 1 << 19;
  private static final int TARGET_INFO = 1 << 23;

  private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
  private static final int BEGINNING_LENGTH = 32;
  private static final int CHALLENGE_LENGTH = 32;
  private static final int WITH_TARGET_INFO = 48;
  private static final int ANSWER_HEAD = 64;
  private static final int SHORT_ANSWER = 24;
  private static final int NONCE = 8;

  /** libcurl's bound on our answer. */
  private static final int MAX_ANSWER = 1024;

  /** What the server is told in place of the name of this machine, which is not its concern. */
  private static final String WORKSTATION = "WORKSTATION";

  private NtlmMessages() {}

  /** Our first message. It names nobody. */
  static byte[] beginning() {
    ByteBuffer out = start(1, BEGINNING_LENGTH);
    out.putInt(OEM | REQUEST_TARGET | NTLM_KEY | ALWAYS_SIGN | NTLM2_KEY);
    return out.array();
  }

  private static ByteBuffer start(int type, int length) {
    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    return out.put(SIGNATURE).putInt(type);
  }

  /**
   * Immutable. What the server says.
   *
   * @param flags what it can do
   * @param nonce what our answer is to prove
   * @param targetInfo its description of itself; empty if there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Challenge(int flags, byte[] nonce, byte[] targetInfo) {
    /**
     * Reads it.
     *
     * @param message what came
     * @return null if it is none
     */
    static Challenge parse(byte[] message) {
      ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
      boolean ours =
          message.length >= CHALLENGE_LENGTH
              && Arrays.equals(message, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)
              && in.getInt(SIGNATURE.length) == 2;
      if (!ours) {
        return null;
      }
      int flags = in.getInt(20);
      byte[] info = {};
      if ((flags & TARGET_INFO) != 0 && message.length >= WITH_TARGET_INFO) {
        int length = in.getShort(40) & 0xffff;
        long offset = in.getInt(44) & 0xffffffffL;
        if (length > 0) {
          if (offset < WITH_TARGET_INFO || offset + length > message.length) {
            return null;
          }
          info = Arrays.copyOfRange(message, (int) offset, (int) offset + length);
        }
      }
      return new Challenge(flags, Arrays.copyOfRange(message, 24, 24 + NONCE), info);
    }
  }

  /** Why there is no answer. */
  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1;

    TooLarge(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Our answer.
   *
   * @param challenge the server's
   * @param credentials whose; the user may be {@code domain\name} or {@code domain/name}
   * @param environment where our own nonce and the time come from
   * @throws TooLarge if it would be larger than libcurl allows
   */
  static byte[] answer(Challenge challenge, Credentials credentials, AuthEnvironment environment)
      throws TooLarge {
    String user = credentials.userText();
    String domain = "";
    int separator = user.indexOf('\\') >= 0 ? user.indexOf('\\') : user.indexOf('/');
    if (separator >= 0) {
      domain = user.substring(0, separator);
      user = user.substring(separator + 1);
    }
    byte[] key = NtlmHashes.ofPassword(credentials.passwordText());
    byte[] shortAnswer;
    byte[] answer;
    if ((challenge.flags & NTLM2_KEY) != 0) {
      key = NtlmHashes.ofUser(key, user, domain);
      byte[] nonce = environment.bytes(NONCE);
      shortAnswer = NtlmHashes.shortAnswer2(key, challenge.nonce, nonce);
      answer =
          NtlmHashes.answer2(
              key, challenge.nonce, nonce, challenge.targetInfo, environment.epochMillis());
    } else {
      byte[] old = NtlmHashes.oldOfPassword(credentials.passwordText());
      shortAnswer = NtlmHashes.answer(old, challenge.nonce);
      answer = NtlmHashes.answer(key, challenge.nonce);
    }
    boolean unicode = (challenge.flags & UNICODE) != 0;
    Charset charset = unicode ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    return write(
        challenge.flags,
        shortAnswer,
        answer,
        domain.getBytes(charset),
        user.getBytes(charset),
        WORKSTATION.getBytes(charset));
  }

  /** Each part is told first by its length and place, then come the parts themselves. */
  private static byte[] write(int flags, byte[]... parts) throws TooLarge {
    int length = ANSWER_HEAD;
    for (byte[] part : parts) {
      length += part.length;
    }
    if (ANSWER_HEAD + SHORT_ANSWER + parts[1].length > MAX_ANSWER) {
      throw new TooLarge("incoming NTLM message too big");
    }
    if (length >= MAX_ANSWER) {
      throw new TooLarge("user + domain + hostname too big for NTLM");
    }
    ByteBuffer out = start(3, length);
    int offset = ANSWER_HEAD;
    for (byte[] part : parts) {
      out.putShort((short) part.length).putShort((short) part.length).putInt(offset);
      offset += part.length;
    }
    // no session key
    out.putLong(0).putInt(flags);
    for (byte[] part : parts) {
      out.put(part);
    }
    return out.array();
  }
}
