package io.nettycurl.ftp.data;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.spi.TransferContext;

/** Owned by the loop. Data from the server to the user. */
final class Download implements DataFlow {
  private final TransferContext transfer;
  private final DataEvents events;
  private final long limit;
  private Channel channel;
  private long count;
  private boolean over;

  /**
   * A download.
   *
   * @param limit ends after so many bytes; -1 to go on to the end of the data
   */
  Download(TransferContext transfer, DataEvents events, long limit) {
    this.transfer = transfer;
    this.events = events;
    this.limit = limit;
  }

  @Override
  public void start(Channel newChannel) {
    channel = newChannel;
    finishAtLimit();
  }

  @Override
  public void received(ByteBuf data) {
    if (over) {
      discard(data);
      return;
    }
    int length = data.readableBytes();
    boolean excess = limit >= 0 && length > limit - count;
    if (excess) {
      data.writerIndex(data.readerIndex() + (int) (limit - count));
      transfer.info("Excess found in the data, it is dropped");
    }
    count += data.readableBytes();
    if (transfer.verbose()) {
      transfer.debug(CurlSymbols.CURLINFO_DATA_IN, data);
    }
    CurlCode code = transfer.body(data);
    if (over) {
      return;
    }
    if (code != CurlCode.OK) {
      over = true;
      events.dataBroken(code, null);
      return;
    }
    if (excess) {
      channel.close();
    }
    finishAtLimit();
  }

  /** More than was announced: the server has to be stopped. */
  private void discard(ByteBuf data) {
    boolean any = data.isReadable();
    data.release();
    if (any) {
      channel.close();
    }
  }

  private void finishAtLimit() {
    if (!over && count == limit) {
      finish();
    }
  }

  @Override
  public void ended(boolean clean) {
    if (over) {
      return;
    }
    if (clean) {
      finish();
    } else {
      over = true;
      events.dataBroken(CurlCode.RECV_ERROR, "The data connection was cut off");
    }
  }

  @Override
  public void broken(Throwable cause) {
    if (!over) {
      over = true;
      events.dataBroken(CurlCode.RECV_ERROR, "Receiving data failed: " + cause.getMessage());
    }
  }

  private void finish() {
    over = true;
    CurlCode code = transfer.bodyDone();
    if (code == CurlCode.OK) {
      events.dataEnded(count);
    } else {
      events.dataBroken(code, null);
    }
  }

  @Override
  public void resume() {}

  @Override
  public void stop() {
    over = true;
  }
}
