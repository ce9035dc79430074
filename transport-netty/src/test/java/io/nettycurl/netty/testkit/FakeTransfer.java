package io.nettycurl.netty.testkit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.InfoValues;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.netty.spi.BodyWriter;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.netty.spi.TransferTimer;
import io.nettycurl.option.EasyOption;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.BodyReader;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.RequestKind;
import io.nettycurl.url.CurlUrl;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Owned by the test's thread. A transfer without an engine: it records what a protocol does to it,
 * and answers what the test tells it to. Options may be set in canonical form only.
 */
public final class FakeTransfer implements TransferContext {
  /** A header line delivered. */
  public record HeaderLine(String line, HeaderKind kind) {}

  /** A piece of what went over the wire. */
  public record DebugEvent(long type, String data) {}

  private final ManualTimers timers = new ManualTimers();
  private final CurlEasy easy = CurlEasy.init();
  private final EasyState state = new EasyState(easy);
  private final OptionValues options = state.options();
  private final InfoValues infos = state.infos();
  private final Map<Class<?>, Object> attachments = new HashMap<>();
  private final List<BodyWriter> writers = new ArrayList<>();
  private final List<BodySource> sources = new ArrayList<>();
  private final List<HeaderLine> headers = new ArrayList<>();
  private final List<String> pseudoHeaders = new ArrayList<>();
  private final List<DebugEvent> debugEvents = new ArrayList<>();
  private final List<String> infoLines = new ArrayList<>();
  private final List<Integer> bodyPieces = new ArrayList<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private ConnectionContext connection;
  private EventLoop eventLoop;
  private ByteBufAllocator alloc = ByteBufAllocator.DEFAULT;
  private RequestKind requestKind = RequestKind.GET;
  private CurlUrl url = new CurlUrl();
  private Scheme scheme;
  private String user;
  private String password;
  private int redirects;
  private BodyReader callbackBody;
  private CurlCode headerAnswer = CurlCode.OK;
  private CurlCode bodyAnswer = CurlCode.OK;
  private int headersBeforeAnswer;
  private boolean paused;
  private boolean verbose;
  private boolean responseSeen;
  private boolean bodyDone;
  private boolean uploadDone;
  private String failure;
  private CurlCode result;
  private boolean reusable;
  private long announcedBody = -1;
  private long downloadSize = -1;
  private long uploadSize = -1;
  private long uploaded;
  private int requestBytes;

  /** A GET without URL. */
  public FakeTransfer() {}

  // What the test sets

  /** Sets an option. */
  public <T> FakeTransfer set(EasyOption<T> option, T value) {
    options.set(option, value);
    return this;
  }

  /** Sets the URL and its scheme. */
  public FakeTransfer url(CurlUrl newUrl, Scheme newScheme) {
    url = newUrl;
    scheme = newScheme;
    return this;
  }

  /** Sets the connection. */
  public FakeTransfer connection(ConnectionContext newConnection) {
    connection = newConnection;
    eventLoop = newConnection.eventLoop();
    return this;
  }

  /** Sets the loop, for a transfer without connection. */
  public FakeTransfer eventLoop(EventLoop loop) {
    eventLoop = loop;
    return this;
  }

  /** Sets where buffers come from. */
  public FakeTransfer alloc(ByteBufAllocator allocator) {
    alloc = allocator;
    return this;
  }

  /** Sets what the method options came to. */
  public FakeTransfer requestKind(RequestKind kind) {
    requestKind = kind;
    return this;
  }

  /** Sets the credentials of the present hop; they are taken as they are. */
  public FakeTransfer credentials(String newUser, String newPassword) {
    user = newUser;
    password = newPassword;
    return this;
  }

  /** Sets how many redirects led here. */
  public FakeTransfer redirects(int count) {
    redirects = count;
    return this;
  }

  /** Sets what the read callback gives. */
  public FakeTransfer callbackBody(BodyReader reader) {
    callbackBody = reader;
    return this;
  }

  /** Makes the user listen to trace text. */
  public FakeTransfer verbose(boolean on) {
    verbose = on;
    return this;
  }

  /** Makes the header callback fail after so many good lines. */
  public FakeTransfer failHeaders(int after, CurlCode code) {
    headersBeforeAnswer = after;
    headerAnswer = code;
    return this;
  }

  /** Makes the write callback fail. */
  public FakeTransfer failBody(CurlCode code) {
    bodyAnswer = code;
    return this;
  }

  /** Makes {@link #receivePaused} answer so; the protocol is not told by this. */
  public FakeTransfer paused(boolean on) {
    paused = on;
    return this;
  }

  /** Moves the clock on. */
  public void advance(long millis) {
    timers.advance(millis);
  }

  /**
   * Forgets the exchange that is over, as an engine does before the next hop: options, infos,
   * attachments and the record of headers stay, body, result and errors go.
   */
  public FakeTransfer nextHop() {
    body.reset();
    bodyPieces.clear();
    responseSeen = false;
    bodyDone = false;
    uploadDone = false;
    failure = null;
    result = null;
    reusable = false;
    downloadSize = -1;
    uploadSize = -1;
    uploaded = 0;
    requestBytes = 0;
    return this;
  }

  /** Forgets the headers recorded. */
  public void clearHeaders() {
    headers.clear();
  }

  // What the test looks at

  /** The header lines, in the order they came. */
  public List<HeaderLine> headers() {
    return headers;
  }

  /** The pseudo headers told. */
  public List<String> pseudoHeaders() {
    return pseudoHeaders;
  }

  /** The header lines put together, one character per byte. */
  public String headerText() {
    StringBuilder text = new StringBuilder();
    headers.forEach(header -> text.append(header.line()));
    return text.toString();
  }

  /** The body. */
  public byte[] bodyBytes() {
    return body.toByteArray();
  }

  /** The body, one character per byte. */
  public String bodyText() {
    return body.toString(StandardCharsets.ISO_8859_1);
  }

  /** The sizes of the pieces the body came in. */
  public List<Integer> bodyPieces() {
    return bodyPieces;
  }

  /** What went over the wire, as told to the debug callback. */
  public List<DebugEvent> debugEvents() {
    return debugEvents;
  }

  /** The lines of trace text. */
  public List<String> infoLines() {
    return infoLines;
  }

  /** The result; null while the exchange goes on. */
  public CurlCode result() {
    return result;
  }

  /** Whether the connection can carry another exchange, as told with the result. */
  public boolean reusable() {
    return reusable;
  }

  /** The text about what went wrong; null if there is none. */
  public String failure() {
    return failure;
  }

  /** Whether {@link #bodyDone} was called. */
  public boolean bodyIsDone() {
    return bodyDone;
  }

  /** Whether {@link #uploadDone} was called. */
  public boolean uploadIsDone() {
    return uploadDone;
  }

  /** The download size told; -1 if none. */
  public long downloadSize() {
    return downloadSize;
  }

  /** The upload size told; -1 if none. */
  public long uploadSize() {
    return uploadSize;
  }

  /** How many bytes of the upload were sent. */
  public long uploaded() {
    return uploaded;
  }

  /** How many bytes of request heads or commands were sent. */
  public int requestBytes() {
    return requestBytes;
  }

  /** The length that the last callback body was asked for with. */
  public long announcedBody() {
    return announcedBody;
  }

  /** How many timers wait. */
  public int pendingTimers() {
    return timers.pending();
  }

  // The transfer itself

  @Override
  public CurlEasy easy() {
    return easy;
  }

  @Override
  public EasyState state() {
    return state;
  }

  @Override
  public OptionValues options() {
    return options;
  }

  @Override
  public InfoValues infos() {
    return infos;
  }

  @Override
  public RequestKind requestKind() {
    return requestKind;
  }

  @Override
  public CurlUrl url() {
    return url;
  }

  @Override
  public Scheme scheme() {
    return scheme;
  }

  @Override
  public String user() {
    return user;
  }

  @Override
  public String password() {
    return password;
  }

  @Override
  public int redirects() {
    return redirects;
  }

  @Override
  public ConnectionContext connection() {
    return connection;
  }

  @Override
  public EventLoop eventLoop() {
    return eventLoop;
  }

  @Override
  public ByteBufAllocator alloc() {
    return alloc;
  }

  @Override
  public long nanoTime() {
    return timers.nanoTime();
  }

  @Override
  public <T> T attachment(Class<T> type, Supplier<T> factory) {
    return type.cast(attachments.computeIfAbsent(type, key -> factory.get()));
  }

  @Override
  public void loggedIn(Runnable goOn) {
    live();
    goOn.run();
  }

  @Override
  public BodyReader callbackBody(long announced) {
    live();
    announcedBody = announced;
    if (callbackBody == null) {
      throw new IllegalStateException("no callback body was set");
    }
    return callbackBody;
  }

  @Override
  public BodySource openBody(BodyReader reader) {
    live();
    BodySource source = new FakeBodySource(reader);
    sources.add(source);
    return source;
  }

  @Override
  public void requestSent(int bytes) {
    live();
    requestBytes += bytes;
    infos.add(CurlInfo.REQUEST_SIZE, bytes);
  }

  @Override
  public void uploadSize(long size) {
    live();
    uploadSize = size;
  }

  @Override
  public void uploaded(long bytes) {
    live();
    uploaded += bytes;
  }

  @Override
  public void uploadDone() {
    live();
    if (uploadDone) {
      throw new IllegalStateException("uploadDone twice");
    }
    uploadDone = true;
  }

  @Override
  public CurlCode header(byte[] line, int offset, int length, HeaderKind kind) {
    live();
    responseSeen = true;
    if (kind == HeaderKind.PSEUDO) {
      pseudoHeaders.add(new String(line, offset, length, StandardCharsets.ISO_8859_1));
      return CurlCode.OK;
    }
    if (headerAnswer != CurlCode.OK && headers.size() >= headersBeforeAnswer) {
      return headerAnswer;
    }
    headers.add(
        new HeaderLine(new String(line, offset, length, StandardCharsets.ISO_8859_1), kind));
    if (kind != HeaderKind.TRAILER) {
      infos.add(CurlInfo.HEADER_SIZE, length);
    }
    if (verbose) {
      debug(CurlSymbols.CURLINFO_HEADER_IN, Unpooled.wrappedBuffer(line, offset, length));
    }
    return CurlCode.OK;
  }

  @Override
  public void responseStarted() {
    live();
    responseSeen = true;
  }

  @Override
  public boolean responseSeen() {
    return responseSeen;
  }

  @Override
  public CurlCode downloadSize(long size) {
    live();
    downloadSize = size;
    long max = options.number(io.nettycurl.option.CurlOpt.MAXFILESIZE_LARGE);
    return max > 0 && size > max ? CurlCode.FILESIZE_EXCEEDED : CurlCode.OK;
  }

  @Override
  public void addWriter(BodyWriter writer) {
    live();
    writers.add(writer);
  }

  @Override
  public CurlCode body(ByteBuf data) {
    if (result != null) {
      data.release();
    }
    live();
    responseSeen = true;
    return write(writers.size(), data);
  }

  private CurlCode write(int writersLeft, ByteBuf data) {
    if (writersLeft > 0) {
      return writers.get(writersLeft - 1).write(data, out -> write(writersLeft - 1, out));
    }
    try {
      if (bodyAnswer != CurlCode.OK) {
        return bodyAnswer;
      }
      bodyPieces.add(data.readableBytes());
      byte[] bytes = new byte[data.readableBytes()];
      data.readBytes(bytes);
      body.writeBytes(bytes);
      return CurlCode.OK;
    } finally {
      data.release();
    }
  }

  @Override
  public CurlCode bodyDone() {
    live();
    bodyDone = true;
    for (int i = writers.size(); i > 0; i--) {
      int below = i - 1;
      CurlCode code = writers.get(below).finish(out -> write(below, out));
      if (code != CurlCode.OK) {
        return code;
      }
    }
    return CurlCode.OK;
  }

  @Override
  public boolean receivePaused() {
    return paused;
  }

  @Override
  public boolean verbose() {
    return verbose;
  }

  @Override
  public void info(String text) {
    infoLines.add(text);
  }

  @Override
  public void debug(long type, ByteBuf data) {
    debugEvents.add(new DebugEvent(type, data.toString(StandardCharsets.ISO_8859_1)));
  }

  @Override
  public void failed(String message) {
    live();
    if (failure == null) {
      failure = message;
    }
  }

  @Override
  public <T> void ask(String what, Supplier<T> question, Consumer<T> answer) {
    answer.accept(question.get());
  }

  @Override
  public void lastWord(String what, Runnable telling) {
    telling.run();
  }

  @Override
  public TransferTimer schedule(Runnable task, long delayMs) {
    live();
    return timers.schedule(task, delayMs);
  }

  @Override
  public void done(CurlCode code, boolean mayReuse) {
    live();
    result = code;
    reusable = mayReuse;
    release();
  }

  /** Drops what the exchange held, as an engine does after a cancel. */
  public void release() {
    timers.clear();
    writers.forEach(BodyWriter::close);
    writers.clear();
    sources.forEach(BodySource::close);
    sources.clear();
  }

  private void live() {
    if (result != null) {
      throw new IllegalStateException("called after done(" + result + ")");
    }
  }
}
