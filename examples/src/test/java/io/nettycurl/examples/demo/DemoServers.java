package io.nettycurl.examples.demo;

/** The demo's FTP server for tests in other packages. */
public final class DemoServers implements AutoCloseable {
  private final int count;
  private final FileServer ftp;

  public DemoServers(int count) throws Exception {
    this.count = count;
    ftp = new FileServer(new DemoFiles(count));
  }

  public String ftp() {
    return ftp.url();
  }

  public long totalSize() {
    long total = 0;
    for (int i = 0; i < count; i++) {
      total += DemoFiles.size(i);
    }
    return total;
  }

  @Override
  public void close() {
    ftp.close();
  }
}
