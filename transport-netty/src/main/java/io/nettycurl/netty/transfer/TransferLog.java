package io.nettycurl.netty.transfer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.delivery.UserSide;
import io.nettycurl.option.CurlOpt;

/** Owned by the loop. What one transfer tells about itself: its trace and its error text. */
final class TransferLog {
  private final Transfer transfer;
  private boolean verbose;
  private CurlCode refusal;

  TransferLog(Transfer transfer) {
    this.transfer = transfer;
  }

  void start() {
    transfer.state().errorBuffer().clear();
    verbose = transfer.options().on(CurlOpt.VERBOSE);
    refusal = null;
  }

  /** Whether anybody wants the trace; what it costs to make a text is saved otherwise. */
  boolean verbose() {
    return verbose;
  }

  void info(String text) {
    if (verbose) {
      trace(CurlSymbols.CURLINFO_TEXT, Unpooled.wrappedBuffer(UserSide.traceLine(text)));
    }
  }

  /**
   * Shows the user what goes on. Whoever has something to show is in the middle of something, so
   * that a refusal ends the transfer a little later.
   */
  void trace(long type, ByteBuf data) {
    CurlCode code = verbose ? transfer.delivery().debug(type, data) : CurlCode.OK;
    if (code != CurlCode.OK && refusal == null) {
      refusal = code;
      transfer.later(() -> transfer.abort(code));
    }
  }

  /** What the user answered to the trace if he wants no more; null if he does. */
  CurlCode refusal() {
    return refusal;
  }

  /** Keeps the text that tells what went wrong; the first one stays. */
  void failed(String message) {
    if (message != null) {
      boolean first = transfer.state().errorBuffer().text().isEmpty();
      transfer.state().errorBuffer().fail(message);
      if (first) {
        info(message);
      }
    }
  }

  /** What went wrong is put right, and must not stand for what goes wrong later. */
  void forgiven() {
    transfer.state().errorBuffer().clear();
  }
}
