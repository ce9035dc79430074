package io.nettycurl.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlShareCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlVersionInfo;
import io.nettycurl.option.EasyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShareStateTest {
  private static final EngineProvider ALL = new Sharing(EnumSet.allOf(ShareKind.class));

  /** Says what is built in. */
  private record Sharing(Set<ShareKind> kinds) implements EngineProvider {
    @Override
    public boolean shares(ShareKind kind) {
      return kinds.contains(kind);
    }

    @Override
    public MultiEngine newEngine(CurlMulti multi) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean actsOn(EasyOption<?> option) {
      return false;
    }

    @Override
    public <T> CurlCode check(EasyOption<T> option, T value) {
      return CurlCode.OK;
    }

    @Override
    public CurlVersionInfo versionInfo() {
      throw new UnsupportedOperationException();
    }
  }

  /** Tells whether it was closed. */
  private static final class Data implements AutoCloseable {
    private int closed;

    @Override
    public void close() {
      closed++;
    }
  }

  private final ShareState share = new ShareState();
  private final EasyState easy = new EasyState(CurlEasy.init());
  private final List<String> calls = new ArrayList<>();

  private void share(ShareKind kind) {
    assertEquals(CurlShareCode.OK, share.share(kind.number(), ALL));
  }

  private Data data(ShareKind kind) {
    return share.data(kind, Data.class, Data::new);
  }

  @Test
  void kindsThatThereAreNotAndThoseNobodyShares() {
    assertEquals(CurlShareCode.BAD_OPTION, share.share(CurlSymbols.CURL_LOCK_DATA_NONE, ALL));
    assertEquals(CurlShareCode.BAD_OPTION, share.share(CurlSymbols.CURL_LOCK_DATA_SHARE, ALL));
    assertEquals(CurlShareCode.BAD_OPTION, share.share(8L, ALL));
    assertEquals(CurlShareCode.BAD_OPTION, share.share(null, ALL));
    assertEquals(CurlShareCode.BAD_OPTION, share.unshare(8L));
    assertEquals(CurlShareCode.BAD_OPTION, share.unshare(CurlSymbols.CURL_LOCK_DATA_PSL));
    Sharing dnsOnly = new Sharing(EnumSet.of(ShareKind.DNS));
    assertEquals(CurlShareCode.OK, share.share(CurlSymbols.CURL_LOCK_DATA_DNS, dnsOnly));
    assertEquals(
        CurlShareCode.NOT_BUILT_IN, share.share(CurlSymbols.CURL_LOCK_DATA_COOKIE, dnsOnly));
    assertEquals(CurlShareCode.NOT_BUILT_IN, share.share(CurlSymbols.CURL_LOCK_DATA_DNS, null));
    assertTrue(share.shares(ShareKind.DNS));
    assertFalse(share.shares(ShareKind.COOKIE));
  }

  @Test
  void dataIsOneForAllUntilItIsUnshared() {
    assertNull(data(ShareKind.COOKIE));
    share(ShareKind.COOKIE);
    share(ShareKind.DNS);
    assertNull(share.data(ShareKind.COOKIE, Data.class, null));
    Data cookies = data(ShareKind.COOKIE);
    Data names = data(ShareKind.DNS);
    assertSame(cookies, data(ShareKind.COOKIE));
    assertNotSame(cookies, names);
    assertEquals(CurlShareCode.OK, share.unshare(CurlSymbols.CURL_LOCK_DATA_COOKIE));
    assertEquals(1, cookies.closed);
    assertNull(data(ShareKind.COOKIE));
    share(ShareKind.COOKIE);
    assertNotSame(cookies, data(ShareKind.COOKIE));

    assertEquals(CurlShareCode.OK, share.unshare(CurlSymbols.CURL_LOCK_DATA_DNS));
    assertNull(data(ShareKind.DNS));
    share(ShareKind.DNS);
    assertSame(names, data(ShareKind.DNS));
    assertEquals(CurlShareCode.OK, share.cleanup());
    assertEquals(1, names.closed);
    assertNull(data(ShareKind.DNS));
  }

  @Test
  void nothingCanBeChangedWhileAHandleIsAttached() {
    share(ShareKind.DNS);
    assertEquals(CurlCode.OK, easy.share(share));
    assertEquals(CurlShareCode.IN_USE, share.share(CurlSymbols.CURL_LOCK_DATA_COOKIE, ALL));
    assertEquals(CurlShareCode.IN_USE, share.share(8L, ALL));
    assertEquals(CurlShareCode.IN_USE, share.unshare(CurlSymbols.CURL_LOCK_DATA_DNS));
    assertEquals(CurlShareCode.IN_USE, share.lockFunction(null));
    assertEquals(CurlShareCode.IN_USE, share.unlockFunction(null));
    assertEquals(CurlShareCode.IN_USE, share.userdata(null));
    assertEquals(CurlShareCode.IN_USE, share.cleanup());
    assertSame(data(ShareKind.DNS), easy.shared(ShareKind.DNS, Data.class, Data::new));
    assertNull(easy.shared(ShareKind.COOKIE, Data.class, Data::new));

    assertEquals(CurlCode.OK, easy.share(null));
    assertNull(easy.shared(ShareKind.DNS, Data.class, Data::new));
    assertEquals(CurlShareCode.OK, share.cleanup());
    assertEquals(CurlShareCode.INVALID, share.cleanup());
    assertEquals(CurlShareCode.INVALID, share.userdata(null));
    assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, easy.share(share));
    assertNull(easy.share());
  }

  @Test
  void anotherShareTakesTheFirstOnesPlace() {
    ShareState other = new ShareState();
    easy.share(share);
    easy.share(other);
    assertEquals(CurlShareCode.OK, share.cleanup());
    assertEquals(CurlShareCode.IN_USE, other.cleanup());
    easy.share(other);
    easy.share(null);
    assertEquals(CurlShareCode.OK, other.cleanup());
  }

  private void recordCalls() {
    share.userdata("mine");
    share.lockFunction(
        (handle, data, access, userdata) ->
            calls.add("lock " + data + " " + access + " " + userdata + named(handle)));
    share.unlockFunction(
        (handle, data, userdata) -> calls.add("unlock " + data + " " + userdata + named(handle)));
  }

  private String named(CurlEasy handle) {
    return handle == null ? "" : handle == easy.easy() ? " easy" : " other";
  }

  @Test
  void callbacksAreToldOfAttachingAndOfUse() {
    recordCalls();
    share(ShareKind.COOKIE);
    easy.share(share);
    assertEquals(List.of("lock 1 2 mine easy", "unlock 1 mine easy"), calls);
    calls.clear();

    share.lock(easy, ShareKind.COOKIE, true);
    share.unlock(easy, ShareKind.COOKIE);
    share.lock(null, ShareKind.COOKIE, false);
    share.unlock(null, ShareKind.COOKIE);
    share.lock(easy, ShareKind.HSTS, true);
    share.unlock(easy, ShareKind.HSTS);
    assertEquals(
        List.of("lock 2 2 mine easy", "unlock 2 mine easy", "lock 2 1 mine", "unlock 2 mine"),
        calls);
    calls.clear();

    easy.share(null);
    assertEquals(List.of("lock 1 2 mine easy", "unlock 1 mine easy"), calls);
  }

  @Test
  void aLockCallbackAloneIsNotToldOfAttaching() {
    recordCalls();
    share.unlockFunction(null);
    share(ShareKind.COOKIE);
    easy.share(share);
    assertEquals(List.of(), calls);
    share.lock(easy, ShareKind.COOKIE, true);
    share.unlock(easy, ShareKind.COOKIE);
    assertEquals(List.of("lock 2 2 mine easy"), calls);
    easy.share(null);
  }

  @Test
  void aCallbackThatThrowsLeavesTheDataLocked() throws InterruptedException {
    share.lockFunction(
        (handle, data, access, userdata) -> {
          throw new IllegalStateException("no");
        });
    share(ShareKind.COOKIE);
    Thread thread =
        new Thread(
            () -> {
              share.lock(easy, ShareKind.COOKIE, true);
              share.unlock(easy, ShareKind.COOKIE);
            });
    thread.setUncaughtExceptionHandler((where, why) -> calls.add(why.getMessage()));
    thread.start();
    thread.join();
    assertEquals(List.of("no"), calls);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SHARE")
  void aKindIsForOneThreadAtATime(ShareKind kind) throws InterruptedException {
    share(kind);
    int[] counter = new int[1];
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread = new Thread(() -> count(kind, start, counter));
      threads.add(thread);
      thread.start();
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(40_000, counter[0]);
  }

  private void count(ShareKind kind, CountDownLatch start, int[] counter) {
    try {
      start.await();
    } catch (InterruptedException e) {
      return;
    }
    for (int i = 0; i < 10_000; i++) {
      share.lock(easy, kind, true);
      counter[0]++;
      share.unlock(easy, kind);
    }
  }
}
