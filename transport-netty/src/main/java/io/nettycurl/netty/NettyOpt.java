package io.nettycurl.netty;

import io.nettycurl.option.EasyOption;
import io.nettycurl.option.MultiOption;
import io.nettycurl.option.OptionType;

/** Options of this engine's own, beside libcurl's. */
public final class NettyOpt {
  /**
   * Takes the body as {@code ByteBuf}; wins over WRITEFUNCTION.
   *
   * <p>Default: null. Protocols: all.
   */
  public static final EasyOption<ByteBufWriteCallback> BYTEBUF_WRITEFUNCTION =
      EasyOption.own(
          "NETTY_BYTEBUF_WRITEFUNCTION",
          1000,
          OptionType.FUNCTION,
          ByteBufWriteCallback.class,
          null);

  /**
   * Gives an upload or the body of a request as {@code ByteBuf}; wins over READFUNCTION.
   * SEEKFUNCTION is asked as with that. With CRLF, and over FTP with TRANSFERTEXT, bytes are copied
   * all the same, as their number changes.
   *
   * <p>Default: null. Protocols: all.
   */
  public static final EasyOption<ByteBufReadCallback> BYTEBUF_READFUNCTION =
      EasyOption.own(
          "NETTY_BYTEBUF_READFUNCTION", 1002, OptionType.FUNCTION, ByteBufReadCallback.class, null);

  /**
   * Whether TIMEOUT_MS, TIMEOUT, CONNECTTIMEOUT_MS and CONNECTTIMEOUT start to run only when the
   * transfer leaves the queue in which a limit on connections held it up; libcurl has them run
   * there too. For whoever queues far more than its connections can carry at once. Time in the
   * queue before a later hop counts. 1 or 0.
   *
   * <p>Default: 0. Protocols: all.
   */
  public static final EasyOption<Long> TIMEOUT_AFTER_QUEUE =
      EasyOption.own("NETTY_TIMEOUT_AFTER_QUEUE", 1001, OptionType.LONG, Long.class, 0L);

  /**
   * How many I/O events one perform handles before it returns CURLM_CALL_MULTI_PERFORM, so that the
   * caller's own loop stays responsive. 0 for no bound: perform then handles all there is. Only for
   * multis driven by their caller and for those on a group; 0 or more, otherwise
   * BAD_FUNCTION_ARGUMENT.
   *
   * <p>Default: 0.
   */
  public static final MultiOption<Long> WORK_BUDGET =
      MultiOption.own("NETTY_WORK_BUDGET", 1000, Long.class, 0L);

  private NettyOpt() {}
}
