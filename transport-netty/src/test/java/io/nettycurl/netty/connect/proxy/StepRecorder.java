package io.nettycurl.netty.connect.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlProxyCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Owned by one test. Notes what a step tells, and plays the proxy. */
final class StepRecorder implements ProxyStep.Listener {
  final List<String> events = new ArrayList<>();
  private final List<EmbeddedChannel> channels = new ArrayList<>();
  final StringBuilder head = new StringBuilder();
  final StringBuilder rest = new StringBuilder();
  CurlCode headerAnswer = CurlCode.OK;

  @Override
  public void passed() {
    events.add("passed");
  }

  @Override
  public void forward(ByteBuf data) {
    rest.append(data.toString(StandardCharsets.ISO_8859_1));
    data.release();
  }

  @Override
  public void startOver() {
    events.add("startOver");
  }

  @Override
  public void failed(CurlCode code, String message, CurlProxyCode proxyCode) {
    events.add(code + (proxyCode == CurlProxyCode.OK ? " " + message : " " + proxyCode));
  }

  @Override
  public CurlCode header(byte[] line, int offset, int length) {
    head.append(new String(line, offset, length, StandardCharsets.ISO_8859_1));
    return headerAnswer;
  }

  @Override
  public void status(int status) {
    events.add("status " + status);
  }

  @Override
  public void info(String text) {}

  String last() {
    return events.isEmpty() ? "" : events.get(events.size() - 1);
  }

  EmbeddedChannel start(ProxyStep step) {
    EmbeddedChannel channel = new EmbeddedChannel(step);
    channels.add(channel);
    return channel;
  }

  /** Releases what no test looked at. */
  void end() {
    channels.forEach(EmbeddedChannel::finishAndReleaseAll);
  }

  static String sentHex(EmbeddedChannel channel) {
    ByteBuf sent = channel.readOutbound();
    if (sent == null) {
      return null;
    }
    byte[] bytes = new byte[sent.readableBytes()];
    sent.readBytes(bytes);
    sent.release();
    return HexFormat.of().formatHex(bytes);
  }

  static String sentText(EmbeddedChannel channel) {
    String hex = sentHex(channel);
    return hex == null
        ? null
        : new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
  }

  static void answerHex(EmbeddedChannel channel, String hex) {
    answer(channel, HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  static void answerText(EmbeddedChannel channel, String text) {
    answer(channel, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The same bytes one by one must come to the same. */
  static void trickleText(EmbeddedChannel channel, String text) {
    for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
      answer(channel, new byte[] {b});
    }
  }

  private static void answer(EmbeddedChannel channel, byte[] bytes) {
    channel.writeInbound(Unpooled.wrappedBuffer(bytes));
  }
}
