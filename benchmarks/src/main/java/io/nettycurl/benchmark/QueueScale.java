package io.nettycurl.benchmark;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Owned by the main thread. What a handle costs when many wait: 50,000 queued behind 500
 * connections beside 500 at a time, and the crawl of 2,000 hosts with two connections each. Prints
 * microseconds of the calling thread's time for each handle, from adding it to taking it out again.
 */
public final class QueueScale {
  private static final int CONNECTIONS = 500;
  private static final int MANY = 50_000;
  private static final int HOSTS = 2_000;
  private static final int EACH = 25;
  private static final int ROUNDS = 3;

  private QueueScale() {}

  /** Measures; takes no arguments. */
  public static void main(String[] args) {
    try (AnswerServer server = new AnswerServer()) {
      System.out.println("Java " + Runtime.version());
      double few = Double.MAX_VALUE;
      double many = Double.MAX_VALUE;
      try (CurlMulti multi = multi(CONNECTIONS, 0)) {
        for (int round = 0; round < ROUNDS; round++) {
          few = Math.min(few, few(multi, server));
          many = Math.min(many, run(multi, MANY, i -> server.url(), null));
        }
      }
      System.out.printf("%d at a time: %.2f us each%n", CONNECTIONS, few);
      System.out.printf("%d queued behind %d: %.2f us each%n", MANY, CONNECTIONS, many);
      System.out.printf("ratio: %.2f (bound 1.50)%n", many / few);
      crawl(server, many);
      if (many / few > 1.5) {
        System.exit(1);
      }
    }
  }

  /** As many handles in all, each of them new too. */
  private static double few(CurlMulti multi, AnswerServer server) {
    double sum = 0;
    for (int i = 0; i < MANY / CONNECTIONS; i++) {
      sum += run(multi, CONNECTIONS, n -> server.url(), null);
    }
    return sum / (MANY / CONNECTIONS);
  }

  private static void crawl(AnswerServer server, double queued) {
    List<String> here = List.of("::127.0.0.1:" + server.port());
    try (CurlMulti multi = multi(0, 2)) {
      double first = run(multi, HOSTS * EACH, i -> host(i, server), here);
      double again = run(multi, HOSTS * EACH, i -> host(i, server), here);
      System.out.printf(
          "%d hosts with 2 connections each, %d handles: %.2f us each, connecting; %.2f us each,"
              + " connected; at most %d connections; %.2f of the one host's%n",
          HOSTS, HOSTS * EACH, first, again, server.most(), again / queued);
    }
  }

  private static String host(int number, AnswerServer server) {
    return "http://host" + number % HOSTS + ".test:" + server.port() + "/";
  }

  private static CurlMulti multi(int total, int perHost) {
    CurlMulti multi = CurlMulti.init();
    multi.setopt(CurlMultiOpt.MAX_TOTAL_CONNECTIONS, total);
    multi.setopt(CurlMultiOpt.MAX_HOST_CONNECTIONS, perHost);
    multi.setopt(CurlMultiOpt.MAXCONNECTS, 2 * HOSTS);
    return multi;
  }

  private interface Urls {
    String url(int number);
  }

  private static double run(CurlMulti multi, int count, Urls urls, List<String> connectTo) {
    CurlEasy[] handles = new CurlEasy[count];
    for (int i = 0; i < count; i++) {
      handles[i] = CurlEasy.init();
      handles[i].setopt(CurlOpt.URL, urls.url(i));
      handles[i].setopt(CurlOpt.CONNECT_TO, connectTo);
      handles[i].setopt(CurlOpt.WRITEFUNCTION, (data, userdata) -> data.remaining());
    }
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (CurlEasy easy : handles) {
      if (multi.addHandle(easy) != CurlMultiCode.OK) {
        throw new IllegalStateException("add");
      }
    }
    int[] left = {count};
    MultiLoop.drive(
        multi,
        () -> left[0] > 0,
        message -> {
          if (message.result() != CurlCode.OK) {
            throw new IllegalStateException(message.result() + " " + message.easy().errorMessage());
          }
          multi.removeHandle(message.easy());
          left[0]--;
        });
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e3 / count;
  }
}
