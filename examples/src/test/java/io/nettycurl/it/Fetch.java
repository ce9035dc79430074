package io.nettycurl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.info.EasyInfo;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Owned by the test thread. One transfer, what it received, and how it ended. */
final class Fetch implements AutoCloseable {
  private static final long LIMIT_SECONDS = 180;

  private final CurlEasy easy = CurlEasy.init();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final ByteArrayOutputStream headers = new ByteArrayOutputStream();
  private CurlCode result;

  private Fetch() {}

  static Fetch of(String url) {
    Fetch fetch = new Fetch();
    return fetch
        .with(CurlOpt.URL, url)
        .with(CurlOpt.TIMEOUT, LIMIT_SECONDS)
        .with(CurlOpt.WRITEFUNCTION, (data, userdata) -> take(data, fetch.body))
        .with(CurlOpt.HEADERFUNCTION, (line, userdata) -> take(line, fetch.headers));
  }

  <T> Fetch with(EasyOption<T> option, T value) {
    assertEquals(CurlCode.OK, easy.setopt(option, value), option::toString);
    return this;
  }

  /** Sets an option and tells whether anything acts on it. */
  <T> boolean has(EasyOption<T> option, T value) {
    CurlCode code = easy.setopt(option, value);
    assertTrue(code == CurlCode.OK || code == CurlCode.NOT_BUILT_IN, code::toString);
    return code == CurlCode.OK;
  }

  Fetch sending(byte[] content) {
    ByteBuffer left = ByteBuffer.wrap(content);
    return with(CurlOpt.UPLOAD, 1L)
        .with(CurlOpt.INFILESIZE_LARGE, (long) content.length)
        .with(CurlOpt.READFUNCTION, (into, userdata) -> give(left, into));
  }

  /** Runs it on the handle's own multi. */
  CurlCode perform() {
    body.reset();
    headers.reset();
    result = easy.perform();
    return result;
  }

  /** Runs it, and has to succeed. */
  Fetch run() {
    assertEquals(CurlCode.OK, perform(), this::toString);
    return this;
  }

  /** Runs them all at the same time. */
  static void runAll(CurlMulti multi, Collection<Fetch> fetches) {
    Map<CurlEasy, Fetch> running = new IdentityHashMap<>();
    for (Fetch fetch : fetches) {
      assertEquals(CurlMultiCode.OK, multi.addHandle(fetch.easy));
      running.put(fetch.easy, fetch);
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!running.isEmpty()) {
      assertEquals(CurlMultiCode.OK, multi.perform());
      for (CurlMessage done = multi.infoRead(); done != null; done = multi.infoRead()) {
        running.remove(done.easy()).result = done.result();
        assertEquals(CurlMultiCode.OK, multi.removeHandle(done.easy()));
      }
      assertTrue(System.nanoTime() < deadline, () -> running.size() + " transfers do not end");
      if (!running.isEmpty()) {
        assertEquals(CurlMultiCode.OK, multi.poll(1000));
      }
    }
  }

  CurlCode result() {
    return result;
  }

  byte[] body() {
    return body.toByteArray();
  }

  String text() {
    return body.toString(StandardCharsets.ISO_8859_1);
  }

  String headers() {
    return headers.toString(StandardCharsets.ISO_8859_1);
  }

  long info(EasyInfo<Long> info) {
    return easy.getinfo(info);
  }

  @Override
  public void close() {
    easy.close();
  }

  @Override
  public String toString() {
    return result + " " + easy.errorMessage() + "\n" + headers();
  }

  private static long take(ByteBuffer from, ByteArrayOutputStream to) {
    byte[] bytes = new byte[from.remaining()];
    from.get(bytes);
    to.writeBytes(bytes);
    return bytes.length;
  }

  private static long give(ByteBuffer from, ByteBuffer into) {
    int count = Math.min(from.remaining(), into.remaining());
    into.put(from.slice().limit(count));
    from.position(from.position() + count);
    return count;
  }
}
