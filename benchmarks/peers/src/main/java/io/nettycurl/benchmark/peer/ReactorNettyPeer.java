package io.nettycurl.benchmark.peer;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.nettycurl.benchmark.Work;
import javax.net.ssl.SSLException;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.Http2AllocationStrategy;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Thread-safe. Reactor Netty on one event loop. */
final class ReactorNettyPeer implements Peer {
  private final LoopResources loops = LoopResources.create("load", 1, true);
  private final ConnectionProvider pool;
  private final HttpClient client;
  private final String url;

  ReactorNettyPeer(Work work) {
    url = work.url().toString();
    ConnectionProvider.Builder connections =
        ConnectionProvider.builder("load")
            .maxConnections(work.connections())
            .pendingAcquireMaxCount(-1);
    if (work.http2()) {
      connections.allocationStrategy(
          Http2AllocationStrategy.builder()
              .maxConnections(work.connections())
              .minConnections(0)
              .build());
    }
    pool = connections.build();
    HttpClient http =
        (work.fresh() ? HttpClient.newConnection() : HttpClient.create(pool))
            .runOn(loops)
            .keepAlive(!work.fresh());
    if (work.http2()) {
      http = http.protocol(work.tls() ? HttpProtocol.H2 : HttpProtocol.H2C);
    }
    if (work.tls()) {
      SslContext context = context(work.http2());
      http = http.secure(ssl -> ssl.sslContext(context));
    }
    client = http;
  }

  private static SslContext context(boolean http2) {
    try {
      SslContextBuilder builder =
          SslContextBuilder.forClient()
              .sslProvider(SslProvider.OPENSSL)
              .trustManager(InsecureTrustManagerFactory.INSTANCE)
              .endpointIdentificationAlgorithm(null);
      if (http2) {
        builder.applicationProtocolConfig(
            new ApplicationProtocolConfig(
                ApplicationProtocolConfig.Protocol.ALPN,
                ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                ApplicationProtocolNames.HTTP_2,
                ApplicationProtocolNames.HTTP_1_1));
      }
      return builder.build();
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void get(End end) {
    send(client, url, end);
  }

  static void send(HttpClient client, String url, End end) {
    client
        .get()
        .uri(url)
        .response(
            (response, body) -> {
              int status = response.status().code();
              return body.reduce(0L, (bytes, piece) -> bytes + piece.readableBytes())
                  .map(bytes -> new long[] {status, bytes});
            })
        .subscribe(reply -> end.over((int) reply[0], reply[1]), end::failed);
  }

  @Override
  public void close() {
    pool.dispose();
    loops.dispose();
  }
}
