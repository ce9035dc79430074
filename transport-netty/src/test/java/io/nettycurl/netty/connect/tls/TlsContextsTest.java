package io.nettycurl.netty.connect.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.SslContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlsContextsTest {
  private static final TlsContexts.Key KEY =
      new TlsContexts.Key(TlsConfig.DEFAULT, List.of("http/1.1"), false);

  private final Deque<Runnable> offload = new ArrayDeque<>();
  private final Deque<Runnable> loop = new ArrayDeque<>();
  private final TlsContexts contexts = new TlsContexts(offload::add, () -> TlsProvider.JDK);
  private final List<SslContext> told = new ArrayList<>();

  private void ask(long maxAge) {
    contexts.get(KEY, maxAge, loop::add, (context, failure) -> told.add(context));
  }

  private static void run(Deque<Runnable> tasks) {
    while (!tasks.isEmpty()) {
      tasks.poll().run();
    }
  }

  @Test
  void builtOnceForAllWhoWaitAndToldOnTheirLoops() {
    ask(-1);
    ask(-1);
    assertEquals(1, offload.size());
    run(offload);
    assertTrue(told.isEmpty());
    run(loop);
    assertEquals(2, told.size());
    ask(-1);
    assertSame(told.get(0), told.get(2), "known ones are told at once");
    assertTrue(offload.isEmpty());
  }

  /** CA_CACHE_TIMEOUT: the certificates are read again, the sessions stay. */
  @Test
  void trustThatIsTooOldIsReadAgainForTheSameContext() {
    ask(-1);
    run(offload);
    run(loop);
    ask(Long.MAX_VALUE);
    assertEquals(2, told.size());
    ask(0);
    assertEquals(2, told.size());
    assertEquals(1, offload.size());
    run(offload);
    run(loop);
    assertEquals(3, told.size());
    assertSame(told.get(0), told.get(2));
  }

  @Test
  void trustIsKeptAsLongAsItMayBe() throws TlsFailure {
    TlsConfig.Trust trust = TlsConfig.DEFAULT.trust();
    Object first = TrustAnchors.verifier(trust, -1);
    assertSame(first, TrustAnchors.verifier(trust, Long.MAX_VALUE));
    Object second = TrustAnchors.verifier(trust, 0);
    assertNotSame(first, second);
    assertSame(second, TrustAnchors.verifier(trust, -1));
  }

  @Test
  void closedForgetsAndTellsNobody() {
    ask(-1);
    contexts.close();
    run(offload);
    run(loop);
    assertTrue(told.size() < 2);
    ask(-1);
    assertEquals(1, offload.size(), "built anew");
  }
}
