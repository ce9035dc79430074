package io.nettycurl.netty.transfer;

import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.delivery.Delivery;
import io.nettycurl.netty.loop.Timers;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.spi.BodyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Owned by the loop. What goes out for one transfer: the sources of its bodies, and when sending
 * has to stop.
 */
final class Outgoing {
  private final Transfer transfer;
  private final Delivery delivery;
  private final Progress progress;
  private final RateLimit rate = new RateLimit();
  private final Resume resume = new Resume();
  private final List<BodySource> sources = new ArrayList<>(1);
  private boolean paused;
  private boolean finished;
  private Delivery.Move moveFirst;

  Outgoing(Transfer transfer, Delivery delivery, Progress progress) {
    this.transfer = transfer;
    this.delivery = delivery;
    this.progress = progress;
  }

  /** Sending goes on after the rate limit stopped it. */
  private final class Resume extends Timers.Entry {
    @Override
    protected void expired() {
      resume();
    }
  }

  void start(long now) {
    paused = false;
    moveFirst = null;
    rate.start(transfer.options().number(CurlOpt.MAX_SEND_SPEED_LARGE), now);
  }

  void startHop() {
    finished = false;
  }

  void endHop() {
    for (BodySource source : sources) {
      source.close();
    }
    sources.clear();
    if (resume.isSet()) {
      transfer.core().timers().clear(resume);
    }
  }

  BodySource open(BodyReader reader) {
    BodySource source = new UploadSource(this, reader, delivery);
    sources.add(source);
    return source;
  }

  /**
   * The user's thread is to move the body before it reads on; it may be the next hop's source that
   * has it read.
   */
  void moveFirst(Delivery.Move move) {
    moveFirst = move;
  }

  /** Where the body is to be moved before it is read; null if it stays. */
  Delivery.Move takeMove() {
    Delivery.Move move = moveFirst;
    moveFirst = null;
    return move;
  }

  boolean isPaused() {
    return paused;
  }

  /** The user paused, or goes on. */
  void pause(boolean pause) {
    boolean goOn = paused && !pause;
    paused = pause;
    if (goOn) {
      resume();
    }
  }

  void resume() {
    if (transfer.isStarted()) {
      transfer.exchange().resumeSend();
    }
  }

  /**
   * Whether the rate limit lets more bytes go; if not, sending goes on by itself later.
   *
   * @return false to send nothing now
   */
  boolean mayGo() {
    long now = transfer.core().nanoTime();
    long wait = rate.waitTime(now);
    if (wait > 0) {
      transfer.core().timers().set(resume, now + wait);
    }
    return wait == 0;
  }

  int piece(int wanted) {
    return rate.piece(wanted);
  }

  void count(int bytes) {
    rate.count(bytes, transfer.core().nanoTime());
  }

  void failed(String message) {
    transfer.log().failed(message);
  }

  /** Has a reader moved where the user's code runs. */
  void move(BodyReader reader, Delivery.Move move, Consumer<Long> answer) {
    delivery.ask(() -> transfer.user().move(reader, move), answer);
  }

  /** Runs user code that answers with a number. */
  long callingUser(boolean isUserCode, LongSupplier call) {
    return isUserCode ? transfer.core().callingUser(call) : call.getAsLong();
  }

  void done() {
    if (!finished) {
      finished = true;
      progress.reached(CurlInfo.POSTTRANSFER_TIME_T, transfer.core().nanoTime());
    }
  }
}
