package io.nettycurl.http.h2;

import static io.netty.handler.codec.http2.Http2CodecUtil.DEFAULT_WINDOW_SIZE;
import static io.netty.handler.codec.http2.Http2CodecUtil.SETTINGS_ENABLE_PUSH;
import static io.netty.handler.codec.http2.Http2CodecUtil.SETTINGS_INITIAL_WINDOW_SIZE;
import static io.netty.handler.codec.http2.Http2CodecUtil.SETTINGS_MAX_CONCURRENT_STREAMS;

import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import io.nettycurl.CurlCode;
import io.nettycurl.http.HttpExchange;
import io.nettycurl.netty.spi.ConnectionContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Owned by the loop. The streams of one connection and what they share: windows, settings, numbers.
 * Every exchange leaves it through {@link #finish}, {@link #repeat} or {@link #cancel}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-5.1">RFC 9113, section 5.1</a>
 */
final class ClientSession {
  /** How many streams there may be at once, whatever the peer would allow. */
  static final int MAX_STREAMS = 100;

  /** How much of a response may be on the way before its head is there. */
  static final int INITIAL_WINDOW = 64 * 1024;

  /** How much of a response may be on the way. */
  static final int STREAM_WINDOW = 10 * 1024 * 1024;

  /** How much may be on the way on all streams, so that paused ones do not hold up the others. */
  static final int CONNECTION_WINDOW = MAX_STREAMS * STREAM_WINDOW;

  private final ConnectionContext connection;
  private final Outbound out;
  private final FrameEncoder encoder = new FrameEncoder();
  private final HeaderList requestList = new HeaderList();
  private final RequestFields requestFields = new RequestFields(requestList);
  private final StreamResponse.LineBuffer lineBuffer = new StreamResponse.LineBuffer();
  private final IntObjectMap<ExchangeStream> streams = new IntObjectHashMap<>();
  private final ArrayDeque<ExchangeStream> senders = new ArrayDeque<>();
  private final List<ExchangeStream> headOnly = new ArrayList<>();
  private final ReceiveWindow window = new ReceiveWindow(DEFAULT_WINDOW_SIZE);
  private int sendWindow = DEFAULT_WINDOW_SIZE;
  private int initialSendWindow = DEFAULT_WINDOW_SIZE;
  private long peerMaxStreams = MAX_STREAMS;
  private int nextId = 1;
  private int toldCapacity = MAX_STREAMS;
  private int lastTaken = Integer.MAX_VALUE;
  private boolean pumping;
  private boolean receivedSinceStart;
  private boolean closing;
  private boolean dead;

  ClientSession(ConnectionContext connection, Outbound out) {
    this.connection = connection;
    this.out = out;
  }

  Outbound out() {
    return out;
  }

  FrameEncoder encoder() {
    return encoder;
  }

  HeaderList requestList() {
    return requestList;
  }

  /** Says hello; it leaves with the first request. */
  void open() {
    encoder.preface(out.buffer());
    encoder.settings(
        out.buffer(),
        SETTINGS_MAX_CONCURRENT_STREAMS,
        MAX_STREAMS,
        SETTINGS_INITIAL_WINDOW_SIZE,
        INITIAL_WINDOW,
        SETTINGS_ENABLE_PUSH,
        0);
    encoder.windowUpdate(out.buffer(), 0, window.resize(CONNECTION_WINDOW));
  }

  // Asked by the handler

  /** Whether it can take another exchange, were there room for one. */
  boolean isUsable() {
    return !closing && !dead && nextId > 0 && connection.channel().isActive();
  }

  /** Whether nothing that comes is looked at any more. */
  boolean isDead() {
    return dead;
  }

  boolean isIdle() {
    return streams.isEmpty();
  }

  /** How many exchanges it can carry at once; 0 if it takes no more. */
  int capacity() {
    return isUsable() ? (int) Math.min(Integer.MAX_VALUE, peerMaxStreams) : 0;
  }

  private void tellCapacity() {
    int capacity = capacity();
    if (capacity != toldCapacity) {
      toldCapacity = capacity;
      connection.capacityChanged();
    }
  }

  /** Whether a stream of ours with this number was begun. */
  boolean wasBegun(int streamId) {
    return (streamId & 1) == 1 && streamId < nextId;
  }

  /** An open stream; null if there is none with this number. */
  ExchangeStream stream(int streamId) {
    return streams.get(streamId);
  }

  // Exchanges come and go

  void start(HttpExchange exchange) {
    if (!isUsable()) {
      closing = true;
      exchange.repeat(false);
      return;
    }
    ExchangeStream stream = new ExchangeStream(this, exchange, lineBuffer);
    CurlCode code = exchange.begin(20, stream);
    if (code != CurlCode.OK) {
      stream.leave();
      exchange.complete(code, isUsable());
      return;
    }
    int id = nextId;
    nextId += 2;
    stream.aloneAtStart(streams.isEmpty() && connection.useCount() > 0);
    receivedSinceStart &= !streams.isEmpty();
    streams.put(id, stream);
    try {
      stream.open(id, initialSendWindow, requestFields);
    } catch (Http2Exception e) {
      connectionError(e.error(), e.getMessage());
    }
  }

  /** Takes an exchange that was begun in HTTP/1.1: its response is to come on the first stream. */
  void adopt(HttpExchange exchange) {
    ExchangeStream stream = new ExchangeStream(this, exchange, lineBuffer);
    exchange.upgraded(stream);
    stream.adopted(nextId);
    streams.put(nextId, stream);
    nextId += 2;
  }

  /** Drops an exchange; gives whether the connection goes on. */
  boolean cancel(HttpExchange exchange) {
    for (ExchangeStream stream : streams.values()) {
      if (stream.exchange() == exchange) {
        streams.remove(stream.id());
        stream.leave();
        reset(stream, Http2Error.CANCEL);
        break;
      }
    }
    return isUsable();
  }

  /**
   * An exchange is over.
   *
   * @param error what to tell the peer if the stream is not closed on both sides
   */
  void finish(ExchangeStream stream, CurlCode code, Http2Error error) {
    if (leave(stream)) {
      reset(stream, error);
      stream.exchange().complete(code, isUsable());
    }
  }

  /** The peer did not take the request: it is sent again, on another connection. */
  void repeat(ExchangeStream stream, boolean withOneOne) {
    refuse();
    if (leave(stream)) {
      stream.exchange().repeat(withOneOne);
    }
  }

  private boolean leave(ExchangeStream stream) {
    if (stream.isOver()) {
      return false;
    }
    streams.remove(stream.id());
    stream.leave();
    return true;
  }

  private void reset(ExchangeStream stream, Http2Error error) {
    if (!stream.isClosed() && !dead && error != null) {
      encoder.reset(out.buffer(), stream.id(), error);
    }
  }

  /** No stream goes on. */
  private void failAll(CurlCode code, String message) {
    for (ExchangeStream stream : List.copyOf(streams.values())) {
      if (leave(stream)) {
        stream.exchange().transfer().failed(message);
        stream.exchange().complete(code, false);
      }
    }
  }

  /** The peer broke the protocol, or we cannot go on: says so, and closes. */
  void connectionError(Http2Error error, String message) {
    if (dead) {
      return;
    }
    encoder.goAway(out.buffer(), error);
    dead = true;
    tellCapacity();
    failAll(CurlCode.HTTP2, "HTTP/2 connection given up with " + error + ": " + message);
    out.close();
  }

  /** Nothing can be read any more, for a reason below HTTP/2. */
  void broken(CurlCode code, String message) {
    dead = true;
    tellCapacity();
    failAll(code, message);
    connection.channel().close();
  }

  /** The peer closed the connection. */
  void ended(Throwable sendFailure) {
    dead = true;
    tellCapacity();
    for (ExchangeStream stream : List.copyOf(streams.values())) {
      if (leave(stream)) {
        CurlCode code = ended(stream, sendFailure);
        if (code != CurlCode.OK) {
          stream.exchange().transfer().failed("HTTP/2 connection was closed by the server");
        }
        stream.exchange().complete(code, false);
      }
    }
    encoder.close();
    out.release();
  }

  private CurlCode ended(ExchangeStream stream, Throwable sendFailure) {
    StreamResponse response = stream.response();
    if (response.wantsNoMore()) {
      return CurlCode.OK;
    }
    if (!stream.exchange().transfer().responseSeen()) {
      if (sendFailure != null) {
        return CurlCode.SEND_ERROR;
      }
      if (stream.aloneAtStart() && !receivedSinceStart) {
        // It was dead all along.
        return CurlCode.RECV_ERROR;
      }
    }
    return response.bodyStarted() ? CurlCode.PARTIAL_FILE : CurlCode.HTTP2;
  }

  /** No new streams, and no answer to those with a higher number. */
  void goAway(int lastStream, boolean oneOneRequired) throws Http2Exception {
    if (lastStream > lastTaken) {
      throw Http2Exception.connectionError(
          Http2Error.PROTOCOL_ERROR, "GOAWAY takes more streams than before");
    }
    lastTaken = lastStream;
    refuse();
    for (ExchangeStream stream : List.copyOf(streams.values())) {
      if (stream.id() > lastStream) {
        repeat(stream, oneOneRequired);
      }
    }
    if (streams.isEmpty()) {
      close();
    }
  }

  /** The peer refuses to serve anything more here. */
  void refuse() {
    closing = true;
    tellCapacity();
  }

  /** Says farewell and closes. */
  void close() {
    closing = true;
    if (!dead && connection.channel().isActive()) {
      encoder.goAway(out.buffer(), Http2Error.NO_ERROR);
    }
    out.close();
  }

  // Receiving

  /** Anything came. */
  void received() {
    receivedSinceStart = true;
  }

  /** Counts a DATA frame on the connection; what it holds is as good as used. */
  void receivedData(int bytes) throws Http2Exception {
    if (!window.receive(bytes)) {
      throw Http2Exception.connectionError(
          Http2Error.FLOW_CONTROL_ERROR, "more than the connection's window");
    }
    int increment = window.use(bytes);
    if (increment > 0) {
      encoder.windowUpdate(out.buffer(), 0, increment);
    }
  }

  /** Lets the peer send more on a stream. */
  void allow(ExchangeStream stream, int increment) {
    if (increment > 0 && !dead) {
      encoder.windowUpdate(out.buffer(), stream.id(), increment);
    }
  }

  /** The head is all that is wanted; but the end of the stream may be among what was read. */
  void cutAfterRead(ExchangeStream stream) {
    headOnly.add(stream);
  }

  /** All that was read has been looked at. */
  void readEnds() {
    for (int i = 0; i < headOnly.size(); i++) {
      headOnly.get(i).abort();
      finish(headOnly.get(i), CurlCode.OK, Http2Error.CANCEL);
    }
    headOnly.clear();
  }

  // Sending

  int sendWindow() {
    return sendWindow;
  }

  void sentData(int bytes) {
    sendWindow -= bytes;
  }

  /** A stream has something to send, as far as it knows. */
  void wantsToSend(ExchangeStream stream) {
    if (!stream.isQueued()) {
      stream.queued(true);
      senders.add(stream);
    }
    pump();
  }

  /** Sends what there is and may be sent, one frame of each stream in turn. */
  void pump() {
    if (pumping) {
      return;
    }
    pumping = true;
    try {
      while (!senders.isEmpty() && out.isWritable() && !dead) {
        ExchangeStream stream = senders.poll();
        stream.queued(false);
        ExchangeStream.Progress progress = stream.sendFrame();
        if (progress == ExchangeStream.Progress.WAITS) {
          continue;
        }
        if (!stream.isQueued()) {
          stream.queued(true);
          senders.add(stream);
        }
        if (progress == ExchangeStream.Progress.CONNECTION_FULL) {
          return;
        }
      }
    } finally {
      pumping = false;
    }
  }

  /** Sends the trailers that end a request. */
  void sendTrailers(ExchangeStream stream, String lines) {
    requestFields.trailers(lines);
    try {
      encoder.headers(out.buffer(), stream.id(), requestList, 0, true);
      stream.endedLocally();
    } catch (Http2Exception e) {
      connectionError(e.error(), e.getMessage());
    }
  }

  /** The peer takes more on all streams together. */
  void widen(int increment) throws Http2Exception {
    if ((long) sendWindow + increment > Integer.MAX_VALUE) {
      throw Http2Exception.connectionError(
          Http2Error.FLOW_CONTROL_ERROR, "the connection's window overflows");
    }
    sendWindow += increment;
    pump();
  }

  /** The peer's settings changed; null is for what it says nothing about. */
  void peerSettings(Long maxStreams, Integer initialWindow, Integer frameSize, Long tableSize)
      throws Http2Exception {
    encoder.settingsAck(out.buffer());
    if (maxStreams != null) {
      peerMaxStreams = maxStreams;
    }
    if (frameSize != null) {
      encoder.maxFrameSize(frameSize);
    }
    if (tableSize != null) {
      encoder.tableSize(tableSize);
    }
    if (initialWindow != null) {
      int delta = initialWindow - initialSendWindow;
      initialSendWindow = initialWindow;
      for (ExchangeStream stream : List.copyOf(streams.values())) {
        if (!stream.widen(delta)) {
          throw Http2Exception.connectionError(
              Http2Error.FLOW_CONTROL_ERROR, "a stream's window overflows by the settings");
        }
      }
    }
    tellCapacity();
    pump();
  }

  /** Asks whether the peer is there, which keeps those in between from forgetting us. */
  void ping() {
    if (isUsable()) {
      encoder.ping(out.buffer(), false, 0);
    }
  }
}
