package io.nettycurl.examples.stories;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Many files from one FTP server over a few connections: each login is used again and again. */
public final class ManyFtpFiles {
  private static final long CONNECTIONS = 4;

  private ManyFtpFiles() {}

  /** What it came to; connections are those that carry commands. */
  record Totals(int files, int failed, long bytes, int connections) {}

  /** Fetches, from the directory that the first argument names, the files of the others. */
  public static void main(String[] args) {
    Totals totals = fetch(args[0], Arrays.copyOfRange(args, 1, args.length));
    System.out.println(totals);
    System.exit(totals.failed() == 0 ? 0 : 1);
  }

  static Totals fetch(String directory, String... names) {
    int files = 0;
    int failed = 0;
    long bytes = 0;
    Set<Long> connections = new HashSet<>();
    try (CurlMulti multi = CurlMulti.init()) {
      multi.setopt(CurlMultiOpt.MAX_HOST_CONNECTIONS, CONNECTIONS);
      for (String name : names) {
        CurlEasy easy = CurlEasy.init();
        easy.setopt(CurlOpt.URL, directory + name);
        easy.setopt(CurlOpt.WRITEFUNCTION, (data, userdata) -> data.remaining());
        multi.addHandle(easy);
      }
      while (files < names.length) {
        multi.perform();
        for (CurlMessage done = multi.infoRead(); done != null; done = multi.infoRead()) {
          CurlEasy easy = done.easy();
          files++;
          failed += done.result() == CurlCode.OK ? 0 : 1;
          bytes += easy.getinfo(CurlInfo.SIZE_DOWNLOAD_T);
          connections.add(easy.getinfo(CurlInfo.CONN_ID));
          multi.removeHandle(easy);
          easy.close();
        }
        multi.poll(files < names.length ? 1000 : 0);
      }
    }
    return new Totals(files, failed, bytes, connections.size());
  }
}
