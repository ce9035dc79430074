package io.nettycurl.benchmark;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.WriteCallback;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Owned by the main thread. So many transfers at a time through one multi, each started again as
 * soon as it is done: {@code <url> <length> <parallel> [new] [h2=<connections>]}. With {@code new},
 * each has a connection of its own; with {@code h2}, they share so many as streams. The same load
 * as {@code multi_get.c}.
 *
 * <p>Each line {@code run <requests>} on standard input is answered by one line on standard output.
 */
public final class KeepAliveGet {
  private static final int WAIT_MS = 1000;
  private static final boolean FTP_TLS = System.getenv("FTP_TLS") != null;

  private final CurlMulti multi = CurlMulti.init();
  private final Slot[] slots;
  private final long length;
  private final long success;
  private final boolean fresh;
  private final int http2;
  private long running;
  private long done;
  private long bad;
  private long connects;

  private KeepAliveGet(String[] args) {
    String url = args[0];
    length = Long.parseLong(args[1]);
    slots = new Slot[Integer.parseInt(args[2])];
    success = url.startsWith("http") ? 200 : 226;
    List<String> more = List.of(args).subList(3, args.length);
    fresh = more.contains("new");
    http2 =
        more.stream()
            .filter(arg -> arg.startsWith("h2="))
            .mapToInt(arg -> Integer.parseInt(arg.substring("h2=".length())))
            .findFirst()
            .orElse(0);
    // The default counts the transfers of the moment, and there are moments with few.
    require(multi.setopt(CurlMultiOpt.MAXCONNECTS, 2L * slots.length));
    require(multi.setopt(CurlMultiOpt.MAX_HOST_CONNECTIONS, http2));
    for (int i = 0; i < slots.length; i++) {
      slots[i] = new Slot();
      prepare(slots[i], url);
    }
  }

  private void prepare(Slot slot, String url) {
    CurlEasy easy = slot.easy;
    require(easy.setopt(CurlOpt.URL, url));
    require(easy.setopt(CurlOpt.PRIVATE, slot));
    require(easy.setopt(CurlOpt.WRITEFUNCTION, slot));
    if (url.startsWith("https:") || url.startsWith("ftp") && FTP_TLS) {
      require(easy.setopt(CurlOpt.SSL_VERIFYPEER, 0));
      require(easy.setopt(CurlOpt.SSL_VERIFYHOST, 0));
    }
    if (url.startsWith("ftp:") && FTP_TLS) {
      require(easy.setopt(CurlOpt.USE_SSL, CurlSymbols.CURLUSESSL_ALL));
    }
    if (fresh) {
      require(easy.setopt(CurlOpt.FORBID_REUSE, 1));
    }
    if (http2 > 0) {
      require(
          easy.setopt(
              CurlOpt.HTTP_VERSION,
              url.startsWith("https:")
                  ? CurlSymbols.CURL_HTTP_VERSION_2TLS
                  : CurlSymbols.CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE));
      require(easy.setopt(CurlOpt.PIPEWAIT, 1));
    } else if (url.startsWith("http")) {
      require(easy.setopt(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_1_1));
    }
  }

  private static void require(Enum<?> code) {
    if (code != CurlCode.OK && code != CurlMultiCode.OK) {
      throw new IllegalStateException(code.toString());
    }
  }

  /**
   * Runs until the end of standard input.
   *
   * @param args the address, the length of the body there, how many transfers at a time, and how
   * @throws IOException if standard input cannot be read
   */
  public static void main(String[] args) throws IOException {
    KeepAliveGet load = new KeepAliveGet(args);
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    System.out.println("Java " + Runtime.version());
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      System.out.println(load.run(Long.parseLong(line.substring("run ".length()))));
    }
    load.multi.close();
  }

  private String run(long requests) {
    for (Slot slot : slots) {
      start(slot);
    }
    drive(2L * slots.length, true);
    long count = done;
    long badBefore = bad;
    long connectsBefore = connects;
    Usage before = Usage.now();
    drive(requests, true);
    Usage used = Usage.now().since(before);
    count = done - count;
    long badCount = bad - badBefore;
    long connectCount = connects - connectsBefore;
    drive(running, false);
    return "requests=" + count + ' ' + used + " bad=" + badCount + " connects=" + connectCount;
  }

  private void start(Slot slot) {
    slot.received = 0;
    if (multi.addHandle(slot.easy) != CurlMultiCode.OK) {
      throw new IllegalStateException("add");
    }
    running++;
  }

  /** Goes on until so many more transfers are done; starts new ones only if told to. */
  private void drive(long count, boolean again) {
    long end = done + count;
    while (done < end && running > 0) {
      if (multi.perform() != CurlMultiCode.OK) {
        throw new IllegalStateException("perform");
      }
      for (CurlMessage message = multi.infoRead(); message != null; message = multi.infoRead()) {
        finished(message, again);
      }
      if (done < end && running > 0) {
        multi.poll(WAIT_MS);
      }
    }
  }

  private void finished(CurlMessage message, boolean again) {
    CurlEasy easy = message.easy();
    Slot slot = (Slot) easy.getinfo(CurlInfo.PRIVATE);
    if (message.result() != CurlCode.OK
        || easy.getinfo(CurlInfo.RESPONSE_CODE) != success
        || slot.received != length) {
      bad++;
    }
    connects += easy.getinfo(CurlInfo.NUM_CONNECTS);
    done++;
    running--;
    multi.removeHandle(easy);
    if (again) {
      start(slot);
    }
  }

  /** One of the transfers, and what came of it. */
  private static final class Slot implements WriteCallback {
    private final CurlEasy easy = CurlEasy.init();
    private long received;

    @Override
    public long write(ByteBuffer data, Object userdata) {
      received += data.remaining();
      return data.remaining();
    }
  }
}
