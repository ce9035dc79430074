package io.nettycurl.benchmark;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Owned by the main thread. So many transfers at a time through one multi, each started again as
 * soon as it is done: {@code <url> <length> <connections>}. The same load as {@code multi_get.c}.
 *
 * <p>Each line {@code run <requests>} on standard input is answered by one line on standard output.
 */
public final class KeepAliveGet {
  private static final int WAIT_MS = 1000;

  private final CurlMulti multi = CurlMulti.init();
  private final Slot[] slots;
  private final long length;
  private long running;
  private long done;
  private long bad;
  private long connects;

  private KeepAliveGet(String url, long length, int connections) {
    this.length = length;
    this.slots = new Slot[connections];
    // The default counts the transfers of the moment, and there are moments with few.
    if (multi.setopt(CurlMultiOpt.MAXCONNECTS, 2L * connections) != CurlMultiCode.OK) {
      throw new IllegalStateException("MAXCONNECTS");
    }
    for (int i = 0; i < connections; i++) {
      slots[i] = new Slot(url);
    }
  }

  /**
   * Runs until the end of standard input.
   *
   * @param args the address, the length of the body there, how many transfers at a time
   * @throws IOException if standard input cannot be read
   */
  public static void main(String[] args) throws IOException {
    KeepAliveGet load =
        new KeepAliveGet(args[0], Long.parseLong(args[1]), Integer.parseInt(args[2]));
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
        || easy.getinfo(CurlInfo.RESPONSE_CODE) != 200
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

  private static final class Slot {
    private final CurlEasy easy = CurlEasy.init();
    private long received;

    Slot(String url) {
      require(easy.setopt(CurlOpt.URL, url));
      require(easy.setopt(CurlOpt.PRIVATE, this));
      require(
          easy.setopt(
              CurlOpt.WRITEFUNCTION,
              (data, userdata) -> {
                received += data.remaining();
                return data.remaining();
              }));
    }

    private static void require(CurlCode code) {
      if (code != CurlCode.OK) {
        throw new IllegalStateException(code.toString());
      }
    }
  }
}
