package io.nettycurl.benchmark.peer;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.nettycurl.benchmark.Work;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Thread-safe. The JDK's own client, with one thread for its callbacks. */
final class JdkPeer implements Peer {
  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private final Queue<HttpClient> clients = new ConcurrentLinkedQueue<>();
  private final HttpRequest request;

  JdkPeer(Work work) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .executor(executor)
            .version(work.http2() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
    if (work.tls()) {
      builder.sslContext(trusting());
    }
    // One client makes one HTTP/2 connection, and fails what is more than the server's streams.
    int most = work.http2() ? work.connections() : 1;
    for (int i = 0; i < most; i++) {
      HttpClient client = builder.build();
      for (int share = work.parallel() / most; share > 0; share--) {
        clients.add(client);
      }
    }
    request = HttpRequest.newBuilder(work.url()).build();
    if (work.fresh()) {
      throw new IllegalArgumentException("it has no way to ask for a new connection each");
    }
  }

  private static SSLContext trusting() {
    try {
      TrustManager[] all = InsecureTrustManagerFactory.INSTANCE.getTrustManagers();
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, all, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void get(End end) {
    HttpClient client = clients.remove();
    client
        .sendAsync(request, head -> new Counter())
        .whenComplete(
            (response, fault) -> {
              clients.add(client);
              if (fault == null) {
                end.over(response.statusCode(), response.body());
              } else {
                end.failed(fault);
              }
            });
  }

  @Override
  public void close() {
    executor.shutdown();
  }

  /** Owned by one reply. Counts its bytes. */
  private static final class Counter implements HttpResponse.BodySubscriber<Long> {
    private final CompletableFuture<Long> counted = new CompletableFuture<>();
    private long bytes;

    @Override
    public CompletionStage<Long> getBody() {
      return counted;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
      for (ByteBuffer piece : pieces) {
        bytes += piece.remaining();
      }
    }

    @Override
    public void onError(Throwable fault) {
      counted.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
      counted.complete(bytes);
    }
  }
}
