package io.nettycurl.benchmark;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.WriteCallback;
import io.nettycurl.ftp.option.FtpOpt;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.NettyCurl;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Owned by the main thread. So many transfers at a time through one multi, each started again as
 * soon as it is done; {@link Work} says of what kind. The same load as {@code multi_get.c}.
 */
final class MultiLoad implements Commands.Load {
  private final Work work;
  private final EventLoopGroup group;
  private final CurlMulti multi;
  private final Slot[] slots;
  private final Consumer<CurlMessage> over = this::finished;
  private long end;
  private boolean again;
  private long running;
  private long done;
  private long bad;
  private long connects;

  MultiLoad(Work work) throws IOException {
    this.work = work;
    slots = new Slot[work.parallel()];
    if (work.loops() > 0) {
      group =
          new MultiThreadIoEventLoopGroup(
              work.loops(), Transport.preferred().newIoHandlerFactory(0));
      multi = NettyCurl.groupMulti(group);
    } else {
      group = null;
      multi = CurlMulti.init();
    }
    // The default counts the transfers of the moment, and there are moments with few.
    MultiLoop.require(multi.setopt(CurlMultiOpt.MAXCONNECTS, 2L * slots.length));
    MultiLoop.require(
        multi.setopt(CurlMultiOpt.MAX_HOST_CONNECTIONS, work.http2() ? work.connections() : 0));
    for (int i = 0; i < slots.length; i++) {
      slots[i] = new Slot(work);
      prepare(slots[i]);
    }
  }

  /** Sets what the work asks for and nothing else. */
  private void prepare(Slot slot) {
    CurlEasy easy = slot.easy;
    MultiLoop.require(easy.setopt(CurlOpt.URL, work.url().toString()));
    MultiLoop.require(easy.setopt(CurlOpt.PRIVATE, slot));
    MultiLoop.require(easy.setopt(CurlOpt.WRITEFUNCTION, slot));
    if (work.tls() || work.ftpTls()) {
      MultiLoop.require(easy.setopt(CurlOpt.SSL_VERIFYPEER, 0));
      MultiLoop.require(easy.setopt(CurlOpt.SSL_VERIFYHOST, 0));
    }
    if (work.fresh()) {
      MultiLoop.require(easy.setopt(CurlOpt.FORBID_REUSE, 1));
    }
    if (work.ftp()) {
      ftp(easy);
    } else {
      http(easy);
    }
    if (work.put() != null) {
      MultiLoop.require(easy.setopt(CurlOpt.UPLOAD, 1));
      MultiLoop.require(easy.setopt(CurlOpt.INFILESIZE_LARGE, slot.size));
      MultiLoop.require(easy.setopt(CurlOpt.READDATA, slot.file));
    }
  }

  private void ftp(CurlEasy easy) {
    if (work.ftpTls()) {
      MultiLoop.require(easy.setopt(CurlOpt.USE_SSL, CurlSymbols.CURLUSESSL_ALL));
    }
    if (work.ahead()) {
      MultiLoop.require(easy.setopt(FtpOpt.EPSV_AHEAD, 1));
      MultiLoop.require(easy.setopt(CurlOpt.IGNORE_CONTENT_LENGTH, 1));
    }
  }

  private void http(CurlEasy easy) {
    if (work.http2()) {
      MultiLoop.require(
          easy.setopt(
              CurlOpt.HTTP_VERSION,
              work.tls()
                  ? CurlSymbols.CURL_HTTP_VERSION_2TLS
                  : CurlSymbols.CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE));
      MultiLoop.require(easy.setopt(CurlOpt.PIPEWAIT, 1));
    } else {
      MultiLoop.require(easy.setopt(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_1_1));
    }
  }

  /** What comes before the measured requests: each connection has carried two. */
  @Override
  public String run(long requests) {
    again = true;
    for (Slot slot : slots) {
      start(slot);
    }
    if (work.put() == null) {
      drive(2L * slots.length);
    }
    long count = done;
    long badBefore = bad;
    long connectsBefore = connects;
    Usage before = Usage.now();
    drive(requests);
    Usage used = Usage.now().since(before);
    count = done - count;
    long connectCount = connects - connectsBefore;
    again = false;
    drive(running);
    return "requests=%d %s bad=%d connects=%d"
        .formatted(count, used, bad - badBefore, connectCount);
  }

  private void start(Slot slot) {
    slot.begin();
    MultiLoop.require(multi.addHandle(slot.easy));
    running++;
  }

  /** Goes on until so many more transfers are done. */
  private void drive(long count) {
    end = done + count;
    MultiLoop.drive(multi, () -> done < end && running > 0, over);
  }

  private void finished(CurlMessage message) {
    CurlEasy easy = message.easy();
    Slot slot = (Slot) easy.getinfo(CurlInfo.PRIVATE);
    if (message.result() != CurlCode.OK
        || easy.getinfo(CurlInfo.RESPONSE_CODE) != work.success()
        || slot.received != work.length()) {
      if (bad++ == 0) {
        System.err.printf("%s %s%n", message.result(), easy.errorMessage());
      }
    }
    connects += easy.getinfo(CurlInfo.NUM_CONNECTS);
    done++;
    running--;
    multi.removeHandle(easy);
    if (again) {
      start(slot);
    }
  }

  @Override
  public void close() {
    multi.close();
    for (Slot slot : slots) {
      slot.close();
    }
    if (group != null) {
      group.shutdownGracefully(0, 10, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }

  /** One of the transfers, and what came of it. */
  private static final class Slot implements WriteCallback {
    private final CurlEasy easy = CurlEasy.init();
    private final FileChannel file;
    private final long size;
    private long received;

    Slot(Work work) throws IOException {
      file = work.put() == null ? null : FileChannel.open(work.put());
      size = file == null ? -1 : file.size();
    }

    void begin() {
      received = 0;
      if (file != null) {
        try {
          file.position(0);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    void close() {
      easy.close();
      if (file != null) {
        try {
          file.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    @Override
    public long write(ByteBuffer data, Object userdata) {
      received += data.remaining();
      return data.remaining();
    }
  }
}
