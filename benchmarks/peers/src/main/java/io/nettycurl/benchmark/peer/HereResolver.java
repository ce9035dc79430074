package io.nettycurl.benchmark.peer;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Thread-safe. Every name is this machine's. */
final class HereResolver extends InetNameResolver {
  HereResolver(EventExecutor executor) {
    super(executor);
  }

  /** For clients that take a group. */
  static AddressResolverGroup<InetSocketAddress> group() {
    return new AddressResolverGroup<>() {
      @Override
      protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new InetSocketAddressResolver(executor, new HereResolver(executor));
      }
    };
  }

  @Override
  protected void doResolve(String name, Promise<InetAddress> promise) {
    promise.setSuccess(InetAddress.getLoopbackAddress());
  }

  @Override
  protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
    promise.setSuccess(List.of(InetAddress.getLoopbackAddress()));
  }
}
