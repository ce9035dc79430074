package io.nettycurl.examples.curl.transfer;

import io.nettycurl.examples.curl.config.FtpConfig;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import java.util.List;

/** Any thread; no state. Options of the command as options of a handle: FTP. */
final class FtpSetup {
  private FtpSetup() {}

  /** For FTP URLs. */
  static void apply(FtpConfig ftp, OptionSetter to) throws TransferException {
    to.set(CurlOpt.FTPPORT, ftp.port);
    if (ftp.disableEpsv) {
      to.set(CurlOpt.FTP_USE_EPSV, 0L);
    }
    if (ftp.disableEprt) {
      to.set(CurlOpt.FTP_USE_EPRT, 0L);
    }
    if (ftp.ccc) {
      to.set(CurlOpt.FTP_SSL_CCC, ftp.cccMode);
    }
    to.set(CurlOpt.FTP_ACCOUNT, ftp.account);
    to.set(CurlOpt.FTP_SKIP_PASV_IP, ftp.skipPasvIp);
    if (ftp.fileMethod != 0) {
      to.set(CurlOpt.FTP_FILEMETHOD, ftp.fileMethod);
    }
    to.set(CurlOpt.FTP_ALTERNATIVE_TO_USER, ftp.alternativeToUser);
    to.on(CurlOpt.FTP_USE_PRET, ftp.pret);
  }

  /** For any URL: a redirect may lead to FTP, and file:// lists directories too. */
  static void all(FtpConfig ftp, OptionSetter to) throws TransferException {
    to.on(CurlOpt.DIRLISTONLY, ftp.listOnly);
    to.on(CurlOpt.APPEND, ftp.append);
    to.on(CurlOpt.TRANSFERTEXT, ftp.ascii);
  }

  /** The commands of -Q. */
  static void commands(FtpConfig ftp, OptionSetter to) throws TransferException {
    list(CurlOpt.QUOTE, ftp.quote, to);
    list(CurlOpt.POSTQUOTE, ftp.postQuote, to);
    list(CurlOpt.PREQUOTE, ftp.preQuote, to);
  }

  private static void list(EasyOption<List<String>> option, List<String> list, OptionSetter to)
      throws TransferException {
    if (!list.isEmpty()) {
      to.set(option, list);
    }
  }
}
