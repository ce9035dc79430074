package io.nettycurl.ftp.data;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownReadComplete;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.TransferContext;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * Owned by the loop. The data channel of one transfer, from the wish for it to its end. What comes
 * in before the server said that the transfer starts is kept back.
 */
public final class DataConnection extends ChannelInboundHandlerAdapter
    implements ConnectionContext.AcceptListener {
  private static final long LEAVE_SECONDS = 2;

  private final DataEvents events;
  private final boolean tls;
  private final TicketMemory tickets;
  private final SocketAddress server;
  private final ArrayDeque<ByteBuf> early = new ArrayDeque<>();
  private Runnable giveUp;
  private ConnectionContext securing;
  private Channel channel;
  private DataFlow flow;
  private TicketWatch ticket;
  private boolean started;
  private boolean secured;
  private boolean ended;
  private boolean endedCleanly;
  private boolean paused;
  private boolean closed;

  /**
   * A data channel that is to be.
   *
   * @param events told what becomes of it
   * @param tls whether data goes over TLS
   * @param tickets which servers send tickets
   * @param server the peer of the control connection; null if that is not known
   */
  public DataConnection(
      DataEvents events, boolean tls, TicketMemory tickets, SocketAddress server) {
    this.events = events;
    this.tls = tls;
    this.tickets = tickets;
    this.server = server;
    this.secured = !tls;
  }

  /**
   * Begins to connect.
   *
   * @param connection the control connection
   * @param host null for its peer
   * @param port the port
   */
  public void open(ConnectionContext connection, String host, int port) {
    begun(connection.openData(host, port, tls, this));
  }

  /**
   * Begins to listen for the server to connect.
   *
   * @param connection the control connection
   * @param host where to listen; null for our end of the control connection
   * @param firstPort the first port to try; 0 for any
   * @param lastPort the last one
   */
  public void accept(ConnectionContext connection, String host, int firstPort, int lastPort) {
    begun(connection.acceptData(host, firstPort, lastPort, tls, this));
  }

  private void begun(Runnable cancel) {
    if (closed) {
      cancel.run();
    } else {
      giveUp = cancel;
    }
  }

  @Override
  public void listening(InetSocketAddress address) {
    if (!closed) {
      events.dataListening(address);
    }
  }

  @Override
  public void connected(Channel newChannel) {
    if (closed) {
      newChannel.close();
      return;
    }
    channel = newChannel;
    channel.pipeline().addLast(this);
    applyReading();
    if (securing != null) {
      securing.secureData(channel);
    }
    events.dataConnected();
    startFlow();
  }

  /**
   * Turns TLS on, if data goes over TLS, as soon as there is a channel.
   *
   * @param connection the control connection
   */
  public void secure(ConnectionContext connection) {
    if (!tls || closed) {
      return;
    }
    if (channel == null) {
      securing = connection;
    } else {
      connection.secureData(channel);
    }
  }

  @Override
  public void secured(Channel securedChannel) {
    secured = true;
    ticket = TicketWatch.on(securedChannel);
    startFlow();
  }

  @Override
  public void failed(CurlCode code, String message) {
    if (!closed) {
      events.dataRefused(code, message);
    }
  }

  /**
   * Delivers what comes in; the server said that the transfer starts.
   *
   * @param transfer whose
   * @param limit ends after so many bytes; -1 to go on to the end of the data
   */
  public void receive(TransferContext transfer, long limit) {
    begin(new Download(transfer, events, limit));
  }

  /**
   * Sends a body; the server said that the transfer starts.
   *
   * @param transfer whose
   * @param source where the bytes come from
   */
  public void send(TransferContext transfer, BodySource source) {
    begin(new Upload(transfer, events, source, () -> tickets.expects(server) ? ticket : null));
  }

  private void begin(DataFlow newFlow) {
    flow = newFlow;
    startFlow();
  }

  private void startFlow() {
    if (flow == null || channel == null || !secured || started || closed) {
      return;
    }
    started = true;
    flow.start(channel);
    while (!early.isEmpty() && !closed) {
      flow.received(early.poll());
    }
    applyReading();
    if (ended && !closed) {
      flow.ended(endedCleanly);
    }
  }

  /**
   * Stops or goes on with reading.
   *
   * @param pause whether to stop
   */
  public void pause(boolean pause) {
    paused = pause;
    applyReading();
  }

  /** Before the transfer starts one piece is enough to know that there is more. */
  private void applyReading() {
    if (channel == null || ended) {
      return;
    }
    boolean read = !paused && (started || early.isEmpty());
    if (channel.config().isAutoRead() != read) {
      channel.config().setAutoRead(read);
    }
  }

  /** The source of an upload may have something again. */
  public void resumeSend() {
    if (started && !closed) {
      flow.resume();
    }
  }

  /** Whether it took up a TLS session without bringing the next: an upload without a ticket. */
  public boolean lacksTicket() {
    return ticket != null && flow != null && flow.sentAll() && !ticket.hasSeenTicket();
  }

  /** Drops the channel, whatever goes on over it. */
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (flow != null) {
      flow.stop();
    }
    while (!early.isEmpty()) {
      early.poll().release();
    }
    if (channel == null) {
      if (giveUp != null) {
        giveUp.run();
      }
    } else if (tls && flow != null && flow.sentAll()) {
      leave();
    } else {
      channel.close();
    }
  }

  /**
   * The server's confirmation on the control connection may be read before what it sent here: with
   * TLS 1.3 those are the tickets that the next data connection needs. The server closes next.
   */
  private void leave() {
    channel.config().setAutoRead(true);
    channel.eventLoop().schedule(() -> channel.close(), LEAVE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (closed || !(message instanceof ByteBuf)) {
      ReferenceCountUtil.release(message);
      return;
    }
    ByteBuf data = (ByteBuf) message;
    if (started) {
      flow.received(data);
    } else {
      early.add(data);
      applyReading();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (started && !closed) {
      flow.readComplete();
    }
    ctx.fireChannelReadComplete();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (started && !closed && ctx.channel().isWritable()) {
      flow.resume();
    }
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslCloseCompletionEvent) {
      // Some servers wait for the answer to their close_notify before they confirm the transfer.
      end(((SslCloseCompletionEvent) event).isSuccess());
      ctx.close();
    } else if (event instanceof ChannelInputShutdownReadComplete) {
      end(!tls);
      if (closed) {
        ctx.close();
      }
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (ticket != null && flow != null && flow.sentAll()) {
      tickets.learn(server, ticket.hasSeenTicket());
    }
    end(!tls);
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (closed) {
      return;
    }
    if (started) {
      flow.broken(cause);
    } else {
      ended = true;
      endedCleanly = false;
      ctx.close();
    }
  }

  private void end(boolean clean) {
    if (ended || closed) {
      return;
    }
    ended = true;
    endedCleanly = clean;
    if (started) {
      flow.ended(clean);
    }
  }
}
