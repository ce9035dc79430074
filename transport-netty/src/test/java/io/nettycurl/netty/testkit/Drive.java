package io.nettycurl.netty.testkit;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.netty.NettyCurl;
import io.nettycurl.netty.loop.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The ways to drive a multi, so that one test body can run over all of them. */
public enum Drive {
  /** The thread that calls perform, on the best transport. */
  CALLER {
    @Override
    public Driven open() {
      return new Polled(CurlMulti.init(), null);
    }
  },
  /** The thread that calls perform, on NIO. */
  CALLER_NIO {
    @Override
    public Driven open() {
      return new Polled(NettyCurl.nioMulti(), null);
    }
  },
  /** The loops of a group. */
  GROUP {
    @Override
    public Driven open() {
      MultiThreadIoEventLoopGroup group =
          new MultiThreadIoEventLoopGroup(2, Transport.preferred().newIoHandlerFactory(0));
      return new Polled(NettyCurl.groupMulti(group), group);
    }
  },
  /** A server's own loop. */
  EMBEDDED {
    @Override
    public Driven open() {
      return new Embedded(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()));
    }
  };

  /** A multi of this kind, with what it needs. */
  public abstract Driven open();

  /** A multi, and how to use it from a test's thread. */
  public interface Driven extends AutoCloseable {
    /** The multi; to be used inside {@link #call} only. */
    CurlMulti multi();

    /** Runs something where the multi may be used. */
    <T> T call(Callable<T> code);

    /** The next completion; null if none comes in time. */
    CurlMessage next(Duration limit);

    /** Drives on for a while, or until the condition holds. */
    void until(Duration limit, Callable<Boolean> condition);

    @Override
    void close();

    /** Adds handles. */
    default void add(CurlEasy... handles) {
      for (CurlEasy easy : handles) {
        CurlMultiCode code = call(() -> multi().addHandle(easy));
        if (code != CurlMultiCode.OK) {
          throw new AssertionError("addHandle: " + code);
        }
      }
    }

    /** Takes a handle out. */
    default CurlMultiCode remove(CurlEasy easy) {
      return call(() -> multi().removeHandle(easy));
    }

    /** Adds a handle, runs it to its end, takes it out. */
    default CurlMessage run(CurlEasy easy, Duration limit) {
      add(easy);
      CurlMessage message = next(limit);
      if (message == null) {
        throw new AssertionError("no message within " + limit);
      }
      remove(easy);
      return message;
    }

    /** The next so many completions. */
    default List<CurlMessage> take(int count, Duration limit) {
      List<CurlMessage> all = new ArrayList<>();
      while (all.size() < count) {
        CurlMessage message = next(limit);
        if (message == null) {
          throw new AssertionError("only " + all.size() + " of " + count + " messages");
        }
        all.add(message);
      }
      return all;
    }
  }

  private static <T> T run(Callable<T> code) {
    try {
      return code.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Driven by perform and poll on the test's thread. */
  private static final class Polled implements Driven {
    private final CurlMulti multi;
    private final MultiThreadIoEventLoopGroup group;

    private Polled(CurlMulti multi, MultiThreadIoEventLoopGroup group) {
      this.multi = multi;
      this.group = group;
    }

    @Override
    public CurlMulti multi() {
      return multi;
    }

    @Override
    public <T> T call(Callable<T> code) {
      return Drive.run(code);
    }

    @Override
    public CurlMessage next(Duration limit) {
      long deadline = System.nanoTime() + limit.toNanos();
      while (true) {
        CurlMessage message = multi.infoRead();
        if (message != null || System.nanoTime() - deadline > 0) {
          return message;
        }
        step(deadline);
      }
    }

    private void step(long deadline) {
      CurlMultiCode code = multi.perform();
      if (code != CurlMultiCode.OK && code != CurlMultiCode.CALL_MULTI_PERFORM) {
        throw new AssertionError("perform: " + code);
      }
      if (code == CurlMultiCode.OK && multi.msgsInQueue() == 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        multi.poll((int) Math.max(0, Math.min(50, left)));
      }
    }

    @Override
    public void until(Duration limit, Callable<Boolean> condition) {
      long deadline = System.nanoTime() + limit.toNanos();
      while (!Drive.run(condition) && System.nanoTime() - deadline < 0) {
        step(deadline);
      }
    }

    @Override
    public void close() {
      multi.close();
      if (group != null) {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
      }
    }
  }

  /** On a loop with a thread of its own; the test's thread only asks and waits. */
  private static final class Embedded implements Driven {
    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;
    private final BlockingQueue<CurlMessage> messages = new LinkedBlockingQueue<>();
    private final CurlMulti multi;

    private Embedded(MultiThreadIoEventLoopGroup group) {
      this.group = group;
      this.loop = group.next();
      this.multi = NettyCurl.embeddedMulti(loop, messages::add);
    }

    @Override
    public CurlMulti multi() {
      return multi;
    }

    @Override
    public <T> T call(Callable<T> code) {
      try {
        return loop.submit(code).get();
      } catch (InterruptedException | ExecutionException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public CurlMessage next(Duration limit) {
      try {
        return messages.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void until(Duration limit, Callable<Boolean> condition) {
      long deadline = System.nanoTime() + limit.toNanos();
      while (!call(condition) && System.nanoTime() - deadline < 0) {
        Thread.onSpinWait();
      }
    }

    @Override
    public void close() {
      call(multi::cleanup);
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }
}
