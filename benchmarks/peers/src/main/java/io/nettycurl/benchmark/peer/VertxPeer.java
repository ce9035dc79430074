package io.nettycurl.benchmark.peer;

import io.nettycurl.benchmark.Work;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

/** Thread-safe. Vert.x on one event loop. */
final class VertxPeer implements Peer {
  private final Vertx vertx;
  private final HttpClientAgent client;
  private final RequestOptions options;

  VertxPeer(Work work) {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    HttpClientOptions http =
        new HttpClientOptions()
            .setKeepAlive(!work.fresh())
            .setSsl(work.tls())
            .setTrustAll(true)
            .setVerifyHost(false);
    if (work.http2()) {
      http.setProtocolVersion(HttpVersion.HTTP_2).setUseAlpn(work.tls());
    }
    client =
        vertx
            .httpClientBuilder()
            .with(http)
            .with(
                new PoolOptions()
                    .setHttp1MaxSize(work.parallel())
                    .setHttp2MaxSize(work.connections())
                    .setEventLoopSize(1))
            .build();
    options = new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(work.url().toString());
  }

  @Override
  public void get(End end) {
    client.request(options).onComplete(request -> send(request, end), end::failed);
  }

  private static void send(HttpClientRequest request, End end) {
    request.response().onComplete(response -> read(response, end), end::failed);
    request.end();
  }

  private static void read(HttpClientResponse response, End end) {
    long[] bytes = new long[1];
    response.handler((Buffer piece) -> bytes[0] += piece.length());
    response
        .end()
        .onComplete(
            done -> end.over(response.statusCode(), bytes[0]), end::failed);
  }

  @Override
  public void close() {
    vertx.close();
  }
}
