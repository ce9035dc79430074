package io.nettycurl.benchmark;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.nettycurl.netty.loop.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * Owned by its loop. The web of a crawl, on one port whatever the host, and a place to send files
 * to:
 *
 * <ul>
 *   <li>{@code GET /page/<length>/<number>}: a page of text, gzipped
 *   <li>{@code GET /moved/<length>/<number>}: the way to that page
 *   <li>{@code GET /slow/<length>/<number>}: the page after a second
 *   <li>{@code PUT} anywhere: counts the body; answers with {@link #STORED} once all came
 * </ul>
 */
public final class PageServer {
  /** The body of the answer to a PUT. */
  static final String STORED = "stored";

  private static final int BACKLOG = 4096;
  private static final int READ = 256 * 1024;
  private static final int STALL_MS = 1000;
  private static final int MOST_WORD = 9;

  private PageServer() {}

  /**
   * Runs one until its input ends; says its port first.
   *
   * @param args none
   * @throws IOException if the input cannot be read
   */
  public static void main(String[] args) throws IOException {
    MultiThreadIoEventLoopGroup group =
        new MultiThreadIoEventLoopGroup(1, Transport.preferred().newIoHandlerFactory(0));
    Pages pages = new Pages();
    Channel channel =
        new ServerBootstrap()
            .group(group)
            .channelFactory(Transport.preferred().serverSocket())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ))
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel child) {
                    child.pipeline().addLast(new Requests(pages));
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
    System.out.println(((InetSocketAddress) channel.localAddress()).getPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.unreleasableBuffer(
        Unpooled.directBuffer().writeBytes(text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Owned by the loop. The answers, head and body, by length. */
  private static final class Pages {
    private final Map<Integer, ByteBuf> answers = new HashMap<>();

    ByteBuf of(int length) {
      return answers.computeIfAbsent(length, Pages::make).duplicate();
    }

    private static ByteBuf make(int length) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = new GZIPOutputStream(packed)) {
        out.write(text(length));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      String head =
          "HTTP/1.1 200 OK\r\nServer: pages\r\nContent-Type: text/html; charset=utf-8\r\n"
              + "Content-Encoding: gzip\r\nCache-Control: max-age=60\r\nContent-Length: "
              + packed.size()
              + "\r\n\r\n";
      return Unpooled.unreleasableBuffer(
          Unpooled.directBuffer()
              .writeBytes(head.getBytes(StandardCharsets.US_ASCII))
              .writeBytes(packed.toByteArray()));
    }

    /** Words of a small vocabulary, so that it packs about as well as a page does. */
    private static byte[] text(int length) {
      Random random = new Random(length);
      String[] words = new String[1000];
      for (int i = 0; i < words.length; i++) {
        StringBuilder word = new StringBuilder();
        for (int left = 1 + random.nextInt(MOST_WORD); left > 0; left--) {
          word.append((char) ('a' + random.nextInt(26)));
        }
        words[i] = word.append(' ').toString();
      }
      StringBuilder text = new StringBuilder(length + MOST_WORD + 1);
      while (text.length() < length) {
        text.append(words[(int) (words.length * random.nextDouble() * random.nextDouble())]);
      }
      text.setLength(length);
      return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** Owned by the loop. One connection; each request head comes in one piece from these clients. */
  private static final class Requests extends ChannelInboundHandlerAdapter {
    private static final ByteBuf CONTINUE = bytes("HTTP/1.1 100 Continue\r\n\r\n");
    private static final ByteBuf DONE =
        bytes("HTTP/1.1 200 OK\r\nContent-Length: " + STORED.length() + "\r\n\r\n" + STORED);

    private final Pages pages;
    private long body;

    Requests(Pages pages) {
      this.pages = pages;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
      ByteBuf in = (ByteBuf) msg;
      try {
        if (body == 0) {
          begin(ctx, in);
        }
        if (body > 0) {
          body -= in.readableBytes();
          if (body == 0) {
            ctx.writeAndFlush(DONE.duplicate());
          } else if (body < 0) {
            ctx.close();
          }
        }
      } finally {
        in.release();
      }
    }

    private void begin(ChannelHandlerContext ctx, ByteBuf in) {
      int head = Math.min(in.readableBytes(), 4096);
      String text = in.toString(in.readerIndex(), head, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      if (end < 0) {
        ctx.close();
        return;
      }
      in.skipBytes(end + 4);
      if (text.startsWith("PUT ")) {
        body = number(text, text.indexOf("Content-Length: ") + "Content-Length: ".length());
        if (text.lastIndexOf("Expect: 100-continue", end) > 0) {
          ctx.writeAndFlush(CONTINUE.duplicate());
        }
        return;
      }
      String path = text.substring("GET ".length(), text.indexOf(' ', "GET ".length()));
      int slash = path.indexOf('/', 1);
      switch (path.substring(1, slash)) {
        case "page" -> page(ctx, path, slash);
        case "moved" ->
            ctx.writeAndFlush(
                ctx.alloc()
                    .buffer()
                    .writeBytes(
                        ("HTTP/1.1 302 Found\r\nLocation: /page"
                                + path.substring(slash)
                                + "\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII)));
        case "slow" ->
            ctx.executor().schedule(() -> page(ctx, path, slash), STALL_MS, TimeUnit.MILLISECONDS);
        default -> ctx.close();
      }
    }

    private void page(ChannelHandlerContext ctx, String path, int slash) {
      ctx.writeAndFlush(pages.of((int) number(path, slash + 1)));
    }

    private static long number(String text, int at) {
      int end = at;
      while (end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      return Long.parseLong(text, at, end, 10);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }
}
