package io.nettycurl.ftp;

import io.nettycurl.CurlCode;
import io.nettycurl.ftp.control.FtpLogin;
import io.nettycurl.ftp.control.FtpRequest;
import io.nettycurl.ftp.control.FtpTarget;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.NextStep;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.PercentCoding;
import java.util.List;
import java.util.function.Consumer;

/** Owned by the loop. One request to an FTP server. */
final class FtpExchange implements Exchange {
  private final TransferContext transfer;
  private FtpHandler handler;
  private BodySource source;
  private final FtpTarget target;
  private final WildcardPart part;

  FtpExchange(TransferContext transfer) {
    this.transfer = transfer;
    String urlPath = transfer.url().path();
    FtpTarget named = FtpTarget.of(urlPath);
    boolean wildcard = transfer.options().on(CurlOpt.WILDCARDMATCH) && named.pattern() != null;
    part = wildcard ? WildcardPart.of(transfer, named, urlPath) : null;
    target = wildcard ? part.target() : named;
  }

  TransferContext transfer() {
    return transfer;
  }

  /** The connection counts as this login's own; nobody else's request may ride on it. */
  @Override
  public CurlCode prepare(ConnectionPlan plan) {
    FtpLogin login = login();
    if (hasControlByte(login.user()) || hasControlByte(login.password())) {
      transfer.failed("Control byte in user name or password");
      return refusal();
    }
    if (anyBreaksLine()) {
      transfer.failed("Line end in an FTP command");
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    plan.affinity(login.affinity());
    return CurlCode.OK;
  }

  /** It depends on where the login comes from. */
  private CurlCode refusal() {
    if (transfer.options().get(CurlOpt.USERNAME) != null) {
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    CurlUrl url = transfer.url();
    if (hasControlByte(PercentCoding.decodeToText(url.user()))
        || hasControlByte(PercentCoding.decodeToText(url.password()))) {
      return CurlCode.URL_MALFORMAT;
    }
    return transfer.options().on(CurlOpt.NETRC)
        ? CurlCode.READ_ERROR
        : CurlCode.BAD_FUNCTION_ARGUMENT;
  }

  private static boolean hasControlByte(String text) {
    return text != null && text.chars().anyMatch(character -> character < ' ');
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
    return FtpRequest.of(transfer.options(), transfer.requestKind(), target, login());
  }

  /** Takes the listing that a wildcard is looked for in away from the user. */
  void addListWriter() {
    if (part != null) {
      part.addWriter();
    }
  }

  /** The server has done its part: ends with the code that it all comes to. */
  void over(CurlCode code, Consumer<CurlCode> end) {
    if (part == null) {
      end.accept(code);
    } else {
      part.over(code, end);
    }
  }

  @Override
  public NextStep next(CurlCode result) {
    return part != null && part.hasNext() ? NextStep.again() : null;
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
    if (part != null) {
      part.again();
    }
    return source == null ? CurlCode.OK : source.seek(0);
  }

  @Override
  public void close() {
    if (part != null) {
      part.close();
    }
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
