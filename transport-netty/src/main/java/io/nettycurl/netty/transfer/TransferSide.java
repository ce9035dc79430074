package io.nettycurl.netty.transfer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.InfoValues;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.netty.spi.BodyWriter;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.netty.spi.TransferTimer;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.BodyReader;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.RequestKind;
import io.nettycurl.url.CurlUrl;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Owned by the loop. The side of a transfer that the protocols see. */
final class TransferSide implements TransferContext {
  private final Transfer transfer;
  private final Progress progress;
  private final Incoming incoming;
  private final Outgoing outgoing;
  private Class<?> attachmentType;
  private Object attachment;
  private Map<Class<?>, Object> moreAttachments;

  TransferSide(Transfer transfer, Progress progress, Incoming incoming, Outgoing outgoing) {
    this.transfer = transfer;
    this.progress = progress;
    this.incoming = incoming;
    this.outgoing = outgoing;
  }

  void forget() {
    attachmentType = null;
    attachment = null;
    moreAttachments = null;
  }

  @Override
  public CurlEasy easy() {
    return transfer.state().easy();
  }

  @Override
  public EasyState state() {
    return transfer.state();
  }

  @Override
  public OptionValues options() {
    return transfer.options();
  }

  @Override
  public InfoValues infos() {
    return transfer.infos();
  }

  @Override
  public RequestKind requestKind() {
    return transfer.state().requestKind();
  }

  @Override
  public CurlUrl url() {
    return transfer.hops().hop().url();
  }

  @Override
  public Scheme scheme() {
    return transfer.hops().hop().scheme();
  }

  @Override
  public String user() {
    return transfer.hops().hop().user();
  }

  @Override
  public String password() {
    return transfer.hops().hop().password();
  }

  @Override
  public int redirects() {
    return transfer.hops().redirects();
  }

  @Override
  public ConnectionContext connection() {
    return transfer.use().connection();
  }

  @Override
  public EventLoop eventLoop() {
    return transfer.core().eventLoop();
  }

  @Override
  public ByteBufAllocator alloc() {
    return ByteBufAllocator.DEFAULT;
  }

  @Override
  public ByteBuf pieceBuffer(int size) {
    return transfer.core().buffers().forPiece(size, alloc());
  }

  @Override
  public long nanoTime() {
    return transfer.core().nanoTime();
  }

  @Override
  public <T> T attachment(Class<T> type, Supplier<T> factory) {
    if (attachmentType == null) {
      attachmentType = type;
      attachment = factory.get();
    }
    if (attachmentType == type) {
      return type.cast(attachment);
    }
    // Only a transfer that goes from one protocol to another has more than one.
    if (moreAttachments == null) {
      moreAttachments = new HashMap<>();
    }
    return type.cast(moreAttachments.computeIfAbsent(type, ignored -> factory.get()));
  }

  @Override
  public void loggedIn(Runnable goOn) {
    transfer.loggedIn(goOn);
  }

  @Override
  public BodyReader callbackBody(long announced) {
    return options().get(NettyOpt.BYTEBUF_READFUNCTION) == null
        ? new CallbackBody(transfer.state(), announced)
        : new ByteBufBody(transfer.state(), announced);
  }

  @Override
  public BodySource openBody(BodyReader reader) {
    return outgoing.open(reader);
  }

  @Override
  public void requestSent(int bytes) {
    infos().add(CurlInfo.REQUEST_SIZE, bytes);
  }

  @Override
  public void uploadSize(long size) {
    progress.uploadSize(size);
  }

  @Override
  public void uploaded(long bytes) {
    progress.addSent(bytes);
  }

  @Override
  public void uploadDone() {
    outgoing.done();
  }

  @Override
  public CurlCode header(byte[] line, int offset, int length, HeaderKind kind) {
    return incoming.header(line, offset, length, kind);
  }

  @Override
  public void responseStarted() {
    incoming.responseStarted();
  }

  @Override
  public boolean responseSeen() {
    return progress.hasResponseStarted();
  }

  @Override
  public CurlCode downloadSize(long size) {
    progress.downloadSize(size);
    long max = options().number(CurlOpt.MAXFILESIZE_LARGE);
    if (max > 0 && size > max) {
      failed("Maximum file size exceeded");
      return CurlCode.FILESIZE_EXCEEDED;
    }
    return CurlCode.OK;
  }

  @Override
  public void addWriter(BodyWriter writer) {
    incoming.addWriter(writer);
  }

  @Override
  public CurlCode body(ByteBuf data) {
    return incoming.body(data);
  }

  @Override
  public CurlCode bodyDone() {
    return incoming.bodyDone();
  }

  @Override
  public boolean receivePaused() {
    return transfer.delivery().isPaused();
  }

  @Override
  public boolean verbose() {
    return transfer.log().verbose();
  }

  @Override
  public void info(String text) {
    transfer.log().info(text);
  }

  @Override
  public void debug(long type, ByteBuf data) {
    transfer.log().trace(type, data);
  }

  @Override
  public void failed(String message) {
    transfer.log().failed(message);
  }

  @Override
  public <T> void ask(String what, Supplier<T> question, Consumer<T> answer) {
    transfer.askInExchange(what, question, answer);
  }

  @Override
  public void lastWord(String what, Runnable telling) {
    transfer.lastWord(what, telling);
  }

  @Override
  public TransferTimer schedule(Runnable task, long delayMs) {
    return transfer.clock().schedule(task, delayMs);
  }

  @Override
  public void done(CurlCode result, boolean reusable) {
    transfer.done(result, reusable);
  }
}
