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
