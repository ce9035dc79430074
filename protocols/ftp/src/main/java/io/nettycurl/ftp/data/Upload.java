package io.nettycurl.ftp.data;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.FileRegion;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.netty.spi.TransferTimer;
import java.util.function.Supplier;

/** Owned by the loop. Data from the user to the server. */
final class Upload implements DataFlow {
  private static final int PIECE = 64 * 1024;
  private static final int TICKET_WAIT_MS = 1500;

  private final TransferContext transfer;
  private final DataEvents events;
  private final BodySource source;
  private Channel channel;
  private boolean sendsRegions;

  /** The channel does not count a region among what waits to be written: one at a time. */
  private boolean regionUnderWay;

  private long sent;
  private boolean sending;
  private boolean exhausted;
  private boolean over;
  private boolean complete;
  private final Supplier<TicketWatch> tickets;
  private TicketWatch ticket;
  private TransferTimer ticketTimer;

  /**
   * An upload.
   *
   * @param source where the bytes come from
   */
  Upload(
      TransferContext transfer,
      DataEvents events,
      BodySource source,
      Supplier<TicketWatch> tickets) {
    this.transfer = transfer;
    this.events = events;
    this.source = source;
    this.tickets = tickets;
  }

  @Override
  public void start(Channel newChannel) {
    channel = newChannel;
    sendsRegions = !transfer.verbose() && channel.pipeline().get(SslHandler.class) == null;
    ticket = tickets.get();
    resume();
  }

  @Override
  public void resume() {
    // A flush may tell of room to write before it returns.
    if (sending) {
      return;
    }
    sending = true;
    boolean any = false;
    while (!over && !exhausted && !regionUnderWay && channel.isWritable() && sendPiece()) {
      any = true;
    }
    sending = false;
    if (any && !over && !exhausted) {
      channel.flush();
    }
    if (exhausted && !over) {
      closeOutput();
    }
  }

  private boolean sendPiece() {
    FileRegion region = sendsRegions ? source.takeRegion(BodySource.REGION) : null;
    if (region != null) {
      write(region);
      return true;
    }
    ByteBuf given = source.take(PIECE);
    if (given != null) {
      write(given);
      return true;
    }
    ByteBuf piece = transfer.pieceBuffer(PIECE);
    int count = source.read(piece, PIECE);
    if (count > 0) {
      write(piece);
      return true;
    }
    piece.release();
    if (count == BodySource.END) {
      exhausted = true;
    } else if (count == BodySource.FAILED) {
      over = true;
      events.dataBroken(source.failure(), null);
    }
    return false;
  }

  private void write(ByteBuf piece) {
    int length = piece.readableBytes();
    if (transfer.verbose()) {
      transfer.debug(CurlSymbols.CURLINFO_DATA_OUT, piece);
    }
    channel.write(piece).addListener(future -> written(future, length));
  }

  private void write(FileRegion region) {
    int length = (int) region.count();
    regionUnderWay = true;
    channel
        .write(region)
        .addListener(
            future -> {
              regionUnderWay = false;
              written(future, length);
              if (!over) {
                resume();
              }
            });
  }

  private void written(Future<?> future, int length) {
    if (over) {
      return;
    }
    if (future.isSuccess()) {
      sent += length;
      transfer.uploaded(length);
      transfer.requestSent(length);
    } else {
      broken(future.cause());
    }
  }

  @Override
  public void broken(Throwable cause) {
    if (!over) {
      over = true;
      events.dataBroken(CurlCode.SEND_ERROR, "Sending data failed: " + cause.getMessage());
    }
  }

  /** Everything written before is out once the empty piece is. */
  private void closeOutput() {
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            future -> {
              if (over) {
                return;
              }
              if (!future.isSuccess()) {
                broken(future.cause());
                return;
              }
              transfer.uploadDone();
              awaitTicket();
            });
  }

  private void awaitTicket() {
    if (ticket == null || ticket.hasSeen()) {
      end();
    } else {
      ticketTimer = transfer.schedule(this::end, TICKET_WAIT_MS);
    }
  }

  private void end() {
    if (over) {
      return;
    }
    over = true;
    complete = true;
    if (ticketTimer != null) {
      ticketTimer.cancel();
    }
    endOutput();
    events.dataEnded(sent);
  }

  @Override
  public void readComplete() {
    if (ticketTimer != null && ticket.hasSeen()) {
      end();
    }
  }

  /** Only the sending side: closing all with bytes unread would reset what is under way. */
  private void endOutput() {
    SslHandler ssl = channel.pipeline().get(SslHandler.class);
    if (ssl == null) {
      shutdown();
    } else {
      ChannelHandlerContext context = channel.pipeline().context(ssl);
      ChannelFuture closed = ssl.closeOutbound();
      context.flush();
      closed.addListener(future -> shutdown());
    }
  }

  private void shutdown() {
    if (channel instanceof DuplexChannel) {
      ((DuplexChannel) channel).shutdownOutput();
    } else {
      channel.close();
    }
  }

  @Override
  public void received(ByteBuf data) {
    data.release();
  }

  @Override
  public void ended(boolean clean) {
    if (!over) {
      over = true;
      events.dataBroken(CurlCode.SEND_ERROR, "The server closed the data connection");
    }
  }

  @Override
  public boolean sentAll() {
    return complete;
  }

  @Override
  public void stop() {
    over = true;
  }
}
