package io.nettycurl.netty.transfer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.delivery.Delivery;
import io.nettycurl.netty.loop.Timers;
import io.nettycurl.netty.spi.BodyWriter;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.option.CurlOpt;

/**
 * Owned by the loop. What comes in for one transfer, on its way to the delivery: header lines, the
 * body's phases, and when reading has to stop.
 */
final class Incoming {
  private final Transfer transfer;
  private final Delivery delivery;
  private final Progress progress;
  private final BodyPath bodyPath;
  private final RateLimit rate = new RateLimit();
  private final Resume resume = new Resume();
  private boolean rateStopped;
  private boolean stopped;

  Incoming(Transfer transfer, Delivery delivery, Progress progress) {
    this.transfer = transfer;
    this.delivery = delivery;
    this.progress = progress;
    this.bodyPath = new BodyPath(transfer);
  }

  /** Receiving goes on after the rate limit stopped it. */
  private final class Resume extends Timers.Entry {
    @Override
    protected void expired() {
      rateStopped = false;
      update();
    }
  }

  void start(long now) {
    rateStopped = false;
    rate.start(transfer.options().number(CurlOpt.MAX_RECV_SPEED_LARGE), now);
  }

  boolean isLimited() {
    return rate.isOn();
  }

  void startHop(boolean pausable) {
    stopped = false;
    delivery.pausable(pausable);
    bodyPath.start();
  }

  void endHop() {
    bodyPath.close();
    if (resume.isSet()) {
      transfer.core().timers().clear(resume);
    }
  }

  /** Lets reading go on, as the connection is to be used by others. */
  void letGo() {
    if (stopped) {
      stopped = false;
      transfer.exchange().pauseReceive(false);
    }
  }

  /** Stops or goes on with reading, as pauses, the rate limit and the queue's fill demand. */
  void update() {
    boolean stop = delivery.isPaused() || rateStopped;
    if (stop != stopped && transfer.isStarted()) {
      stopped = stop;
      transfer.exchange().pauseReceive(stop);
    }
  }

  CurlCode header(byte[] line, int offset, int length, HeaderKind kind) {
    responseStarted();
    count(line, offset, length, kind);
    CurlCode code = delivery.header(line, offset, length, kind);
    if (code == CurlCode.OK) {
      update();
    }
    return code;
  }

  /** The first byte of the response came; the clock is asked once, however many lines follow. */
  void responseStarted() {
    if (!progress.hasResponseStarted()) {
      progress.responseStarted(transfer.core().nanoTime());
    }
  }

  /** A proxy's line: there is no exchange yet. */
  CurlCode proxyHeader(byte[] line, int offset, int length) {
    count(line, offset, length, HeaderKind.CONNECT);
    return delivery.header(line, offset, length, HeaderKind.CONNECT);
  }

  /** Trailers are told apart from the head, and only HTTP has headers, as in libcurl. */
  private void count(byte[] line, int offset, int length, HeaderKind kind) {
    if (kind == HeaderKind.PSEUDO) {
      return;
    }
    boolean counts =
        switch (kind) {
          case TRAILER, REPLY, SYNTHETIC, LOCAL -> false;
          default -> true;
        };
    if (counts) {
      transfer.infos().add(CurlInfo.HEADER_SIZE, length);
    }
    if (transfer.log().verbose()) {
      transfer
          .log()
          .trace(CurlSymbols.CURLINFO_HEADER_IN, Unpooled.wrappedBuffer(line, offset, length));
    }
  }

  void addWriter(BodyWriter writer) {
    bodyPath.add(writer);
  }

  CurlCode body(ByteBuf data) {
    responseStarted();
    int length = data.readableBytes();
    progress.addReceived(length);
    long until = rate.isOn() ? stopUntil(length) : 0;
    CurlCode code = bodyPath.enter(data);
    if (code == CurlCode.OK) {
      if (until != 0) {
        rateStopped = true;
        transfer.core().timers().set(resume, until);
      }
      update();
    }
    return code;
  }

  /** When receiving may go on; 0 for at once. */
  private long stopUntil(int length) {
    long now = transfer.core().nanoTime();
    long wait = rate.count(length, now);
    return wait > 0 ? now + wait : 0;
  }

  CurlCode bodyDone() {
    return bodyPath.finish();
  }
}
