package io.nettycurl.ftp;

import io.nettycurl.CurlCode;
import io.nettycurl.ftp.control.FtpLogin;
import io.nettycurl.ftp.control.FtpRequest;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.CurlOpt;
import java.util.List;

/** Owned by the loop. One request to an FTP server. */
final class FtpExchange implements Exchange {
  private final TransferContext transfer;
  private FtpHandler handler;
  private BodySource source;

  FtpExchange(TransferContext transfer) {
    this.transfer = transfer;
  }

  TransferContext transfer() {
    return transfer;
  }

  /** The connection counts as this login's own; nobody else's request may ride on it. */
  @Override
  public CurlCode prepare(ConnectionPlan plan) {
    FtpLogin login = login();
    if (breaksLine(login.user()) || breaksLine(login.password())) {
      transfer.failed("Control byte in user name or password");
      return transfer.options().get(CurlOpt.USERNAME) == null && transfer.url().user() != null
          ? CurlCode.URL_MALFORMAT
          : CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    if (anyBreaksLine()) {
      transfer.failed("Line end in an FTP command");
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    plan.affinity(login.affinity());
    return CurlCode.OK;
  }

  private FtpLogin login() {
    return FtpRequest.loginOf(transfer.options(), transfer.user(), transfer.password());
  }

  /** What is put into a command must not become two. */
  private boolean anyBreaksLine() {
    String command = transfer.options().get(CurlOpt.CUSTOMREQUEST);
    return command != null && breaksLine(command)
        || anyBreaksLine(transfer.options().get(CurlOpt.QUOTE))
        || anyBreaksLine(transfer.options().get(CurlOpt.PREQUOTE))
        || anyBreaksLine(transfer.options().get(CurlOpt.POSTQUOTE));
  }

  private static boolean anyBreaksLine(List<String> commands) {
    return commands != null && commands.stream().anyMatch(FtpExchange::breaksLine);
  }

  private static boolean breaksLine(String text) {
    return text.chars().anyMatch(character -> character < ' ' && character != '\t');
  }

  FtpRequest request() {
    return FtpRequest.of(
        transfer.options(), transfer.requestKind(), transfer.url().path(), login());
  }

  void startedOn(FtpHandler newHandler) {
    handler = newHandler;
  }

  /** The body to send, opened when it is needed first. */
  BodySource source(long announced) {
    if (source == null) {
      source = transfer.openBody(transfer.callbackBody(announced));
    }
    return source;
  }

  @Override
  public CurlCode rewind() {
    return source == null ? CurlCode.OK : source.seek(0);
  }

  @Override
  public void pauseReceive(boolean paused) {
    if (handler != null) {
      handler.pauseReceive(this, paused);
    }
  }

  @Override
  public void resumeSend() {
    if (handler != null) {
      handler.resumeSend(this);
    }
  }
}
