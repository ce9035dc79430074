package io.nettycurl.examples.stories;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.option.CurlOpt;

/** The loop of the multi interface: many transfers, one thread, ten lines. */
public final class TenLines {
  private TenLines() {}

  /** Fetches all URLs at once and says how each ended. */
  public static void main(String[] urls) {
    try (CurlMulti multi = CurlMulti.init()) {
      for (String url : urls) {
        CurlEasy easy = CurlEasy.init();
        easy.setopt(CurlOpt.URL, url);
        easy.setopt(CurlOpt.WRITEFUNCTION, (data, userdata) -> data.remaining());
        multi.addHandle(easy);
      }

      while (!multi.getHandles().isEmpty()) {
        multi.perform();
        for (CurlMessage done = multi.infoRead(); done != null; done = multi.infoRead()) {
          report(done);
          multi.removeHandle(done.easy());
          done.easy().close();
        }
        multi.poll(multi.runningHandles() > 0 ? 1000 : 0);
      }
    }
  }

  private static void report(CurlMessage done) {
    CurlEasy easy = done.easy();
    System.out.println(
        easy.getinfo(CurlInfo.EFFECTIVE_URL)
            + ": "
            + done.result()
            + ", "
            + easy.getinfo(CurlInfo.SIZE_DOWNLOAD_T)
            + " bytes");
  }
}
