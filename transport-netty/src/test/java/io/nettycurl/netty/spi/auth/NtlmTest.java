package io.nettycurl.netty.spi.auth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NTLM's hashes by the examples of Microsoft's MS-NLMP, its messages by what curl sends. */
class NtlmTest {
  /** MS-NLMP 4.2.1: user, domain, password and challenge of all its examples. */
  private static final String PASSWORD = "Password";

  private static final byte[] CHALLENGE = hex("0123456789abcdef");

  /** What curl's server answers in the cases about NTLM: version 1, no Unicode. */
  private static final String OLD_CHALLENGE =
      "TlRMTVNTUAACAAAAAgACADAAAACGggEAc51AYVDgyNcAAAAAAAAAAG4AbgAyAAAAQ0MCAAQAQwBDAAEAEgBFAEwASQ"
          + "BTAEEAQgBFAFQASAAEABgAYwBjAC4AaQBjAGUAZABlAHYALgBuAHUAAwAsAGUAbABpAHMAYQBiAGUAdABoAC4A"
          + "YwBjAC4AaQBjAGUAZABlAHYALgBuAHUAAAAAAA==";

  private final FakeEnvironment environment = new FakeEnvironment();

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 31d6cfe0d16ae931b73c59d7e0c089c0",
    "abc, a448017aaf21d8525fc10ae87aa6729d",
    "message digest, d9130a8164549fe818874806e1c7014b",
    "12345678901234567890123456789012345678901234567890123456789012345678901234567890,"
        + " e33b4ddc9c38f2199c3e7b164fcc0536"
  })
  void md4ByTheExamplesOfRfc1320(String text, String digest) {
    assertEquals(digest, hex(Md4.digest(text.getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void lengthsAroundTheEndOfABlock() {
    // the padding takes one block more from 56 bytes on; each length has a hash of its own
    assertEquals(
        70,
        java.util.stream.IntStream.range(0, 70)
            .mapToObj(n -> hex(Md4.digest(new byte[n])))
            .distinct()
            .count());
  }

  @Test
  void versionOne() {
    assertEquals("e52cac67419a9a224a3b108f3fa6cb6d", hex(NtlmHashes.oldOfPassword(PASSWORD)));
    assertEquals("a4f49c406510bdcab6824ee7c30fd852", hex(NtlmHashes.ofPassword(PASSWORD)));
    assertEquals(
        "67c43011f30298a2ad35ece64f16331c44bdbed927841f94",
        hex(NtlmHashes.answer(NtlmHashes.ofPassword(PASSWORD), CHALLENGE)));
    assertEquals(
        "98def7b87f88aa5dafe2df779688a172def11c7d5ccdef13",
        hex(NtlmHashes.answer(NtlmHashes.oldOfPassword(PASSWORD), CHALLENGE)));
  }

  @Test
  void versionTwo() {
    byte[] key = NtlmHashes.ofUser(NtlmHashes.ofPassword(PASSWORD), "User", "Domain");
    assertEquals("0c868a403bfd7a93a3001ef22ef02e3f", hex(key));
    byte[] nonce = environment.bytes(8);
    assertEquals(
        "86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa",
        hex(NtlmHashes.shortAnswer2(key, CHALLENGE, nonce)));
    byte[] info =
        hex("02000c0044006f006d00610069006e0001000c005300650072007600650072000000" + "0000");
    byte[] answer = NtlmHashes.answer2(key, CHALLENGE, nonce, info, -11_644_473_600_000L);
    assertEquals("68cd0ab851e51c96aabc927bebef6a1c", hex(answer).substring(0, 32));
    assertEquals(
        "0101000000000000"
            + "0000000000000000"
            + "aaaaaaaaaaaaaaaa"
            + "00000000"
            + hex(info)
            + "00000000",
        hex(answer).substring(32));
  }

  @Test
  void timeIsCountedFrom1601() {
    byte[] answer = NtlmHashes.answer2(new byte[16], CHALLENGE, new byte[8], new byte[0], 1L);
    long ticks = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN).getLong(24);
    assertEquals(116_444_736_000_000_000L + 10_000, ticks);
  }

  @ParameterizedTest
  @CsvSource({
    "testuser, testpass, TlRMTVNTUAADAAAAGAAYAEAAAAAYABgAWAAAAAAAAABwAAAACAAIAHAAAAALAAsAeAAAAAAA"
        + "AAAAAAAAhoIBAFpkQwKRCZFMhjj0tw47wEjKHRHlvzfxQamFcheMuv8v+xeqphEO5V41xRd7R9deOXRlc3R1c2Vy"
        + "V09SS1NUQVRJT04=",
    "mydomain\\myself, secret, TlRMTVNTUAADAAAAGAAYAEAAAAAYABgAWAAAAAgACABwAAAABgAGAHgAAAALAAsAfgA"
        + "AAAAAAAAAAAAAhoIBAMIyJpR5mHpg2FZha5kRaFZ9436GAxPu0C5llxexSQ5QzVkiLSfkcpVyRgCXXqR+Am15ZG9t"
        + "YWlubXlzZWxmV09SS1NUQVRJT04="
  })
  void answersAsCurls(String user, String password, String expected) throws Exception {
    NtlmState state = new NtlmState();
    Credentials who = Credentials.of(user, password, null);
    assertEquals("TlRMTVNTUAABAAAABoIIAAAAAAAAAAAAAAAAAAAAAAA=", state.next(who, environment));
    assertTrue(state.begun());
    assertFalse(state.complete());
    assertTrue(state.challenge(OLD_CHALLENGE));
    assertTrue(state.challenged());
    assertEquals(expected, state.next(who, environment));
    assertTrue(state.complete());
    assertNull(state.next(who, environment), "the connection is known");
    assertTrue(state.complete());
  }

  private static String challenge(int flags, int infoOffset, byte[] info) {
    ByteBuffer out = ByteBuffer.allocate(48 + info.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII)).putInt(2).putLong(0).putInt(flags);
    out.put(CHALLENGE).putLong(0);
    out.putShort((short) info.length).putShort((short) info.length).putInt(infoOffset).put(info);
    return Base64.getEncoder().encodeToString(out.array());
  }

  @Test
  void versionTwoWithNamesInUnicode() throws Exception {
    NtlmState state = new NtlmState();
    byte[] info = {2, 0, 0, 0, 0, 0, 0, 0};
    assertTrue(state.challenge(challenge(1 | 1 << 19 | 1 << 23, 48, info)));
    Credentials who = Credentials.of("Dom/J\u00e4ger", "p\u00e4ss", null);
    byte[] message = Base64.getDecoder().decode(state.next(who, environment));
    ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(48 + info.length, in.getShort(20));
    assertEquals("Dom", text(in, 28));
    assertEquals("J\u00e4ger", text(in, 36));
    assertEquals("WORKSTATION", text(in, 44));
    assertEquals(message.length, in.getInt(48) + in.getShort(44));
    byte[] key = NtlmHashes.ofUser(NtlmHashes.ofPassword("p\u00e4ss"), "J\u00e4ger", "Dom");
    byte[] expected = NtlmHashes.answer2(key, CHALLENGE, environment.bytes(8), info, 0);
    byte[] sent = new byte[expected.length];
    in.get(in.getInt(24), sent);
    assertArrayEquals(expected, sent);
  }

  private static String text(ByteBuffer in, int at) {
    byte[] bytes = new byte[in.getShort(at)];
    in.get(in.getInt(at + 4), bytes);
    return new String(bytes, StandardCharsets.UTF_16LE);
  }

  @Test
  void whatIsTooLargeIsNotSent() {
    NtlmState state = new NtlmState();
    assertTrue(state.challenge(OLD_CHALLENGE));
    Exception names =
        assertThrows(
            NtlmMessages.TooLarge.class,
            () -> state.next(Credentials.of("a".repeat(1100), "p", null), environment));
    assertEquals("user + domain + hostname too big for NTLM", names.getMessage());
    assertTrue(state.challenge(challenge(1 << 19 | 1 << 23, 48, new byte[900])));
    Exception info =
        assertThrows(
            NtlmMessages.TooLarge.class,
            () -> state.next(Credentials.of("a", "p", null), environment));
    assertEquals("incoming NTLM message too big", info.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"no base64!", "QUJD", "TlRMTVNTUAACAAA", ", Basic realm=x"})
  void whatIsNoChallenge(String text) {
    NtlmState state = new NtlmState();
    assertFalse(state.challenge(text));
    assertFalse(state.challenged());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 47, 49, Integer.MAX_VALUE, -1})
  void targetInfoOutsideOfTheMessage(int offset) {
    byte[] message = Base64.getDecoder().decode(challenge(1 << 23, offset, new byte[8]));
    assertNull(NtlmMessages.Challenge.parse(message));
    message = Base64.getDecoder().decode(challenge(0, offset, new byte[8]));
    assertNotNull(NtlmMessages.Challenge.parse(message), "nobody announced it");
  }

  @Test
  void aRefusedAnswerIsTheEnd() throws Exception {
    NtlmState state = new NtlmState();
    Credentials who = Credentials.of("u", "p", null);
    assertTrue(state.challenge(""), "the server wants it");
    assertNotNull(state.next(who, environment));
    assertTrue(state.challenge(OLD_CHALLENGE));
    assertNotNull(state.next(who, environment));
    assertFalse(state.challenge(""), "refused");
    assertFalse(state.underWay());
  }

  @Test
  void aServerThatNeverChallengesIsLeft() {
    NtlmState state = new NtlmState();
    assertTrue(state.challenge(""));
    assertFalse(state.challenge(""));
  }

  @Test
  void aConnectionThatWasKnownMayBeAskedAgain() throws Exception {
    NtlmState state = new NtlmState();
    Credentials who = Credentials.of("u", "p", null);
    assertTrue(state.challenge(OLD_CHALLENGE));
    assertNotNull(state.next(who, environment));
    assertNull(state.next(who, environment));
    assertTrue(state.challenge(""));
    assertEquals("TlRMTVNTUAABAAAABoIIAAAAAAAAAAAAAAAAAAAAAAA=", state.next(who, environment));
  }
}
