package io.nettycurl.benchmark.peer;

import io.netty.handler.codec.http.HttpHeaders;
import io.nettycurl.benchmark.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.asynchttpclient.AsyncHandler;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.Dsl;
import org.asynchttpclient.HttpResponseBodyPart;
import org.asynchttpclient.HttpResponseStatus;
import org.asynchttpclient.Request;

/** Thread-safe. AsyncHttpClient on one I/O thread. */
final class AsyncHttpClientPeer implements Peer {
  private final AsyncHttpClient client;
  private final Request request;

  AsyncHttpClientPeer(Work work) {
    client =
        Dsl.asyncHttpClient(
            Dsl.config()
                .setIoThreadsCount(1)
                .setUseNativeTransport(true)
                .setKeepAlive(!work.fresh())
                .setUseInsecureTrustManager(true)
                .setUseOpenSsl(true)
                .setHttp2Enabled(work.http2()));
    request = Dsl.get(work.url().toString()).build();
  }

  @Override
  public void get(End end) {
    client.executeRequest(request, new Reply(end));
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Owned by the I/O thread. Counts the bytes of one reply. */
  static final class Reply implements AsyncHandler<Object> {
    private final End end;
    private int status;
    private long bytes;

    Reply(End end) {
      this.end = end;
    }

    @Override
    public State onStatusReceived(HttpResponseStatus received) {
      status = received.getStatusCode();
      return State.CONTINUE;
    }

    @Override
    public State onHeadersReceived(HttpHeaders headers) {
      return State.CONTINUE;
    }

    @Override
    public State onBodyPartReceived(HttpResponseBodyPart part) {
      bytes += part.length();
      return State.CONTINUE;
    }

    @Override
    public void onThrowable(Throwable fault) {
      end.failed(fault);
    }

    @Override
    public Object onCompleted() {
      end.over(status, bytes);
      return null;
    }
  }
}
