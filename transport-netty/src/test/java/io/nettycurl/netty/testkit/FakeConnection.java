package io.nettycurl.netty.testkit;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.ConnectionPlan;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Owned by the test's thread. A connection over an {@link EmbeddedChannel}. What the protocol asks
 * of it waits in a list until the test answers.
 */
public final class FakeConnection implements ConnectionContext {
  /** A wish to turn TLS on or off, to be answered through {@code whenDone}. */
  public record TlsRequest(boolean on, boolean sendClose, BiConsumer<CurlCode, String> whenDone) {}

  /** Owned by the test's thread. A wish for a data channel that the peer opens. */
  public static final class AcceptRequest {
    private final DataRequest data;
    private final int lastPort;
    private final AcceptListener listener;

    private AcceptRequest(DataRequest data, int lastPort, AcceptListener listener) {
      this.data = data;
      this.lastPort = lastPort;
      this.listener = listener;
    }

    /** The channel to come: its port is the first one to try. */
    public DataRequest data() {
      return data;
    }

    /** The last port to try. */
    public int lastPort() {
      return lastPort;
    }

    /** The peer may connect now. */
    public void listen(InetSocketAddress address) {
      listener.listening(address);
    }
  }

  /** Owned by the test's thread. A wish for a data channel. */
  public static final class DataRequest {
    private final String host;
    private final int port;
    private final boolean tls;
    private final DataListener listener;
    private boolean cancelled;

    private DataRequest(String host, int port, boolean tls, DataListener listener) {
      this.host = host;
      this.port = port;
      this.tls = tls;
      this.listener = listener;
    }

    /** The host asked for; null for the peer. */
    public String host() {
      return host;
    }

    /** The port asked for. */
    public int port() {
      return port;
    }

    /** Whether TLS was asked for. */
    public boolean tls() {
      return tls;
    }

    /** Whether the protocol gave up. */
    public boolean cancelled() {
      return cancelled;
    }

    /** Connects it, TLS included. */
    public EmbeddedChannel connect() {
      EmbeddedChannel channel = connectWithoutTls();
      if (tls) {
        listener.secured(channel);
      }
      return channel;
    }

    /** Connects it, TLS to come with {@link #secure}. */
    public EmbeddedChannel connectWithoutTls() {
      EmbeddedChannel channel = new EmbeddedChannel();
      listener.connected(channel);
      return channel;
    }

    /** TLS is on. */
    public void secure(EmbeddedChannel channel) {
      listener.secured(channel);
    }

    /** Lets it fail. */
    public void fail(CurlCode code, String message) {
      listener.failed(code, message);
    }
  }

  private final EmbeddedChannel channel;
  private final ConnectionPlan plan;
  private final List<TlsRequest> tlsRequests = new ArrayList<>();
  private final List<DataRequest> dataRequests = new ArrayList<>();
  private final List<Channel> securedData = new ArrayList<>();
  private final List<AcceptRequest> acceptRequests = new ArrayList<>();
  private String applicationProtocol;
  private final Map<Class<?>, Object> attachments = new HashMap<>();
  private String binding;
  private boolean tls;
  private boolean forwarded;
  private boolean proxied;
  private int useCount;
  private int capacityChanges;
  private String proxyUser;
  private String proxyPassword;

  /**
   * A connection.
   *
   * @param channel its channel
   * @param plan what it was made for
   */
  public FakeConnection(EmbeddedChannel channel, ConnectionPlan plan) {
    this.channel = channel;
    this.plan = plan;
    this.tls = plan.tls();
    this.forwarded = plan.forwarded();
    this.proxied = plan.forwarded();
  }

  /** Sets the ALPN name agreed on. */
  public FakeConnection applicationProtocol(String name) {
    applicationProtocol = name;
    return this;
  }

  /** Sets whether TLS is on. */
  public FakeConnection tls(boolean on) {
    tls = on;
    return this;
  }

  /** Sets whether requests go to a forwarding HTTP proxy. */
  public FakeConnection forwarded(boolean on) {
    forwarded = on;
    proxied = proxied || on;
    return this;
  }

  /** Sets whether a proxy is in between. */
  public FakeConnection proxied(boolean on) {
    proxied = on;
    return this;
  }

  /** Sets the credentials for the proxy. */
  public FakeConnection proxyCredentials(String user, String password) {
    proxyUser = user;
    proxyPassword = password;
    return this;
  }

  /** Sets how many exchanges it carried before. */
  public FakeConnection useCount(int count) {
    useCount = count;
    return this;
  }

  /** What was asked about TLS, in order. */
  public List<TlsRequest> tlsRequests() {
    return tlsRequests;
  }

  /** The data channels asked for, in order. */
  public List<DataRequest> dataRequests() {
    return dataRequests;
  }

  /** The data channels that the peer is to open, in order. */
  public List<AcceptRequest> acceptRequests() {
    return acceptRequests;
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public EventLoop eventLoop() {
    return channel.eventLoop();
  }

  @Override
  public long id() {
    return 0;
  }

  @Override
  public ConnectionPlan plan() {
    return plan;
  }

  @Override
  public String applicationProtocol() {
    return applicationProtocol;
  }

  @Override
  public boolean tls() {
    return tls;
  }

  @Override
  public InetSocketAddress remoteAddress() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), plan.port());
  }

  @Override
  public InetSocketAddress localAddress() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 54321);
  }

  @Override
  public boolean forwarded() {
    return forwarded;
  }

  @Override
  public boolean proxied() {
    return proxied;
  }

  @Override
  public String proxyUser() {
    return proxyUser;
  }

  @Override
  public String proxyPassword() {
    return proxyPassword;
  }

  @Override
  public void capacityChanged() {
    capacityChanges++;
  }

  /** How often the handler told of another capacity. */
  public int capacityChanges() {
    return capacityChanges;
  }

  @Override
  public int useCount() {
    return useCount;
  }

  @Override
  public void startTls(BiConsumer<CurlCode, String> whenDone) {
    tlsRequests.add(
        new TlsRequest(
            true,
            false,
            (code, text) -> {
              tls = code == CurlCode.OK;
              whenDone.accept(code, text);
            }));
  }

  @Override
  public void stopTls(boolean sendClose, BiConsumer<CurlCode, String> whenDone) {
    tlsRequests.add(
        new TlsRequest(
            false,
            sendClose,
            (code, text) -> {
              tls = code != CurlCode.OK;
              whenDone.accept(code, text);
            }));
  }

  @Override
  public Runnable openData(String host, int port, boolean withTls, DataListener listener) {
    DataRequest request = new DataRequest(host, port, withTls, listener);
    dataRequests.add(request);
    return () -> request.cancelled = true;
  }

  @Override
  public void secureData(Channel data) {
    securedData.add(data);
  }

  /** The data channels that TLS was asked for on. */
  public List<Channel> securedData() {
    return securedData;
  }

  @Override
  public Runnable acceptData(
      String host, int firstPort, int lastPort, boolean withTls, AcceptListener listener) {
    DataRequest request = new DataRequest(host, firstPort, withTls, listener);
    acceptRequests.add(new AcceptRequest(request, lastPort, listener));
    return () -> request.cancelled = true;
  }

  @Override
  public <T extends AutoCloseable> T attachment(Class<T> type, Supplier<T> factory) {
    return type.cast(
        factory == null
            ? attachments.get(type)
            : attachments.computeIfAbsent(type, ignored -> factory.get()));
  }

  @Override
  public void bind(String login) {
    binding = login;
  }

  /** The login that the protocol tied it to; null if none. */
  public String binding() {
    return binding;
  }
}
