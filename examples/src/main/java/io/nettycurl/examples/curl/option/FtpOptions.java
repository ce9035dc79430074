package io.nettycurl.examples.curl.option;

import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.config.FtpConfig;
import io.nettycurl.examples.curl.config.OperationConfig;
import java.util.Locale;

/** Owned by the command's thread. Options on FTP. */
final class FtpOptions implements OptionHandler {
  private final OptionContext context;

  FtpOptions(OptionContext context) {
    this.context = context;
  }

  @Override
  public void apply(CliOption option, String value, boolean on, OperationConfig config)
      throws ParameterException {
    FtpConfig ftp = config.ftp;
    switch (option) {
      case APPEND -> ftp.append = on;
      case USE_ASCII -> ftp.ascii = on;
      case LIST_ONLY -> ftp.listOnly = on;
      case QUOTE -> quote(ftp, value);
      case FTP_PORT -> ftp.port = Values.notBlank(value);
      case FTP_PASV -> ftp.port = null;
      case DISABLE_EPSV -> ftp.disableEpsv = on;
      case EPSV -> ftp.disableEpsv = !on;
      case DISABLE_EPRT -> ftp.disableEprt = on;
      case EPRT -> ftp.disableEprt = !on;
      case FTP_SKIP_PASV_IP -> ftp.skipPasvIp = on;
      case FTP_PRET -> ftp.pret = on;
      case FTP_ACCOUNT -> ftp.account = Values.notBlank(value);
      case FTP_ALTERNATIVE_TO_USER -> ftp.alternativeToUser = Values.notBlank(value);
      case FTP_METHOD -> ftp.fileMethod = fileMethod(value);
      case FTP_CREATE_DIRS -> ftp.createDirs = on;
      default -> tls(option, value, on, ftp);
    }
  }

  private void tls(CliOption option, String value, boolean on, FtpConfig ftp)
      throws ParameterException {
    switch (option) {
      case FTP_SSL, SSL -> ssl(option, on, ftp);
      case FTP_SSL_REQD, SSL_REQD -> ftp.sslRequired = on;
      case FTP_SSL_CONTROL -> {
        ftp.sslControl = on;
        if (on && ftp.ssl) {
          ftp.ssl = false;
          context.messages().warn("--" + option.longName() + " overrides --ssl");
        }
      }
      case FTP_SSL_CCC -> {
        ftp.ccc = on;
        if (ftp.cccMode == 0) {
          ftp.cccMode = CurlSymbols.CURLFTPSSL_CCC_PASSIVE;
        }
      }
      case FTP_SSL_CCC_MODE -> {
        ftp.ccc = true;
        ftp.cccMode = cccMode(value);
      }
      default -> throw new ParameterException(ParameterError.OPTION_UNKNOWN);
    }
  }

  private void ssl(CliOption option, boolean on, FtpConfig ftp) {
    ftp.ssl = on;
    if (on) {
      context
          .messages()
          .warn("--" + option.longName() + " is an insecure option, consider --ssl-reqd instead");
      if (ftp.sslControl) {
        ftp.sslControl = false;
        context.messages().warn("--" + option.longName() + " overrides --ftp-ssl-control");
      }
    }
  }

  private static void quote(FtpConfig ftp, String value) {
    if (value.startsWith("-")) {
      ftp.postQuote.add(value.substring(1));
    } else if (value.startsWith("+")) {
      ftp.preQuote.add(value.substring(1));
    } else {
      ftp.quote.add(value);
    }
  }

  private long fileMethod(String value) {
    switch (value.toLowerCase(Locale.ROOT)) {
      case "singlecwd":
        return CurlSymbols.CURLFTPMETHOD_SINGLECWD;
      case "nocwd":
        return CurlSymbols.CURLFTPMETHOD_NOCWD;
      case "multicwd":
        return CurlSymbols.CURLFTPMETHOD_MULTICWD;
      default:
        context.messages().warn("unrecognized ftp file method '" + value + "', using default");
        return CurlSymbols.CURLFTPMETHOD_MULTICWD;
    }
  }

  private long cccMode(String value) {
    switch (value.toLowerCase(Locale.ROOT)) {
      case "passive":
        return CurlSymbols.CURLFTPSSL_CCC_PASSIVE;
      case "active":
        return CurlSymbols.CURLFTPSSL_CCC_ACTIVE;
      default:
        context.messages().warn("unrecognized ftp CCC method '" + value + "', using default");
        return CurlSymbols.CURLFTPSSL_CCC_PASSIVE;
    }
  }
}
