package io.nettycurl.netty.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.nettycurl.netty.connect.ConnectFailure;
import io.nettycurl.netty.connect.ProxyChoice;
import io.nettycurl.netty.connect.Route;
import io.nettycurl.netty.pool.PoolKey;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.TransferUrl;
import org.junit.jupiter.api.Test;

class FirstHopTest {
  private static final Scheme SCHEME = new Scheme("safe", 99, true, true, "plain");

  private final OptionValues options = new OptionValues();

  private FirstHop hop() {
    TransferUrl url = TransferUrl.parse("http://host/", options);
    return new FirstHop(
        options, new Hop(url.url(), SCHEME, null, "host", 99, null, null, ProxyChoice.DIRECT));
  }

  private PoolKey key(ConnectionPlan plan) throws ConnectFailure {
    return new PoolKey(
        Route.plan(plan, ProxyChoice.DIRECT, new OptionValues()), "plain", "", "host", null);
  }

  @Test
  void theKeyServesAgainOverTlsToo() throws ConnectFailure {
    FirstHop first = hop();
    ConnectionPlan made = first.takePlan();
    PoolKey key = key(made);
    first.remember(made, key);
    assertSame(key, first.keyFor(first.takePlan(), null));
    ConnectionPlan other = first.takePlan();
    other.affinity("other");
    assertNull(first.keyFor(other, null));
  }

  /** The file may be another one by now, though no option changed. */
  @Test
  void notWhereTheKeyStandsForAFile() throws ConnectFailure {
    options.set(CurlOpt.SSLCERT, "/no/such/file");
    FirstHop first = hop();
    ConnectionPlan made = first.takePlan();
    first.remember(made, key(made));
    assertNull(first.keyFor(first.takePlan(), null));
  }

  @Test
  void aPlanThatMadeNoConnectionServesAgainUnamended() throws ConnectFailure {
    FirstHop first = hop();
    ConnectionPlan made = first.takePlan();
    PoolKey key = key(made);
    first.remember(made, key);
    first.reuses(made, key);
    ConnectionPlan second = first.takePlan();
    assertNotSame(made, second, "a connection holds it");
    second.affinity("changed");
    second.multiplex(true);
    PoolKey equal = key(made);
    first.reuses(second, equal);
    ConnectionPlan third = first.takePlan();
    assertSame(second, third);
    assertEquals("", third.affinity());
    assertFalse(third.multiplex());
    assertSame(equal, first.keyFor(third, null), "the key that is there already");
  }
}
