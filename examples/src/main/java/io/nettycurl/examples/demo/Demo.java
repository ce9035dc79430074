package io.nettycurl.examples.demo;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.nettycurl.examples.curl.console.Terminal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Owned by the main thread. Fetches 3,000 files over HTTP, HTTPS and FTP at once, from servers of
 * its own, with one multi on one thread, and compares every hash; or fetches the URLs given.
 */
public final class Demo {
  private static final int FILES = 3000;

  private Demo() {}

  /** Runs it; the exit code is 1 if anything failed. */
  public static void main(String[] args) throws Exception {
    boolean fine = args.length > 0 ? given(List.of(args)) : served(FILES);
    System.exit(fine ? 0 : 1);
  }

  /**
   * Fetches from servers started for it.
   *
   * @param count how many files
   * @return whether all arrived as they were sent
   */
  static boolean served(int count) throws Exception {
    DemoFiles files = new DemoFiles(count);
    X509Bundle certificate =
        new CertificateBuilder()
            .subject("CN=NettyCurl demo")
            .setIsCertificateAuthority(true)
            .addSanIpAddress("127.0.0.1")
            .buildSelfSigned();
    SslContext tls =
        SslContextBuilder.forServer(
                certificate.getKeyPair().getPrivate(), certificate.getCertificatePath())
            .build();
    try (WebServer http = new WebServer(files, null);
        WebServer https = new WebServer(files, tls);
        FileServer ftp = new FileServer(files)) {
      String[] servers = {http.url(), https.url(), ftp.url()};
      List<Download> downloads = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        downloads.add(new Download(servers[i % servers.length] + DemoFiles.name(i), i));
      }
      byte[] trusted = certificate.getCertificatePEM().getBytes(StandardCharsets.US_ASCII);
      return fetch(downloads, trusted, files);
    }
  }

  private static boolean given(List<String> urls) {
    List<Download> downloads = new ArrayList<>();
    for (String url : urls) {
      downloads.add(new Download(url, -1));
    }
    boolean fine = fetch(downloads, null, null);
    for (Download download : downloads) {
      if (!download.failed()) {
        System.out.println(download.hash() + "  " + download.url());
      }
    }
    return fine;
  }

  private static boolean fetch(List<Download> downloads, byte[] trusted, DemoFiles files) {
    boolean live = new Terminal().isTty(2);
    Report report = new Report(downloads.size(), live, System.nanoTime());
    Fetcher fetcher =
        new Fetcher(
            trusted,
            download -> {
              if (files != null) {
                download.compare(files.servedHash(download.number()));
              }
              report.add(download, System.nanoTime());
            });
    fetcher.fetch(downloads, () -> report.progress(System.nanoTime()));
    return report.print(System.nanoTime());
  }
}
