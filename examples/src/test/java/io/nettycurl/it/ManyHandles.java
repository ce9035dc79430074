package io.nettycurl.it;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.util.ArrayList;
import java.util.List;

/**
 * Owned by the main thread. A program that adds a great many transfers at once and waits for all of
 * them: {@code <url> <length> <handles> <connections>}. Prints how many connections it took; ends
 * with 1 at the first transfer that went wrong.
 */
final class ManyHandles {
  private static final long[] RECEIVED = new long[1];

  private ManyHandles() {}

  public static void main(String[] args) {
    String url = args[0];
    long length = Long.parseLong(args[1]);
    int count = Integer.parseInt(args[2]);
    long limit = Long.parseLong(args[3]);
    try (CurlMulti multi = CurlMulti.init()) {
      require(multi.setopt(CurlMultiOpt.MAX_TOTAL_CONNECTIONS, limit) == CurlMultiCode.OK, "limit");
      for (CurlEasy easy : handles(url, count)) {
        require(multi.addHandle(easy) == CurlMultiCode.OK, "add");
      }
      System.out.println("connections " + runAll(multi, count, length));
      require(RECEIVED[0] == length * count, RECEIVED[0] + " bytes in all");
    }
  }

  private static List<CurlEasy> handles(String url, int count) {
    List<CurlEasy> handles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      CurlEasy easy = CurlEasy.init();
      require(easy.setopt(CurlOpt.URL, url) == CurlCode.OK, "URL");
      require(
          easy.setopt(
                  CurlOpt.WRITEFUNCTION,
                  (data, userdata) -> {
                    RECEIVED[0] += data.remaining();
                    return data.remaining();
                  })
              == CurlCode.OK,
          "WRITEFUNCTION");
      handles.add(easy);
    }
    return handles;
  }

  private static long runAll(CurlMulti multi, int count, long length) {
    long connections = 0;
    int left = count;
    while (left > 0) {
      require(multi.perform() == CurlMultiCode.OK, "perform");
      for (CurlMessage done = multi.infoRead(); done != null; done = multi.infoRead()) {
        CurlEasy easy = done.easy();
        require(done.result() == CurlCode.OK, done.result() + " " + easy.errorMessage());
        require(easy.getinfo(CurlInfo.RESPONSE_CODE) == 200, "status");
        require(easy.getinfo(CurlInfo.SIZE_DOWNLOAD_T) == length, "length");
        connections += easy.getinfo(CurlInfo.NUM_CONNECTS);
        multi.removeHandle(easy);
        easy.close();
        left--;
      }
      if (left > 0) {
        require(multi.poll(1000) == CurlMultiCode.OK, "poll");
      }
    }
    return connections;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(what);
    }
  }
}
