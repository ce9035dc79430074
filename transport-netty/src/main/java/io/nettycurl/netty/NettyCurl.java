package io.nettycurl.netty;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.nettycurl.CurlMulti;
import io.nettycurl.netty.engine.CallerEngine;
import io.nettycurl.netty.engine.EmbeddedEngine;
import io.nettycurl.netty.engine.QueuedEngine;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.netty.transfer.Protocols;
import java.util.ArrayList;
import java.util.List;

/** Any thread. Multi handles that are driven otherwise than by the thread that calls perform. */
public final class NettyCurl {
  private NettyCurl() {}

  /**
   * A multi whose transfers run on the loops of a group: I/O, TLS and decoding happen there, beside
   * each other, the callbacks inside perform as ever. Limits hold for the multi as a whole.
   *
   * @param group epoll, kqueue or NIO; borrowed, never shut down
   * @return the handle
   * @throws IllegalArgumentException for a group of another kind
   */
  public static CurlMulti groupMulti(EventLoopGroup group) {
    return groupMulti(group, Integer.MAX_VALUE);
  }

  /**
   * As {@link #groupMulti(EventLoopGroup)}, on some of the group's loops only.
   *
   * @param group epoll, kqueue or NIO; borrowed, never shut down
   * @param most how many loops at most, 1 or more
   * @return the handle
   * @throws IllegalArgumentException for a group of another kind or without loops, or for a number
   *     below 1
   */
  public static CurlMulti groupMulti(EventLoopGroup group, int most) {
    List<EventLoop> loops = new ArrayList<>();
    for (EventExecutor executor : group) {
      if (loops.size() < most && executor instanceof EventLoop loop) {
        Transport.of(loop);
        loops.add(loop);
      }
    }
    if (loops.isEmpty()) {
      throw new IllegalArgumentException("no loops");
    }
    return CurlMulti.with(multi -> new QueuedEngine(multi, loops, Protocols.installed()));
  }

  /**
   * A multi bound to one event loop, such as that of a server's channel: callbacks and the listener
   * run on it, nobody calls perform. To be used on that loop only; from elsewhere its methods
   * answer RECURSIVE_API_CALL.
   *
   * @param loop epoll, kqueue or NIO; borrowed, never shut down
   * @param listener told of completions; null to read them with infoRead
   * @return the handle
   * @throws IllegalArgumentException for a loop of another kind
   */
  public static CurlMulti embeddedMulti(EventLoop loop, CompletionListener listener) {
    Transport.of(loop);
    return CurlMulti.with(
        multi -> new EmbeddedEngine(multi, loop, Protocols.installed(), listener));
  }

  /** A multi driven by its caller, on NIO even where epoll or kqueue loads. */
  public static CurlMulti nioMulti() {
    return CurlMulti.with(multi -> new CallerEngine(multi, Transport.NIO, Protocols.installed()));
  }
}
