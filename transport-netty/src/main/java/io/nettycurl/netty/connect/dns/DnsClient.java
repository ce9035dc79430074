package io.nettycurl.netty.connect.dns;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Any thread; blocks. Asks name servers of the application's choice, by Netty's resolver, on one
 * daemon thread that is started when the first is asked. Keeps no answers: those who ask do.
 */
final class DnsClient implements Resolver.Lookup {
  private static final int MAX_KEPT = 8;
  private static final int QUERY_TIMEOUT_MS = 5000;

  private static final Map<NameServers, DnsClient> KEPT =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<NameServers, DnsClient> eldest) {
              return size() > MAX_KEPT;
            }
          });

  private final NameServers servers;

  private DnsClient(NameServers servers) {
    this.servers = servers;
  }

  /** Started when first needed. */
  private static final class Loop {
    static final EventLoop LOOP =
        new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("nettycurl-dns", true), NioIoHandler.newFactory())
            .next();
  }

  /**
   * What asks certain servers.
   *
   * @param servers which
   */
  static Resolver.Lookup of(NameServers servers) {
    return KEPT.computeIfAbsent(servers, DnsClient::new);
  }

  @Override
  public InetAddress[] addressesOf(String host) throws UnknownHostException {
    DnsNameResolver resolver = newResolver();
    try {
      Future<List<InetAddress>> asked = resolver.resolveAll(host).awaitUninterruptibly();
      if (!asked.isSuccess()) {
        throw new UnknownHostException(host);
      }
      return asked.getNow().toArray(InetAddress[]::new);
    } finally {
      resolver.close();
    }
  }

  private DnsNameResolver newResolver() throws UnknownHostException {
    DnsNameResolverBuilder builder =
        new DnsNameResolverBuilder(Loop.LOOP)
            .datagramChannelFactory(NioDatagramChannel::new)
            .socketChannelFactory(NioSocketChannel::new)
            .resolveCache(NoopDnsCache.INSTANCE)
            .cnameCache(NoopDnsCnameCache.INSTANCE)
            .authoritativeDnsServerCache(NoopAuthoritativeDnsServerCache.INSTANCE)
            .resolvedAddressTypes(ResolvedAddressTypes.IPV6_PREFERRED)
            .searchDomains(List.of())
            .queryTimeoutMillis(QUERY_TIMEOUT_MS)
            .nameServerProvider(DnsServerAddressStreamProviders.platformDefault());
    boolean six = false;
    if (servers.list() != null) {
      List<InetSocketAddress> addresses = servers.addresses();
      six = addresses.get(0).getAddress() instanceof Inet6Address;
      builder.nameServerProvider(new SequentialDnsServerAddressStreamProvider(addresses));
    }
    InetAddress local = local(six);
    if (local != null) {
      builder.localAddress(new InetSocketAddress(local, 0));
    }
    return builder.build();
  }

  /** An address of ours, of the first server's family: the others cannot be asked from it. */
  private InetAddress local(boolean six) throws UnknownHostException {
    String given = six ? servers.local6() : servers.local4();
    if (given != null) {
      return NumericAddress.parse(given, 0);
    }
    return servers.device() == null ? null : ofDevice(six);
  }

  private InetAddress ofDevice(boolean six) throws UnknownHostException {
    try {
      NetworkInterface found = NetworkInterface.getByName(servers.device());
      if (found != null) {
        for (InetAddress each : Collections.list(found.getInetAddresses())) {
          if (each instanceof Inet6Address == six) {
            return each;
          }
        }
      }
    } catch (SocketException e) {
      // it has no addresses then
    }
    throw new UnknownHostException("no address on " + servers.device());
  }
}
