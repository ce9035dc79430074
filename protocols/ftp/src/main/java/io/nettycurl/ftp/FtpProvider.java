package io.nettycurl.ftp;

import io.nettycurl.ftp.data.TicketMemory;
import io.nettycurl.ftp.option.FtpOpt;
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

/** Any thread. FTP, and FTP over TLS from the first byte. */
public final class FtpProvider implements ProtocolProvider {
  private static final String FAMILY = "ftp";
  private static final List<Scheme> SCHEMES =
      List.of(
          new Scheme("ftp", 21, false, true, FAMILY), new Scheme("ftps", 990, true, true, FAMILY));
  private static final Set<EasyOption<?>> OPTIONS =
      Set.of(
          CurlOpt.ACCEPTTIMEOUT_MS,
          CurlOpt.APPEND,
          CurlOpt.CHUNK_BGN_FUNCTION,
          CurlOpt.CHUNK_DATA,
          CurlOpt.CHUNK_END_FUNCTION,
          CurlOpt.CRLF,
          CurlOpt.CUSTOMREQUEST,
          CurlOpt.DIRLISTONLY,
          CurlOpt.FILETIME,
          CurlOpt.FNMATCH_DATA,
          CurlOpt.FNMATCH_FUNCTION,
          CurlOpt.FTPPORT,
          CurlOpt.FTPSSLAUTH,
          CurlOpt.FTP_ACCOUNT,
          CurlOpt.FTP_ALTERNATIVE_TO_USER,
          CurlOpt.FTP_CREATE_MISSING_DIRS,
          CurlOpt.FTP_FILEMETHOD,
          CurlOpt.FTP_SKIP_PASV_IP,
          CurlOpt.FTP_SSL_CCC,
          CurlOpt.FTP_USE_EPRT,
          CurlOpt.FTP_USE_EPSV,
          CurlOpt.FTP_USE_PRET,
          CurlOpt.IGNORE_CONTENT_LENGTH,
          CurlOpt.INFILESIZE,
          CurlOpt.INFILESIZE_LARGE,
          CurlOpt.MAXFILESIZE,
          CurlOpt.MAXFILESIZE_LARGE,
          CurlOpt.NOBODY,
          CurlOpt.PASSWORD,
          CurlOpt.POSTQUOTE,
          CurlOpt.PREQUOTE,
          CurlOpt.QUOTE,
          CurlOpt.RANGE,
          CurlOpt.READDATA,
          CurlOpt.READFUNCTION,
          CurlOpt.RESUME_FROM,
          CurlOpt.RESUME_FROM_LARGE,
          CurlOpt.SEEKDATA,
          CurlOpt.SEEKFUNCTION,
          CurlOpt.SERVER_RESPONSE_TIMEOUT,
          CurlOpt.SERVER_RESPONSE_TIMEOUT_MS,
          CurlOpt.TIMECONDITION,
          CurlOpt.TIMEVALUE,
          CurlOpt.TIMEVALUE_LARGE,
          CurlOpt.TRANSFERTEXT,
          CurlOpt.UPLOAD,
          CurlOpt.USERNAME,
          CurlOpt.USERPWD,
          CurlOpt.USE_SSL,
          CurlOpt.WILDCARDMATCH,
          FtpOpt.EPSV_AHEAD);

  private final TicketMemory tickets = new TicketMemory();

  /** For ServiceLoader. */
  public FtpProvider() {}

  @Override
  public Collection<Scheme> schemes() {
    return SCHEMES;
  }

  @Override
  public Set<EasyOption<?>> options() {
    return OPTIONS;
  }

  @Override
  public boolean logsIn() {
    return true;
  }

  @Override
  public Exchange newExchange(TransferContext transfer) {
    return new FtpExchange(transfer);
  }

  @Override
  public ProtocolHandler newHandler(ConnectionContext connection) {
    return new FtpHandler(connection, tickets);
  }
}
