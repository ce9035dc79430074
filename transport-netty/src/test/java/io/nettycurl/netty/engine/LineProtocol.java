package io.nettycurl.netty.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.netty.spi.ProtocolHandler;
import io.nettycurl.netty.spi.ProtocolProvider;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Any thread. The smallest protocol that uses the engine in full, to test it by: the client sends
 * the path and a line feed; the server answers with a size, a line feed, and so many bytes. With
 * UPLOAD the client sends "PUT", the size and the bytes first.
 */
public final class LineProtocol implements ProtocolProvider {
  private static final Scheme SCHEME = new Scheme("ws", 80, false, true, "line");

  @Override
  public Collection<Scheme> schemes() {
    return List.of(SCHEME);
  }

  @Override
  public Set<EasyOption<?>> options() {
    return Set.of(CurlOpt.UPLOAD);
  }

  @Override
  public Exchange newExchange(TransferContext transfer) {
    return new LineExchange(transfer);
  }

  @Override
  public ProtocolHandler newHandler(ConnectionContext connection) {
    LineHandler handler = new LineHandler(connection);
    connection.channel().pipeline().addLast(handler);
    return handler;
  }

  /** Owned by the loop. */
  private static final class LineExchange implements Exchange {
    private final TransferContext transfer;
    private BodySource upload;

    private LineExchange(TransferContext transfer) {
      this.transfer = transfer;
    }

    @Override
    public CurlCode prepare(ConnectionPlan plan) {
      return CurlCode.OK;
    }

    @Override
    public void pauseReceive(boolean paused) {
      transfer.connection().channel().config().setAutoRead(!paused);
    }

    @Override
    public void resumeSend() {
      pump();
    }

    private void begin() {
      if (transfer.options().on(CurlOpt.UPLOAD)) {
        long size = transfer.options().number(CurlOpt.INFILESIZE_LARGE);
        upload = transfer.openBody(transfer.callbackBody(size));
        send("PUT " + size + "\n");
        pump();
      } else {
        send(transfer.url().path() + "\n");
      }
    }

    private void send(String text) {
      ByteBuf bytes = Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
      transfer.requestSent(bytes.readableBytes());
      transfer.connection().channel().writeAndFlush(bytes);
    }

    private void pump() {
      int count = 1;
      while (upload != null && count > 0) {
        ByteBuf piece = transfer.alloc().directBuffer(4096);
        count = upload.read(piece, 4096);
        if (count > 0) {
          transfer.uploaded(count);
          transfer.connection().channel().writeAndFlush(piece);
        } else {
          piece.release();
        }
      }
      if (count == BodySource.FAILED) {
        CurlCode code = upload.failure();
        upload = null;
        transfer.done(code, false);
      }
    }
  }

  /** Owned by the loop. */
  private static final class LineHandler extends ChannelInboundHandlerAdapter
      implements ProtocolHandler {
    private final ConnectionContext connection;
    private LineExchange current;
    private StringBuilder head = new StringBuilder();
    private long left = -1;

    private LineHandler(ConnectionContext connection) {
      this.connection = connection;
    }

    @Override
    public void start(Exchange exchange) {
      current = (LineExchange) exchange;
      head = new StringBuilder();
      left = -1;
      current.begin();
    }

    @Override
    public boolean cancel(Exchange exchange, CurlCode why) {
      current = null;
      return false;
    }

    @Override
    public boolean alive() {
      return current == null && connection.channel().isActive();
    }

    @Override
    public void close() {
      connection.channel().close();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
      ByteBuf in = (ByteBuf) msg;
      try {
        while (current != null && (in.isReadable() || left == 0)) {
          read(in);
        }
      } finally {
        in.release();
      }
    }

    private void read(ByteBuf in) {
      CurlCode code = CurlCode.OK;
      if (left < 0) {
        char c = (char) in.readByte();
        head.append(c);
        if (c == '\n') {
          byte[] line = head.toString().getBytes(StandardCharsets.US_ASCII);
          left = Long.parseLong(head.toString().trim());
          code = current.transfer.header(line, 0, line.length, HeaderKind.HEADER);
          if (code == CurlCode.OK) {
            code = current.transfer.downloadSize(left);
          }
        }
      } else {
        int length = (int) Math.min(left, in.readableBytes());
        left -= length;
        code = current.transfer.body(in.readRetainedSlice(length));
      }
      if (current != null && (code != CurlCode.OK || left == 0)) {
        finish(code == CurlCode.OK ? current.transfer.bodyDone() : code, code == CurlCode.OK);
      }
    }

    private void finish(CurlCode code, boolean reusable) {
      TransferContext transfer = current.transfer;
      current = null;
      left = -1;
      transfer.done(code, reusable);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      if (current != null) {
        finish(left < 0 ? CurlCode.GOT_NOTHING : CurlCode.PARTIAL_FILE, false);
      }
    }

    @Override
    @SuppressWarnings("deprecation")
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      if (current != null) {
        finish(CurlCode.RECV_ERROR, false);
      }
      ctx.close();
    }
  }
}
