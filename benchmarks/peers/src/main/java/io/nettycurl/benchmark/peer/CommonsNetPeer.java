package io.nettycurl.benchmark.peer;

import io.nettycurl.benchmark.Work;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;

/** Thread-safe. Apache Commons Net for FTP: it blocks, so each connection has a thread. */
final class CommonsNetPeer implements Peer {
  private final ExecutorService threads;
  private final BlockingQueue<FTPClient> idle = new LinkedBlockingQueue<>();
  private final String path;

  CommonsNetPeer(Work work) {
    threads = Executors.newFixedThreadPool(work.connections());
    path = work.url().getPath().substring(1);
    try {
      for (int i = 0; i < work.connections(); i++) {
        idle.add(connect(work));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FTPClient connect(Work work) throws IOException {
    FTPClient client = new FTPClient();
    client.setUseEPSVwithIPv4(true);
    client.setBufferSize(64 * 1024);
    client.connect(work.url().getHost(), work.url().getPort());
    if (!client.login("anonymous", "load@example.com")
        || !client.setFileType(FTP.BINARY_FILE_TYPE)) {
      throw new IOException(client.getReplyString());
    }
    client.enterLocalPassiveMode();
    return client;
  }

  @Override
  public void get(End end) {
    threads.execute(
        () -> {
          FTPClient client = idle.remove();
          int status = -1;
          long bytes = 0;
          try {
            bytes = read(client);
            if (client.completePendingCommand()) {
              status = client.getReplyCode();
            }
          } catch (IOException e) {
            // Counted as bad: the status stays -1.
            Faults.tell(e);
          }
          idle.add(client);
          end.over(status, bytes);
        });
  }

  private long read(FTPClient client) throws IOException {
    try (InputStream in = client.retrieveFileStream(path)) {
      if (in == null) {
        throw new IOException(client.getReplyString());
      }
      byte[] buffer = new byte[64 * 1024];
      long bytes = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
      }
      return bytes;
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    for (FTPClient client : idle) {
      try {
        client.disconnect();
      } catch (IOException e) {
        System.err.println(e);
      }
    }
  }
}
