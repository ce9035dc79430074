package io.nettycurl.ftp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.ftp.control.FtpAction;
import io.nettycurl.ftp.control.FtpMachine;
import io.nettycurl.ftp.control.FtpReply;
import io.nettycurl.ftp.control.FtpReplyParser;
import io.nettycurl.ftp.control.FtpSession;
import io.nettycurl.ftp.data.BodySkip;
import io.nettycurl.ftp.data.DataConnection;
import io.nettycurl.ftp.data.DataEvents;
import io.nettycurl.ftp.data.LineFeedWriter;
import io.nettycurl.ftp.data.TicketBudget;
import io.nettycurl.ftp.data.TicketMemory;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.CrlfBodySource;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.netty.spi.ProtocolHandler;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.netty.spi.TransferTimer;
import io.nettycurl.option.CurlOpt;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Owned by the loop. Carries out on a control connection what the machine asks for, and tells it
 * what came of it.
 */
final class FtpHandler implements ProtocolHandler, DataEvents {
  private static final String LINE_END = "\r\n";
  private static final long ACCEPT_MS = 60_000;
  private static final long REPLY_MS = 60_000;

  private final ConnectionContext connection;
  private final TicketMemory tickets;
  private final TicketBudget budget = new TicketBudget();
  private final FtpSession session;
  private final FtpMachine machine;
  private final FtpReplyParser parser = new FtpReplyParser();
  private final ArrayDeque<FtpAction> actions = new ArrayDeque<>();
  private FtpExchange exchange;
  private TransferContext transfer;
  private DataConnection data;
  private BodySkip skip;
  private TransferTimer replyTimer;
  private TransferTimer acceptTimer;
  private final ControlChannelHandler control = new ControlChannelHandler();
  private boolean acting;
  private boolean receivePaused;
  private boolean gone;
  private boolean quitting;

  FtpHandler(ConnectionContext connection, TicketMemory tickets) {
    this.connection = connection;
    this.tickets = tickets;
    session = new FtpSession(connection.tls(), reachedOverIpv6(connection));
    machine = new FtpMachine(session);
    connection.channel().pipeline().addLast(control);
  }

  private static boolean reachedOverIpv6(ConnectionContext connection) {
    InetSocketAddress peer = connection.remoteAddress();
    return !connection.proxied() && peer != null && peer.getAddress() instanceof Inet6Address;
  }

  // One exchange after the other

  @Override
  public void start(Exchange newExchange) {
    exchange = (FtpExchange) newExchange;
    transfer = exchange.transfer();
    receivePaused = transfer.receivePaused();
    exchange.startedOn(this);
    act(machine.start(exchange.request()));
  }

  @Override
  public boolean cancel(Exchange cancelled, CurlCode why) {
    if (cancelled == exchange) {
      machine.abandon();
      release();
    }
    return false;
  }

  @Override
  public boolean alive() {
    return !gone && connection.channel().isActive() && nothingUnexpected();
  }

  private boolean nothingUnexpected() {
    FtpReply late = parser.waiting() ? parser.next((bytes, offset, length) -> CurlCode.OK) : null;
    return (late == null || machine.lateReply(late)) && !parser.waiting();
  }

  @Override
  public void close() {
    Channel channel = connection.channel();
    if (gone || quitting || !session.sane() || !channel.isActive()) {
      channel.close();
      return;
    }
    quitting = true;
    channel.writeAndFlush(encode("QUIT"));
  }

  @Override
  public void handOver() {
    release();
    connection.channel().pipeline().remove(control);
  }

  private void release() {
    actions.clear();
    exchange = null;
    transfer = null;
    skip = null;
    stopTimer();
    if (acceptTimer != null) {
      acceptTimer.cancel();
      acceptTimer = null;
    }
    closeData();
  }

  private void finish(FtpAction.Finish finish) {
    FtpExchange over = exchange;
    budget.used(data == null || !data.lacksTicket());
    boolean reusable = finish.reusable() && !budget.isSpent();
    if (finish.message() != null && finish.code() != CurlCode.OK) {
      transfer.failed(finish.message());
    }
    release();
    over.over(
        finish.code(),
        code -> {
          boolean usable = reusable && (code == finish.code() || !machine.breaks(code));
          over.transfer().done(code, usable && !gone);
        });
  }

  // What the machine asks for

  /** What happens while an action is carried out waits for its turn. */
  private void act(List<FtpAction> more) {
    actions.addAll(more);
    if (acting) {
      return;
    }
    acting = true;
    try {
      while (!actions.isEmpty()) {
        carryOut(actions.poll());
      }
    } finally {
      acting = false;
    }
    readReplies();
  }

  /** What was still to be done is not done any more. */
  private void breakOff(CurlCode code, String message) {
    actions.clear();
    act(machine.broken(code, message));
  }

  private void carryOut(FtpAction action) {
    if (action instanceof FtpAction.Send send) {
      send(send.command());
    } else if (action instanceof FtpAction.Finish finish) {
      finish(finish);
    } else if (action instanceof FtpAction.Header header) {
      deliverHeader(header.line());
    } else if (action instanceof FtpAction.LoggedIn) {
      loggedIn();
    } else if (!carryOutData(action) && !carryOutTls(action)) {
      tell(action);
    }
  }

  private void loggedIn() {
    FtpExchange current = exchange;
    transfer.loggedIn(
        () -> {
          if (current == exchange) {
            act(machine.admitted());
          }
        });
  }

  private boolean carryOutData(FtpAction action) {
    if (action instanceof FtpAction.OpenData open) {
      data = newDataConnection(open.tls());
      data.pause(receivePaused);
      data.open(connection, open.host(), open.port());
    } else if (action instanceof FtpAction.AcceptData accept) {
      accept(accept);
    } else if (action instanceof FtpAction.SecureData) {
      secureData();
    } else if (action instanceof FtpAction.CloseData) {
      closeData();
    } else if (action instanceof FtpAction.ReceiveBody receive) {
      receive(receive);
    } else if (action instanceof FtpAction.SendBody send) {
      send(send);
    } else if (action instanceof FtpAction.SkipBody skip) {
      skipBody(skip.offset());
    } else {
      return false;
    }
    return true;
  }

  private boolean carryOutTls(FtpAction action) {
    FtpExchange current = exchange;
    if (action instanceof FtpAction.StartTls) {
      connection.startTls((code, text) -> tlsChanged(current, code, text));
    } else if (action instanceof FtpAction.StopTls stop) {
      connection.stopTls(stop.sendClose(), (code, text) -> tlsChanged(current, code, text));
    } else {
      return false;
    }
    return true;
  }

  private void tlsChanged(FtpExchange asked, CurlCode code, String text) {
    if (asked == exchange) {
      act(machine.tlsChanged(code, text));
    }
  }

  private void tell(FtpAction action) {
    if (action instanceof FtpAction.Info info) {
      if (transfer.verbose()) {
        transfer.info(readable(info.text()));
      }
    } else if (action instanceof FtpAction.DownloadSize size) {
      // Too large a file is refused by the machine; a size that is only text is no reason to.
      transfer.downloadSize(size.size());
    } else if (action instanceof FtpAction.FileTime time) {
      transfer.infos().set(CurlInfo.FILETIME_T, time.seconds());
    } else if (action instanceof FtpAction.ConditionUnmet) {
      transfer.infos().set(CurlInfo.CONDITION_UNMET, 1L);
    } else if (action instanceof FtpAction.EntryPath path) {
      transfer.infos().set(CurlInfo.FTP_ENTRY_PATH, readable(path.path()));
    }
  }

  private static String readable(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private void send(String command) {
    FtpExchange current = exchange;
    ByteBuf line = encode(command);
    if (transfer.verbose()) {
      transfer.debug(CurlSymbols.CURLINFO_HEADER_OUT, line);
    }
    stopTimer();
    connection
        .channel()
        .writeAndFlush(line)
        .addListener(
            future -> {
              if (!future.isSuccess() && current == exchange) {
                notSent();
              }
            });
  }

  /** Where the server is gone, what it said before that counts, and then that it is gone. */
  private void notSent() {
    if (connection.channel().isActive()) {
      breakOff(CurlCode.SEND_ERROR, "Sending a command failed");
    } else {
      readReplies();
    }
  }

  private ByteBuf encode(String command) {
    ByteBuf line = connection.channel().alloc().buffer(command.length() + LINE_END.length());
    line.writeCharSequence(command, StandardCharsets.ISO_8859_1);
    line.writeCharSequence(LINE_END, StandardCharsets.ISO_8859_1);
    return line;
  }

  private void deliverHeader(String line) {
    byte[] bytes = (line + LINE_END).getBytes(StandardCharsets.ISO_8859_1);
    CurlCode code = transfer.header(bytes, 0, bytes.length, HeaderKind.SYNTHETIC);
    if (code != CurlCode.OK) {
      breakOff(code, null);
    }
  }

  private void accept(FtpAction.AcceptData accept) {
    long timeout = transfer.options().number(CurlOpt.ACCEPTTIMEOUT_MS);
    acceptTimer = transfer.schedule(this::acceptTimedOut, timeout > 0 ? timeout : ACCEPT_MS);
    data = newDataConnection(accept.tls());
    data.pause(receivePaused);
    data.accept(connection, accept.host(), accept.firstPort(), accept.lastPort());
  }

  private void acceptTimedOut() {
    acceptTimer = null;
    act(machine.acceptTimedOut());
  }

  private void receive(FtpAction.ReceiveBody receive) {
    exchange.addListWriter();
    if (receive.ascii()) {
      transfer.addWriter(new LineFeedWriter(transfer.alloc()));
    }
    data.receive(transfer, receive.limit());
  }

  private void send(FtpAction.SendBody send) {
    transfer.uploadSize(send.size());
    BodySource source = exchange.source(send.size());
    data.send(transfer, send.crlf() ? new CrlfBodySource(source) : source);
  }

  /** Without a seek callback libcurl takes the source to be where it has to be. */
  private void skipBody(long offset) {
    if (transfer.options().get(CurlOpt.SEEKFUNCTION) == null) {
      bodySkipped(CurlCode.OK);
      return;
    }
    BodySource source = exchange.source(transfer.options().number(CurlOpt.INFILESIZE_LARGE));
    source.skipTo(offset, code -> bodyMoved(source, offset, code));
  }

  private void bodyMoved(BodySource source, long offset, CurlCode code) {
    if (code == CurlCode.AGAIN) {
      skip = new BodySkip(transfer.alloc(), source, offset, this::bodySkipped);
      skip.resume();
    } else {
      bodySkipped(code == CurlCode.OK ? CurlCode.OK : CurlCode.FTP_COULDNT_USE_REST);
    }
  }

  private void bodySkipped(CurlCode code) {
    skip = null;
    act(machine.bodySkipped(code, "Could not seek stream"));
  }

  // The control channel

  private void readReplies() {
    while (!acting && exchange != null && machine.awaitsReply()) {
      FtpReply reply = parser.next(this::deliverLine);
      if (reply == null) {
        awaitMore();
        return;
      }
      stopTimer();
      transfer.infos().set(CurlInfo.RESPONSE_CODE, (long) reply.code());
      act(machine.reply(reply));
    }
  }

  private CurlCode deliverLine(byte[] bytes, int offset, int length) {
    return transfer.header(bytes, offset, length, HeaderKind.REPLY);
  }

  private void awaitMore() {
    if (parser.failure() != CurlCode.OK) {
      breakOff(parser.failure(), parser.failureText());
    } else if (gone) {
      breakOff(CurlCode.RECV_ERROR, "The server closed the control connection");
    } else if (replyTimer == null && machine.replyIsDue()) {
      long timeout = transfer.options().number(CurlOpt.SERVER_RESPONSE_TIMEOUT_MS);
      replyTimer = transfer.schedule(this::timedOut, timeout > 0 ? timeout : REPLY_MS);
    }
  }

  private void timedOut() {
    replyTimer = null;
    breakOff(CurlCode.OPERATION_TIMEDOUT, "server response timeout");
  }

  private void stopTimer() {
    if (replyTimer != null) {
      replyTimer.cancel();
      replyTimer = null;
    }
  }

  /** Owned by the loop. The end of the control channel's pipeline. */
  private final class ControlChannelHandler extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (message instanceof ByteBuf bytes && !quitting) {
        parser.append(bytes);
      } else if (quitting) {
        ctx.close();
      }
      ReferenceCountUtil.release(message);
      readReplies();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      gone = true;
      readReplies();
      ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      gone = true;
      ctx.close();
      readReplies();
    }
  }

  // The data channel

  private DataConnection newDataConnection(boolean tls) {
    InetSocketAddress server = connection.proxied() ? null : connection.remoteAddress();
    return new DataConnection(this, tls, tickets, server);
  }

  private void secureData() {
    if (data != null) {
      data.secure(connection);
    }
  }

  private void closeData() {
    if (data != null) {
      data.close();
      data = null;
    }
  }

  void pauseReceive(FtpExchange whose, boolean paused) {
    if (whose == exchange) {
      receivePaused = paused;
      if (data != null) {
        data.pause(paused);
      }
    }
  }

  void resumeSend(FtpExchange whose) {
    if (whose != exchange) {
      return;
    }
    if (skip != null) {
      skip.resume();
    } else if (data != null) {
      data.resumeSend();
    }
  }

  @Override
  public void dataListening(InetSocketAddress address) {
    act(machine.dataListening(address));
  }

  @Override
  public void dataConnected() {
    act(machine.dataConnected());
  }

  @Override
  public void dataRefused(CurlCode code, String message) {
    act(machine.dataRefused(code, message));
  }

  @Override
  public void dataEnded(long bytes) {
    act(machine.dataEnded(bytes));
  }

  @Override
  public void dataBroken(CurlCode code, String message) {
    breakOff(code, message);
  }
}
