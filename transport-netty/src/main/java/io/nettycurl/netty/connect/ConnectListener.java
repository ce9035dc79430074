package io.nettycurl.netty.connect;

import io.netty.channel.Channel;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlProxyCode;
import java.net.SocketAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Owned by the loop. Told how the making of a connection goes on; always on the loop. */
public interface ConnectListener {
  /** A channel was made and registered for an address; the engine adds its first handlers. */
  void opened(Channel channel);

  /** Addresses are known. */
  void resolved();

  /** TCP is connected; the addresses can be asked of the channel. */
  void connected(Channel channel);

  /** A line of a proxy's answer to CONNECT, line end included; gives OK or the result. */
  CurlCode proxyHeader(byte[] line, int offset, int length);

  /** The status of a proxy's answer to CONNECT. */
  void proxyStatus(int status);

  /** TLS to the origin is done. */
  void secured(Channel channel);

  /**
   * The verdict on a certificate chain, told before {@link #secured} or {@link #failed}.
   *
   * @param proxy whether it is the HTTP proxy's
   * @param result as CURLINFO_SSL_VERIFYRESULT tells it; 0 for a good one
   */
  default void verified(boolean proxy, long result) {}

  /**
   * The origin's certificates, where CURLOPT_CERTINFO asks for them; told before {@link #secured}.
   *
   * @param chain {@code name:value} lines for each
   */
  default void certificates(List<List<String>> chain) {}

  /** The channel can be used by the protocol; nothing else follows. */
  void ready(Channel channel, String applicationProtocol);

  /**
   * It did not work; nothing else follows. The channel, if there was one, is closed.
   *
   * @param code why
   * @param message the same in words
   * @param osErrno the system's error number, 0 if unknown
   * @param proxyCode the proxy's answer, OK if it is not about one
   */
  void failed(CurlCode code, String message, int osErrno, CurlProxyCode proxyCode);

  /** Whether {@link #info} is listened to. */
  boolean verbose();

  /** A line of trace text. */
  void info(String text);

  /**
   * Runs a callback of the user's.
   *
   * @param name what it is called, for error texts
   * @param code the call
   * @param ifThrown the answer where it throws
   * @param answer told on the loop; not at all once the transfer is gone
   * @param <T> the type of the answer
   */
  <T> void ask(String name, Supplier<T> code, T ifThrown, Consumer<T> answer);

  /** The address tried last, for the infos. */
  default void trying(SocketAddress address) {}
}
