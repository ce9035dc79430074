package io.nettycurl.http;

import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.RequestKind;

/**
 * Owned by the loop. Whether another request follows a response (a redirect, a challenge, a refused
 * expectation), and what becomes of a request that is still being sent meanwhile.
 */
final class Repetition {
  /** So little of an upload is sent on even if nobody wants it, to keep the connection. */
  private static final int LITTLE = 2000;

  private final HttpExchange exchange;
  private final ResponseFields fields;
  private TransferContext transfer;
  private HttpSession session;
  private OptionValues options;
  private String followTo;
  private boolean again;
  private boolean rewinds;

  Repetition(HttpExchange exchange, ResponseFields fields) {
    this.exchange = exchange;
    this.fields = fields;
  }

  /** Starts on the response to a request of a transfer. */
  void begin(TransferContext newTransfer, HttpSession newSession) {
    transfer = newTransfer;
    session = newSession;
    options = newTransfer.options();
    followTo = null;
    again = false;
    rewinds = false;
  }

  /** Lets go of the transfer. */
  void clear() {
    transfer = null;
    session = null;
    options = null;
    followTo = null;
  }

  /** Whether another request follows. */
  boolean wanted() {
    return followTo != null || again;
  }

  /** A redirect is to be followed. */
  void follow(String location) {
    followTo = location;
    leaveForAnother();
  }

  // Authentication

  /** The head is there: answers challenges, and fails where an error status is to do so. */
  CurlCode authenticate(int status) {
    Authentication authentication = exchange.request().authentication();
    authentication.responded(status, exchange.closing());
    if (session.authenticates()) {
      session.tellAuth(transfer);
    }
    if (fails(status)) {
      return failed(status);
    }
    if (session.authProblem()) {
      return options.on(CurlOpt.FAILONERROR) ? failed(status) : CurlCode.OK;
    }
    boolean probed = exchange.request().probing() && status < 300;
    boolean picked = authentication.pick(status, probed);
    if (session.authenticates()) {
      session.tellAuth(transfer);
    }
    if (picked) {
      again = true;
      leaveForAnother();
      if (authentication.picksNtlm() && exchange.requestVersion() > 11) {
        exchange.info("Forcing HTTP/1.1 for NTLM");
        session.oneOneOnly = true;
      }
    } else if (probed && !session.hostAuth(transfer).done()) {
      // Nobody asked for credentials: the body that was held back is sent now.
      session.hostAuth(transfer).skip();
      again = true;
    }
    return fails(status) ? failed(status) : CurlCode.OK;
  }

  private boolean fails(int status) {
    if (!options.on(CurlOpt.FAILONERROR) || status < 400 || pastTheEnd(status)) {
      return false;
    }
    if (status == 401) {
      return exchange.request().authentication().own() == null || session.authProblem();
    }
    if (status == 407) {
      return exchange.request().authentication().proxys() == null || session.authProblem();
    }
    return true;
  }

  /** A download is resumed where there is nothing left. */
  boolean pastTheEnd(int status) {
    return status == 416 && fields.resumeFrom != 0 && session.kind == RequestKind.GET;
  }

  private CurlCode failed(int status) {
    transfer.failed("The requested URL returned error: " + status);
    return CurlCode.HTTP_RETURNED_ERROR;
  }

  // A request that is still being sent

  /** Another request follows, so that the rest of the body is sent in vain. */
  private void leaveForAnother() {
    rewinds |= exchange.request().wasRead();
    if (exchange.closing() || exchange.upload().finished()) {
      return;
    }
    long length = exchange.request().bodyLength();
    long left = length - exchange.upload().sent();
    boolean much = length < 0 || left >= LITTLE;
    if (much && !exchange.request().authentication().underWay()) {
      exchange.info("close instead of sending more bytes");
      exchange.closes(true);
      fields.contentLength = 0;
      fields.bodyless = true;
    }
  }

  /** An error may have come before the whole request was sent. */
  void errorWhileSending(int status) {
    Upload upload = exchange.upload();
    boolean bodyOnItsWay =
        session.kind != RequestKind.GET
            && session.kind != RequestKind.HEAD
            && !exchange.request().probing()
            && !upload.finished();
    if (!bodyOnItsWay || exchange.closing() || rewinds) {
      return;
    }
    if (status == 417 && exchange.request().expecting()) {
      refusedExpectation(upload);
    } else if (options.on(CurlOpt.KEEP_SENDING_ON_ERROR)) {
      exchange.info("HTTP error before end of send, keep sending");
      upload.goOn();
    } else {
      exchange.info("HTTP error before end of send, stop sending");
      exchange.closes(true);
      upload.abort();
    }
  }

  private void refusedExpectation(Upload upload) {
    exchange.info("Got HTTP failure 417 while waiting for a 100");
    if (upload.sent() > 0 || !upload.awaitsContinue()) {
      exchange.closes(true);
      leaveForAnother();
    }
    session.noExpect = true;
    upload.abort();
    again = true;
  }

  // The end

  private boolean sameConnection() {
    return !exchange.closing() && exchange.request().authentication().needsConnection();
  }

  /** The response is complete: goes on to the next request, or tells where it would have gone. */
  CurlCode finish(int status) {
    if (!wanted() && fields.location == null) {
      return CurlCode.OK;
    }
    RedirectPolicy policy = new RedirectPolicy(transfer, session, status);
    if (!wanted()) {
      policy.tell(fields.location);
      return CurlCode.OK;
    }
    CurlCode code = again ? policy.repeat(sameConnection()) : policy.follow(followTo);
    if (code == CurlCode.OK && rewinds && session.kind != RequestKind.GET) {
      code = exchange.request().rewind();
      if (code != CurlCode.OK) {
        transfer.failed("necessary data rewind was not possible");
      }
    }
    if (code == CurlCode.OK) {
      exchange.next(policy.step());
    }
    return code;
  }
}
