package io.nettycurl.http.h2;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Settings;
import io.nettycurl.CurlCode;
import io.nettycurl.http.h2.hpack.FieldList;
import java.util.function.LongSupplier;

/**
 * Owned by the loop. Takes the peer's frames one by one and gives each to what it is about. What
 * must not be, ends its stream, or the connection where RFC 9113 says so.
 */
final class FrameReceiver implements FrameReader.Listener {
  private final ClientSession session;
  private final LongSupplier clock;
  private final FrameBudget budget;
  private boolean settingsSeen;

  /**
   * A receiver.
   *
   * @param session what the frames are for
   * @param clock gives the time in nanoseconds
   */
  FrameReceiver(ClientSession session, LongSupplier clock) {
    this.session = session;
    this.clock = clock;
    this.budget = new FrameBudget(clock.getAsLong());
  }

  /** A request goes out. */
  void requestStarts() {
    budget.earn();
  }

  /** Whether the peer turned out to speak HTTP/2. */
  boolean settingsSeen() {
    return settingsSeen;
  }

  /** Gives false if the frame is not to be looked at any more. */
  private boolean open() throws Http2Exception {
    if (session.isDead()) {
      return false;
    }
    if (!settingsSeen) {
      throw broken("the first frame is not SETTINGS");
    }
    session.received();
    return true;
  }

  private static Http2Exception broken(String message) {
    return Http2Exception.connectionError(Http2Error.PROTOCOL_ERROR, message);
  }

  /** A frame that brings nothing further. */
  private void spend() throws Http2Exception {
    if (!budget.spend(clock.getAsLong())) {
      throw Http2Exception.connectionError(
          Http2Error.ENHANCE_YOUR_CALM, "too many frames to no effect");
    }
  }

  /** A frame for a stream that is not open: fine if it was once. */
  private void ofNoStream(int streamId) throws Http2Exception {
    if (!session.wasBegun(streamId)) {
      throw broken("a frame of stream " + streamId + ", which was not begun");
    }
  }

  // Streams

  @Override
  public void data(int streamId, ByteBuf data, int length, int padding, boolean end)
      throws Http2Exception {
    if (!open()) {
      return;
    }
    int bytes = length + padding;
    session.receivedData(bytes);
    ExchangeStream stream = session.stream(streamId);
    if (stream == null) {
      ofNoStream(streamId);
      return;
    }
    if (!stream.response().headStarted()) {
      throw broken("a body before any head");
    }
    if (length == 0 && !end) {
      spend();
    }
    if (!stream.window().receive(bytes)) {
      fail(stream, "more than its window", Http2Error.FLOW_CONTROL_ERROR);
      return;
    }
    CurlCode code = stream.response().data(data, length);
    if (stream.isOver()) {
      return;
    }
    if (code != CurlCode.OK) {
      end(stream, code);
    } else if (end) {
      ended(stream);
    } else {
      stream.passedOn(bytes);
    }
  }

  @Override
  public void head(int streamId, FieldList fields, boolean end) throws Http2Exception {
    if (!open()) {
      return;
    }
    ExchangeStream stream = session.stream(streamId);
    if (stream == null) {
      ofNoStream(streamId);
      spend();
      return;
    }
    boolean hadHead = stream.response().headComplete();
    CurlCode code = stream.response().head(fields, end, stream.method());
    if (stream.isOver()) {
      return;
    }
    if (code != CurlCode.OK) {
      end(stream, code);
    } else if (end) {
      ended(stream);
    } else if (!hadHead && stream.response().headComplete()) {
      headComplete(stream);
    }
  }

  private void headComplete(ExchangeStream stream) {
    if (stream.response().endsHere()) {
      stream.abort();
      session.finish(stream, CurlCode.OK, Http2Error.CANCEL);
    } else if (stream.response().wantsNoMore()) {
      session.cutAfterRead(stream);
    } else {
      stream.allowBody();
    }
  }

  /** The server ended its side in order. */
  private void ended(ExchangeStream stream) {
    stream.remoteEnded();
    CurlCode code = stream.response().end();
    if (code != CurlCode.OK) {
      end(stream, code);
      return;
    }
    // What is not sent by now is sent in vain.
    stream.abort();
    session.finish(stream, CurlCode.OK, Http2Error.CANCEL);
  }

  private void end(ExchangeStream stream, CurlCode code) {
    String malformed = stream.response().malformed();
    if (malformed == null) {
      session.finish(stream, code, Http2Error.CANCEL);
    } else {
      fail(stream, malformed, Http2Error.PROTOCOL_ERROR);
    }
  }

  /** The response is not as it has to be; nobody minds once there is all that is wanted of it. */
  void fail(ExchangeStream stream, String what, Http2Error error) {
    if (stream.response().wantsNoMore()) {
      session.finish(stream, CurlCode.OK, error);
      return;
    }
    stream
        .exchange()
        .transfer()
        .failed("HTTP/2 stream " + stream.id() + " reset with " + error + ": " + what);
    session.finish(stream, CurlCode.HTTP2_STREAM, error);
  }

  @Override
  public void reset(int streamId, long errorCode) throws Http2Exception {
    if (!open()) {
      return;
    }
    ExchangeStream stream = session.stream(streamId);
    if (stream == null) {
      ofNoStream(streamId);
      spend();
      return;
    }
    Http2Error error = Http2Error.valueOf(errorCode);
    if (error == Http2Error.REFUSED_STREAM || error == Http2Error.HTTP_1_1_REQUIRED) {
      session.repeat(stream, error == Http2Error.HTTP_1_1_REQUIRED);
    } else {
      session.finish(stream, resetCode(stream, errorCode), null);
    }
  }

  /** What the server's reset makes of an exchange. */
  private static CurlCode resetCode(ExchangeStream stream, long errorCode) {
    StreamResponse response = stream.response();
    if (response.wantsNoMore()) {
      return CurlCode.OK;
    }
    if (errorCode == Http2Error.NO_ERROR.code() && response.headComplete()) {
      // It counts as the end.
      stream.abort();
      if (response.missing() <= 0) {
        return CurlCode.OK;
      }
      stream
          .exchange()
          .transfer()
          .failed("end of response with " + response.missing() + " bytes missing");
      return CurlCode.PARTIAL_FILE;
    }
    Http2Error error = Http2Error.valueOf(errorCode);
    stream
        .exchange()
        .transfer()
        .failed(
            "HTTP/2 stream "
                + stream.id()
                + " reset by the server with "
                + (error == null ? "error " + errorCode : error.name()));
    return CurlCode.HTTP2_STREAM;
  }

  @Override
  public void windowUpdate(int streamId, int increment) throws Http2Exception {
    if (!open()) {
      return;
    }
    if (streamId == 0) {
      session.widen(increment);
      return;
    }
    ExchangeStream stream = session.stream(streamId);
    if (stream == null) {
      ofNoStream(streamId);
    } else if (!stream.widen(increment)) {
      fail(stream, "its window overflows", Http2Error.FLOW_CONTROL_ERROR);
    }
  }

  /** Servers must not push once they know our settings; before, what they push is refused. */
  @Override
  public void pushPromise() throws Http2Exception {
    if (open()) {
      throw broken("a push, though we refuse it");
    }
  }

  // The connection

  @Override
  public void settings(Http2Settings settings) throws Http2Exception {
    settingsSeen = true;
    if (!open()) {
      return;
    }
    spend();
    if (Boolean.TRUE.equals(settings.pushEnabled())) {
      throw broken("a server that lets us push");
    }
    session.peerSettings(
        settings.maxConcurrentStreams(),
        settings.initialWindowSize(),
        settings.maxFrameSize(),
        settings.headerTableSize());
  }

  @Override
  public void settingsAck() throws Http2Exception {
    if (open()) {
      spend();
    }
  }

  @Override
  public void ping(long data) throws Http2Exception {
    if (open()) {
      spend();
      session.encoder().ping(session.out().buffer(), true, data);
    }
  }

  @Override
  public void goAway(int lastStreamId, long errorCode) throws Http2Exception {
    if (open()) {
      spend();
      session.goAway(lastStreamId, errorCode == Http2Error.HTTP_1_1_REQUIRED.code());
    }
  }

  @Override
  public void other() throws Http2Exception {
    if (open()) {
      spend();
    }
  }
}
