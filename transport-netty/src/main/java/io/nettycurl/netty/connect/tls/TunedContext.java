package io.nettycurl.netty.connect.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.nettycurl.CurlCode;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Owned by the loop. A TLS context for one connection, whose builder the application gets to see
 * before anything is built of it (CURLOPT_SSL_CTX_FUNCTION). Not kept, as nobody knows what the
 * application did to it.
 */
public final class TunedContext {
  /** Asks the application, on the loop. */
  @FunctionalInterface
  public interface Tuner {
    /**
     * Asks it.
     *
     * @param builder what it may change
     * @param answer takes OK or the result of the transfer, on the loop, at once or later
     */
    void tune(SslContextBuilder builder, Consumer<CurlCode> answer);
  }

  private final Executor loop;
  private final Executor offload;
  private final TlsContexts.Listener listener;

  private TunedContext(Executor loop, Executor offload, TlsContexts.Listener listener) {
    this.loop = loop;
    this.offload = offload;
    this.listener = listener;
  }

  /**
   * Builds one.
   *
   * @param key what it is to be by the options
   * @param maxAge how old what was read of trusted certificates may be, in nanoseconds; -1 for any
   * @param provider asked on the other thread
   * @param tuner asks the application
   * @param loop where the tuner and the listener are called
   * @param offload where it is built
   * @param listener told, later
   */
  public static void build(
      TlsContexts.Key key,
      long maxAge,
      Supplier<TlsProvider> provider,
      Tuner tuner,
      Executor loop,
      Executor offload,
      TlsContexts.Listener listener) {
    TunedContext building = new TunedContext(loop, offload, listener);
    offload.execute(
        () ->
            building.attempt(
                () -> {
                  TlsContextBuilder builder =
                      TlsContextBuilder.of(key.config(), key.alpn(), provider.get(), maxAge);
                  SslContextBuilder netty = builder.prepare();
                  building.onLoop(
                      () -> tuner.tune(netty, code -> building.tuned(builder, netty, code)));
                }));
  }

  private void tuned(TlsContextBuilder builder, SslContextBuilder netty, CurlCode code) {
    if (code != CurlCode.OK) {
      listener.built(null, new TlsFailure(code, "error signaled by SSL ctx callback"));
      return;
    }
    offload.execute(
        () ->
            attempt(
                () -> {
                  SslContext context = builder.finish(netty);
                  onLoop(() -> listener.built(context, null));
                }));
  }

  /** What may fail on the other thread. */
  private interface Step {
    void run() throws TlsFailure;
  }

  private void attempt(Step step) {
    try {
      step.run();
    } catch (TlsFailure e) {
      onLoop(() -> listener.built(null, e));
    } catch (RuntimeException | LinkageError e) {
      onLoop(() -> listener.built(null, TlsFailure.of(e)));
    }
  }

  private void onLoop(Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException e) {
      // the loop has ended, and with it everybody who waited
    }
  }
}
