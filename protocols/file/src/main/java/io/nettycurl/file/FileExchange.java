package io.nettycurl.file;

import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.spi.RequestKind;
import io.nettycurl.url.PercentCoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Owned by the loop. One file, read or written. */
final class FileExchange implements Exchange {
  private final TransferContext transfer;
  private FileWork work;

  FileExchange(TransferContext transfer) {
    this.transfer = transfer;
  }

  /** Only this machine's files: another host would have to be asked over a network. */
  @Override
  public CurlCode prepare(ConnectionPlan plan) {
    String host = transfer.url().host();
    if (host == null || host.isEmpty() || isLocal(host.toLowerCase(Locale.ROOT))) {
      return CurlCode.OK;
    }
    transfer.failed("file:// reaches no host but this one: " + host);
    return CurlCode.URL_MALFORMAT;
  }

  private static boolean isLocal(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1");
  }

  @Override
  public void run() {
    byte[] bytes = PercentCoding.decode(transfer.url().path());
    String name = new String(bytes, StandardCharsets.UTF_8);
    if (name.indexOf('\0') >= 0) {
      transfer.failed("The path has a NUL byte");
      transfer.done(CurlCode.URL_MALFORMAT, false);
      return;
    }
    boolean upload = transfer.requestKind() == RequestKind.PUT;
    try {
      Path file = Path.of(name);
      work = upload ? new FileUpload(transfer, file) : new FileDownload(transfer, file);
    } catch (InvalidPathException e) {
      transfer.failed("Could not open file " + name);
      transfer.done(CurlCode.FILE_COULDNT_READ_FILE, false);
      return;
    }
    work.start();
  }

  @Override
  public void pauseReceive(boolean paused) {
    if (work != null) {
      work.pause(paused);
    }
  }

  @Override
  public void resumeSend() {
    if (work != null) {
      work.resume();
    }
  }

  @Override
  public void close() {
    if (work != null) {
      try {
        work.close();
      } catch (IOException e) {
        transfer.info("Closing the file failed: " + e.getMessage());
      }
    }
  }
}
