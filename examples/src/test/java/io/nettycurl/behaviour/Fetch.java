package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.info.EasyInfo;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Owned by the test's thread while it does not run, by the thread of the callbacks while it does. A
 * handle that keeps what it is given.
 */
final class Fetch {
  /** Far more than anything here takes; only a transfer that hangs gets there. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  private static final long LONGEST_TIME_MS = 30_000;

  private final CurlEasy easy = CurlEasy.init();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final ByteArrayOutputStream headers = new ByteArrayOutputStream();

  /** For a URL. */
  Fetch(String url) {
    with(CurlOpt.URL, url);
    with(CurlOpt.WRITEFUNCTION, (data, userdata) -> keep(data, body));
    with(CurlOpt.HEADERFUNCTION, (line, userdata) -> keep(line, headers));
  }

  private static long keep(ByteBuffer data, ByteArrayOutputStream to) {
    int length = data.remaining();
    byte[] bytes = new byte[length];
    data.get(bytes);
    to.write(bytes, 0, length);
    return length;
  }

  /** Takes a piece of the body, for a write callback of a test's own. */
  long take(ByteBuffer data) {
    return keep(data, body);
  }

  /** Sets an option, which has to be taken. */
  <T> Fetch with(EasyOption<T> option, T value) {
    assertEquals(CurlCode.OK, easy.setopt(option, value), option::name);
    return this;
  }

  /** Sets a number. */
  Fetch with(EasyOption<Long> option, long value) {
    return with(option, (Long) value);
  }

  /** Sets bytes from text. */
  Fetch with(EasyOption<byte[]> option, String value) {
    return with(option, value.getBytes(StandardCharsets.ISO_8859_1));
  }

  CurlEasy easy() {
    return easy;
  }

  /** The body so far, a byte a character. */
  String body() {
    return body.toString(StandardCharsets.ISO_8859_1);
  }

  /** How many bytes of the body came. */
  int size() {
    return body.size();
  }

  /** The header lines so far. */
  String headers() {
    return headers.toString(StandardCharsets.ISO_8859_1);
  }

  <T> T info(EasyInfo<T> info) {
    return easy.getinfo(info);
  }

  /** Forgets what came. */
  void forget() {
    body.reset();
    headers.reset();
  }

  /** Runs from beginning to end, and forgets what an earlier run brought. */
  CurlCode run(Driven driven) {
    forget();
    CurlMessage message = driven.run(easy, LIMIT);
    assertEquals(easy, message.easy());
    return message.result();
  }

  /**
   * Runs until its time is out, with more time each time until it got as far as is wanted: how long
   * that takes is up to the machine.
   *
   * @param millis the least time, and the first
   * @param give sets the time
   * @param there whether it got there before its time was out
   */
  void outOfTime(Driven driven, long millis, LongConsumer give, BooleanSupplier there) {
    for (long time = millis; time < LONGEST_TIME_MS; time *= 2) {
      give.accept(time);
      expect(CurlCode.OPERATION_TIMEDOUT, driven);
      if (there.getAsBoolean()) {
        return;
      }
    }
    throw new AssertionError("never got there: " + easy.errorMessage());
  }

  /** Runs, and tells what went wrong if it is not what is expected. */
  void expect(CurlCode code, Driven driven) {
    CurlCode result = run(driven);
    assertEquals(code, result, () -> easy.errorMessage() + " after " + size() + " bytes");
  }
}
