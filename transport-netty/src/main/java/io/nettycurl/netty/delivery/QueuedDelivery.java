package io.nettycurl.netty.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ReferenceCountUtil;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.spi.BodyReader;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Owned by the loop. Hands everything over to the user's thread through a queue; what the callbacks
 * answer comes back as a task for the loop. Above the high-water mark, its own or the queue's,
 * reading stops, so the queue cannot grow without bound; a transfer that has nothing in the queue
 * may always add to it, so that none is kept out by the others. The other way there is never more
 * than one piece of an upload read ahead.
 */
public final class QueuedDelivery implements Delivery {
  /** Bytes of one transfer in the queue, above which reading stops. */
  private static final int HIGH_WATER = 256 * 1024;

  private static final int LOW_WATER = HIGH_WATER / 2;

  /** What happens on the loop when the user's side reports something. */
  public interface Feedback {
    /** A callback ended the transfer. */
    void aborted(CurlCode code);

    /** Whether reading may go on has changed. */
    void flowChanged();
  }

  private final UserSide user;
  private final DeliveryQueue queue;
  private Executor loop;
  private final AtomicInteger queuedBytes = new AtomicInteger();
  private final AtomicInteger queuedProgress = new AtomicInteger();
  private Feedback feedback;
  private final AtomicInteger epoch = new AtomicInteger();
  private final Queue<Runnable> lastWords = new ConcurrentLinkedQueue<>();
  private volatile boolean userPaused;
  private volatile boolean stopped;
  private CurlCode userResult = CurlCode.OK;

  /**
   * A way through a queue.
   *
   * @param user whose callbacks; used on the user's thread only
   * @param queue the multi's
   */
  public QueuedDelivery(UserSide user, DeliveryQueue queue) {
    this.user = user;
    this.queue = queue;
  }

  /**
   * Who hears what the user's side reports.
   *
   * @param listener called on the loop
   * @param where runs tasks on the loop that the transfer lives on
   */
  public void feedback(Feedback listener, Executor where) {
    feedback = listener;
    loop = where;
  }

  /** Runs on the user's thread unless the transfer was removed meanwhile. */
  private void post(Runnable event, Runnable dropped) {
    int mine = epoch.get();
    queue.add(
        () -> {
          if (mine == epoch.get()) {
            event.run();
          } else {
            dropped.run();
          }
        });
  }

  private void post(Runnable event) {
    post(event, () -> {});
  }

  /** One that carries something, which counts until it is taken. */
  private void post(int bytes, Runnable event, Runnable dropped) {
    queuedBytes.addAndGet(bytes);
    queue.grow(bytes);
    post(
        () -> {
          boolean before = user.writer().isPaused();
          event.run();
          int left = queuedBytes.addAndGet(-bytes);
          queue.shrink(bytes);
          boolean low = left == 0 || left <= LOW_WATER && left + bytes > LOW_WATER;
          report(low && stopped || before != user.writer().isPaused());
        },
        () -> {
          queue.shrink(bytes);
          dropped.run();
        });
    if (queue.isFull()) {
      queue.tellWhenLow(this);
    }
  }

  /** The queue as a whole is low again. */
  void queueLow() {
    report(true);
  }

  /** On the user's thread: tells the loop what a callback's answer means. */
  private void judge(CurlCode code) {
    userPaused = user.writer().isPaused();
    if (code != CurlCode.OK && userResult == CurlCode.OK) {
      userResult = code;
      int mine = epoch.get();
      loop.execute(
          () -> {
            if (mine == epoch.get()) {
              feedback.aborted(code);
            }
          });
    }
  }

  private void report(boolean changed) {
    if (changed) {
      int mine = epoch.get();
      loop.execute(
          () -> {
            if (mine == epoch.get()) {
              feedback.flowChanged();
            }
          });
    }
  }

  @Override
  public void begin() {
    epoch.incrementAndGet();
    userPaused = false;
    queuedBytes.set(0);
    stopped = false;
    queuedProgress.set(0);
    post(
        () -> {
          userResult = CurlCode.OK;
          user.writer().begin(true);
        });
  }

  @Override
  public void nextRequest() {
    post(user.writer()::nextRequest);
  }

  @Override
  public void pausable(boolean may) {
    post(() -> user.writer().pausable(may));
  }

  @Override
  public CurlCode header(byte[] line, int offset, int length, HeaderKind kind) {
    byte[] copy = new byte[length];
    System.arraycopy(line, offset, copy, 0, length);
    post(
        length,
        () -> {
          if (userResult == CurlCode.OK) {
            judge(user.writer().header(copy, 0, copy.length, kind));
          }
        },
        () -> {});
    return CurlCode.OK;
  }

  @Override
  public CurlCode body(ByteBuf data) {
    post(
        data.readableBytes(),
        () -> {
          if (userResult == CurlCode.OK) {
            judge(user.writer().body(data));
          } else {
            data.release();
          }
        },
        data::release);
    return CurlCode.OK;
  }

  @Override
  public CurlCode debug(long type, ByteBuf data) {
    ByteBuf copy = data.copy();
    post(
        copy.readableBytes(),
        () -> {
          judge(user.debug(type, copy));
          copy.release();
        },
        copy::release);
    return CurlCode.OK;
  }

  /** Only the newest matters, so there is never more than one on the way. */
  @Override
  public CurlCode progress(long dltotal, long dlnow, long ultotal, long ulnow) {
    if (queuedProgress.getAndIncrement() == 0) {
      post(
          () -> {
            queuedProgress.set(0);
            judge(user.progress(dltotal, dlnow, ultotal, ulnow));
          });
    }
    return CurlCode.OK;
  }

  @Override
  public <T> void ask(Supplier<T> question, Consumer<T> answer) {
    post(
        () -> {
          if (userResult == CurlCode.OK) {
            T given = question.get();
            loop.execute(() -> answer.accept(given));
          }
        });
  }

  @Override
  public void tell(Runnable telling, Runnable then) {
    queue.add(
        () -> {
          telling.run();
          loop.execute(then);
        });
  }

  @Override
  public void lastWord(Runnable telling) {
    lastWords.add(telling);
    queue.add(this::sayLastWords);
  }

  private void sayLastWords() {
    for (Runnable word = lastWords.poll(); word != null; word = lastWords.poll()) {
      word.run();
    }
  }

  @Override
  public boolean isPaused() {
    if (!isFull()) {
      return userPaused;
    }
    stopped = true;
    // Looked at again: who took it all before that was set had nobody to tell.
    return userPaused || isFull();
  }

  private boolean isFull() {
    int mine = queuedBytes.get();
    return mine > HIGH_WATER || mine > 0 && queue.isFull();
  }

  /** The end is queued behind the data. */
  @Override
  public boolean isDrained() {
    return true;
  }

  @Override
  public boolean readsAtOnce() {
    return false;
  }

  @Override
  public void read(BodyReader reader, Move move, int max, Filled filled) {
    post(
        () -> {
          long moved = move == null ? 0 : user.move(reader, move);
          if (moved != 0) {
            answer(filled, moved, null);
          } else if (reader instanceof ByteBufReader buffers) {
            ByteBuf[] given = new ByteBuf[1];
            long count = user.take(buffers, max, data -> given[0] = data);
            answer(filled, count, given[0]);
          } else {
            ByteBuf buffer = ByteBufAllocator.DEFAULT.directBuffer(max);
            long count = user.read(reader, buffer.nioBuffer(0, max));
            if (count > 0 && count <= max) {
              buffer.writerIndex((int) count);
            }
            answer(filled, count, buffer);
          }
        });
  }

  /** A loop that has ended takes no more tasks. */
  private void answer(Filled filled, long answer, ByteBuf data) {
    try {
      loop.execute(() -> filled.filled(answer, data));
    } catch (RejectedExecutionException e) {
      ReferenceCountUtil.release(data);
    }
  }

  /** On the user's thread: pauses or goes on with receiving. */
  public CurlCode pauseReceive(boolean pause) {
    CurlCode code = user.writer().pause(pause);
    userPaused = user.writer().isPaused();
    if (code != CurlCode.OK && userResult == CurlCode.OK) {
      userResult = code;
    }
    return code;
  }

  /** On the user's thread: what the callbacks made of the transfer, OK or its result. */
  public CurlCode userResult() {
    return userResult;
  }

  /** On the user's thread: whether the callbacks took everything that came out of the queue. */
  public boolean userDrained() {
    return user.writer().isDrained();
  }

  /** On the user's thread, at the end: says what is still to be said, drops what was not taken. */
  public void userDrop() {
    sayLastWords();
    user.writer().drop();
  }

  /** The end is queued behind the data, and drops what the user's side holds. */
  @Override
  public void failed() {}

  @Override
  public void drop() {
    // What the user's side holds is dropped on its own thread; what is queued finds the epoch over.
    epoch.incrementAndGet();
  }

  /** The end of a run: runs on the user's thread, behind everything given before. */
  public void atEnd(Runnable task) {
    queue.add(task);
  }
}
