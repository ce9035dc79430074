package io.nettycurl.http;

import static io.nettycurl.CurlSymbols.CURL_HTTP_VERSION_1_0;
import static io.nettycurl.CurlSymbols.CURL_HTTP_VERSION_1_1;
import static io.nettycurl.CurlSymbols.CURL_HTTP_VERSION_2_0;
import static io.nettycurl.CurlSymbols.CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE;

import io.nettycurl.http.altsvc.AltService;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.spi.Ascii;
import java.util.List;

/**
 * Any thread; no state. What HTTP_VERSION asks of a connection, and what a connection made so
 * speaks. Over TLS the names offered by ALPN tell such connections apart in the pool, on clear ones
 * the affinity.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTP_VERSION.html">CURLOPT_HTTP_VERSION(3)</a>
 */
final class VersionDemand {
  private static final String H2 = "h2";
  private static final String H2C = "h2c";
  private static final String ONE_ONE = "http/1.1";
  private static final List<String> ONE_ZERO_ONLY = List.of("http/1.0", ONE_ONE);
  private static final List<String> ONE_ONE_ONLY = List.of(ONE_ONE);
  private static final List<String> TWO_ONLY = List.of(H2);
  private static final List<String> ONE_FIRST = List.of(ONE_ONE, H2);
  private static final List<String> BOTH = List.of(H2, ONE_ONE);

  private VersionDemand() {}

  /**
   * Amends a plan.
   *
   * @param version the option's value
   * @param oneOneOnly whether a server refused HTTP/2
   * @param plan the plan
   */
  static void demand(long version, boolean oneOneOnly, ConnectionPlan plan) {
    if (version == CURL_HTTP_VERSION_1_0) {
      offer(plan, ONE_ZERO_ONLY);
    } else if (version == CURL_HTTP_VERSION_1_1 || oneOneOnly) {
      offer(plan, ONE_ONE_ONLY);
    } else if (version == CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE && !plan.forwarded()) {
      offer(plan, TWO_ONLY);
      plan.affinity(H2);
      plan.multiplex(true);
    } else {
      offer(plan, BOTH);
      boolean upgrades = version == CURL_HTTP_VERSION_2_0 && !plan.tls() && !plan.forwarded();
      if (upgrades) {
        plan.affinity(H2C);
      }
      plan.multiplex(plan.tls() || upgrades);
    }
  }

  /**
   * Whether a version may be spoken at all.
   *
   * @param version the option's value
   * @param oneOneOnly whether a server refused HTTP/2
   * @param two HTTP/2, or else HTTP/1.1
   */
  static boolean allows(long version, boolean oneOneOnly, boolean two) {
    boolean one = version == CURL_HTTP_VERSION_1_0 || version == CURL_HTTP_VERSION_1_1;
    if (two) {
      return !one && !oneOneOnly && version != CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE;
    }
    return version != CURL_HTTP_VERSION_1_0 && version != CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE;
  }

  /**
   * Amends a plan for an alternative service.
   *
   * @param service where to go
   * @param plan the plan
   */
  static void alternative(AltService service, ConnectionPlan plan) {
    boolean two = service.to() == AltService.Alpn.H2;
    boolean elsewhere =
        plan.port() != service.toPort() || !Ascii.equalsIgnoreCase(plan.host(), service.toHost());
    if (!elsewhere) {
      offer(plan, two ? BOTH : ONE_FIRST);
      plan.multiplex(true);
      return;
    }
    plan.alternative(service.toHost(), service.toPort());
    if (service.from() != service.to()) {
      offer(plan, two ? TWO_ONLY : ONE_ONE_ONLY);
      plan.multiplex(two);
    }
  }

  private static void offer(ConnectionPlan plan, List<String> names) {
    if (plan.tls()) {
      plan.alpn(names);
    }
  }

  /** Whether a connection begins with HTTP/1.1, and each request asks for HTTP/2. */
  static boolean mayUpgrade(ConnectionContext connection) {
    return H2C.equals(connection.plan().affinity());
  }

  /** Whether a connection speaks HTTP/2. */
  static boolean isTwo(ConnectionContext connection) {
    return H2.equals(connection.applicationProtocol()) || H2.equals(connection.plan().affinity());
  }
}
