package io.nettycurl.file;

import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.ProtocolHandler;
import io.nettycurl.netty.spi.ProtocolProvider;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Any thread; no state. Files of this machine. */
public final class FileProvider implements ProtocolProvider {
  private static final List<Scheme> SCHEMES = List.of(new Scheme("file", 0, false, false, "file"));
  private static final Set<EasyOption<?>> OPTIONS =
      Set.of(
          CurlOpt.CRLF,
          CurlOpt.INFILESIZE,
          CurlOpt.INFILESIZE_LARGE,
          CurlOpt.MAXFILESIZE,
          CurlOpt.MAXFILESIZE_LARGE,
          CurlOpt.NEW_FILE_PERMS,
          CurlOpt.NOBODY,
          CurlOpt.RANGE,
          CurlOpt.READDATA,
          CurlOpt.READFUNCTION,
          CurlOpt.RESUME_FROM,
          CurlOpt.RESUME_FROM_LARGE,
          CurlOpt.TIMECONDITION,
          CurlOpt.TIMEVALUE,
          CurlOpt.TIMEVALUE_LARGE,
          CurlOpt.UPLOAD);

  /** For ServiceLoader. */
  public FileProvider() {}

  @Override
  public Collection<Scheme> schemes() {
    return SCHEMES;
  }

  @Override
  public Set<EasyOption<?>> options() {
    return OPTIONS;
  }

  @Override
  public Exchange newExchange(TransferContext transfer) {
    return new FileExchange(transfer);
  }

  @Override
  public ProtocolHandler newHandler(ConnectionContext connection) {
    throw new UnsupportedOperationException("file:// has no connections");
  }
}
