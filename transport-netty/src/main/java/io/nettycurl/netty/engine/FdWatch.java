package io.nettycurl.netty.engine;

import io.netty.channel.IoEvent;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlWaitFd;
import io.nettycurl.netty.loop.CallerLoop;

/**
 * Owned by the thread that polls. Waits for a descriptor that is not this loop's along with the
 * loop's own, where the loop stands on epoll.
 */
final class FdWatch implements EpollIoHandle {
  private final CurlWaitFd wanted;
  private final FileDescriptor descriptor;
  private final Runnable whenReady;
  private IoRegistration registration;

  private FdWatch(CurlWaitFd wanted, Runnable whenReady) {
    this.wanted = wanted;
    this.descriptor = new FileDescriptor(wanted.socket().fd());
    this.whenReady = whenReady;
  }

  /**
   * Starts to wait.
   *
   * @param loop on epoll; the caller is in
   * @param wanted what for
   * @param whenReady told while the loop polls
   */
  static FdWatch start(CallerLoop loop, CurlWaitFd wanted, Runnable whenReady) {
    FdWatch watch = new FdWatch(wanted, whenReady);
    watch.registration = loop.register(watch).getNow();
    boolean in = (wanted.events() & CurlSymbols.CURL_WAIT_POLLIN) != 0;
    boolean out = (wanted.events() & CurlSymbols.CURL_WAIT_POLLOUT) != 0;
    EpollIoOps ops = in ? EpollIoOps.EPOLLIN : EpollIoOps.NONE;
    watch.registration.submit(out ? ops.with(EpollIoOps.EPOLLOUT) : ops);
    return watch;
  }

  @Override
  public FileDescriptor fd() {
    return descriptor;
  }

  @Override
  public void handle(IoRegistration mine, IoEvent event) {
    EpollIoOps ops = ((EpollIoEvent) event).ops();
    long seen = ops.contains(EpollIoOps.EPOLLIN) ? CurlSymbols.CURL_WAIT_POLLIN : 0;
    seen |= ops.contains(EpollIoOps.EPOLLOUT) ? CurlSymbols.CURL_WAIT_POLLOUT : 0;
    wanted.revents(seen == 0 ? wanted.events() : seen);
    whenReady.run();
  }

  void stop() {
    registration.cancel();
  }

  /** The descriptor is somebody else's, and stays open. */
  @Override
  public void close() {
    registration.cancel();
  }
}
