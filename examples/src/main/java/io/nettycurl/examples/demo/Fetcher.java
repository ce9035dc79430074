package io.nettycurl.examples.demo;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.util.List;
import java.util.function.Consumer;

/** Owned by the thread that calls it. Fetches everything through one multi. */
final class Fetcher {
  private static final long CONNECTIONS_PER_HOST = 16;
  private static final int WAIT_MS = 1000;
  private static final long NO_PROGRESS_SECONDS = 30;

  private final byte[] trusted;
  private final Consumer<Download> finished;

  /**
   * A fetcher.
   *
   * @param trusted certificates in PEM to trust; null for the usual ones
   * @param finished told about every download that ended
   */
  Fetcher(byte[] trusted, Consumer<Download> finished) {
    this.trusted = trusted;
    this.finished = finished;
  }

  /**
   * Fetches. All transfers are added at once; how many run is the multi's business.
   *
   * @param downloads what
   * @param each called whenever something may have changed
   */
  void fetch(List<Download> downloads, Runnable each) {
    try (CurlMulti multi = CurlMulti.init()) {
      check(multi.setopt(CurlMultiOpt.MAX_HOST_CONNECTIONS, CONNECTIONS_PER_HOST));
      for (Download download : downloads) {
        check(multi.addHandle(easy(download)));
      }
      do {
        check(multi.perform());
        for (CurlMessage done = multi.infoRead(); done != null; done = multi.infoRead()) {
          finish(multi, done);
        }
        each.run();
        if (multi.runningHandles() > 0) {
          check(multi.poll(WAIT_MS));
        }
      } while (multi.runningHandles() > 0);
    }
  }

  private void finish(CurlMulti multi, CurlMessage done) {
    CurlEasy easy = done.easy();
    Download download = (Download) easy.getinfo(CurlInfo.PRIVATE);
    multi.removeHandle(easy);
    download.finish(easy, done.result());
    easy.close();
    finished.accept(download);
  }

  private CurlEasy easy(Download download) {
    CurlEasy easy = CurlEasy.init();
    check(easy.setopt(CurlOpt.URL, download.url()));
    check(easy.setopt(CurlOpt.WRITEFUNCTION, download));
    check(easy.setopt(CurlOpt.PRIVATE, download));
    check(easy.setopt(CurlOpt.FAILONERROR, 1));
    check(easy.setopt(CurlOpt.FOLLOWLOCATION, 1));
    check(easy.setopt(CurlOpt.LOW_SPEED_LIMIT, 1));
    check(easy.setopt(CurlOpt.LOW_SPEED_TIME, NO_PROGRESS_SECONDS));
    if (trusted != null) {
      check(easy.setopt(CurlOpt.CAINFO_BLOB, trusted));
    }
    return easy;
  }

  private static void check(CurlCode code) {
    if (code != CurlCode.OK) {
      throw new IllegalStateException(code.name() + ": " + code.strerror());
    }
  }

  private static void check(CurlMultiCode code) {
    if (code != CurlMultiCode.OK) {
      throw new IllegalStateException(code.name());
    }
  }
}
