package io.nettycurl.ftp.control;

import io.nettycurl.CurlCode;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Owned by the loop. The client's side of FTP on one control connection: told what happened, it
 * answers with what is to be done. Does no I/O and knows no time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc959">RFC 959</a>
 */
public final class FtpMachine {
  private static final int SERVICE_CLOSING = 421;

  private final FtpSession session;
  private final Dialogue dialogue;
  private final Login login;
  private final Quotes quotes;
  private final Directories directories;
  private final FileFacts facts;
  private final TransferType transferType;
  private final Passive passive;
  private final Active active;
  private final Download download;
  private final Upload upload;
  private final Ending ending;

  /**
   * A machine for a new connection.
   *
   * @param session what is known about it
   */
  public FtpMachine(FtpSession session) {
    this.session = session;
    dialogue = new Dialogue(session);
    login = new Login(dialogue, this::loggedIn);
    quotes = new Quotes(dialogue);
    directories = new Directories(dialogue, this::inDirectory);
    facts = new FileFacts(dialogue);
    transferType = new TransferType(dialogue);
    passive = new Passive(dialogue, this::transfer);
    ending = new Ending(dialogue, quotes);
    active = new Active(dialogue, ending, this::transfer);
    download = new Download(dialogue, transferType, quotes, ending, active);
    upload = new Upload(dialogue, transferType, quotes, ending, active);
  }

  /**
   * Begins a request; the former one is over.
   *
   * @param request what is asked
   * @return what to do
   */
  public List<FtpAction> start(FtpRequest request) {
    dialogue.begin(request);
    active.reset();
    if (session.loggedIn()) {
      session.markUsed();
      loggedIn();
    } else {
      login.start();
    }
    return dialogue.take();
  }

  private void loggedIn() {
    session.sane(true);
    dialogue.act(new FtpAction.LoggedIn());
  }

  /**
   * The request may go on after the login.
   *
   * @return what to do
   */
  public List<FtpAction> admitted() {
    perform();
    return dialogue.take();
  }

  /** Whether the next thing to come is a reply. */
  public boolean awaitsReply() {
    return dialogue.awaitsReply();
  }

  /** Whether that reply has to come within the time the server has for one. */
  public boolean replyIsDue() {
    return dialogue.awaitsReply() && !active.waiting();
  }

  /**
   * The reply that was waited for.
   *
   * @param reply the reply
   * @return what to do
   */
  public List<FtpAction> reply(FtpReply reply) {
    if (reply.code() == SERVICE_CLOSING && !active.waiting()) {
      dialogue.breakOff(CurlCode.OPERATION_TIMEDOUT, "The server closes the connection: 421");
    } else if (!session.ahead().take(reply)) {
      dialogue.reply(reply);
    }
    return dialogue.take();
  }

  /**
   * A reply between two requests.
   *
   * @param reply the reply
   * @return whether it was still to come; otherwise the connection is of no use any more
   */
  public boolean lateReply(FtpReply reply) {
    return reply.code() != SERVICE_CLOSING && session.ahead().take(reply);
  }

  /**
   * TLS was turned on or off, as asked for.
   *
   * @param code OK, or why not
   * @param message the same in words; null where there is nothing to say
   * @return what to do
   */
  public List<FtpAction> tlsChanged(CurlCode code, String message) {
    login.tlsChanged(code, message);
    return dialogue.take();
  }

  /**
   * The server may open the data channel.
   *
   * @param address where to
   * @return what to do
   */
  public List<FtpAction> dataListening(InetSocketAddress address) {
    active.listening(address);
    return dialogue.take();
  }

  /**
   * The server had its time to open the data channel.
   *
   * @return what to do
   */
  public List<FtpAction> acceptTimedOut() {
    active.timedOut();
    return dialogue.take();
  }

  /**
   * The data channel is connected; TLS on it may still be on its way.
   *
   * @return what to do
   */
  public List<FtpAction> dataConnected() {
    if (passive.opening()) {
      passive.connected();
    } else {
      active.arrive();
    }
    return dialogue.take();
  }

  /**
   * There is no data channel, or none any more.
   *
   * @param code why
   * @param message the same in words
   * @return what to do
   */
  public List<FtpAction> dataRefused(CurlCode code, String message) {
    if (passive.opening()) {
      passive.refused(code, message);
    } else if (active.expected() && !active.waiting()) {
      dialogue.fail(code, message);
    } else {
      dialogue.breakOff(code, message);
    }
    return dialogue.take();
  }

  /**
   * The upload's source is at the offset asked for.
   *
   * @param code OK, or why not
   * @param message the same in words; null where there is nothing to say
   * @return what to do
   */
  public List<FtpAction> bodySkipped(CurlCode code, String message) {
    upload.skipped(code, message);
    return dialogue.take();
  }

  /**
   * All data went through.
   *
   * @param bytes how many
   * @return what to do
   */
  public List<FtpAction> dataEnded(long bytes) {
    ending.dataEnded(bytes);
    return dialogue.take();
  }

  /**
   * The request cannot go on, for a reason that the machine does not know.
   *
   * @param code why
   * @param message the same in words; null where there is nothing to say
   * @return what to do
   */
  public List<FtpAction> broken(CurlCode code, String message) {
    boolean insteadOfData = code == CurlCode.RECV_ERROR && active.waiting();
    dialogue.breakOff(insteadOfData ? CurlCode.WEIRD_SERVER_REPLY : code, message);
    return dialogue.take();
  }

  /**
   * A request that went well for the server has another result.
   *
   * @param code the result
   * @return whether the connection cannot be used again
   */
  public boolean breaks(CurlCode code) {
    boolean breaks = code != CurlCode.OK && !Dialogue.isHarmless(code);
    if (breaks) {
      session.sane(false);
    }
    return breaks;
  }

  /** Forgets the request; nobody knows what state the connection is in. */
  public void abandon() {
    session.sane(false);
    dialogue.abandon();
  }

  private void perform() {
    FtpRequest request = dialogue.request();
    if (request.path() == null) {
      dialogue.fail(CurlCode.URL_MALFORMAT, "path contains control characters or is too deep");
    } else if (request.kind() == FtpRequest.Kind.UPLOAD && request.path().file() == null) {
      dialogue.fail(CurlCode.URL_MALFORMAT, "Uploading to a URL without a filename");
    } else {
      quotes.run(request.quote(), directories::enter);
    }
  }

  private void inDirectory() {
    facts.checkTime(this::describeOrOpen, ending::withoutTransfer);
  }

  private void describeOrOpen() {
    FtpRequest request = dialogue.request();
    if (request.kind() != FtpRequest.Kind.INFO) {
      openData();
    } else if (request.path().file() != null) {
      transferType.set(request.ascii(), () -> facts.describe(this::afterDescribing));
    } else {
      afterDescribing();
    }
  }

  private void openData() {
    if (dialogue.request().active() == null) {
      passive.open();
    } else {
      active.open();
    }
  }

  private void afterDescribing() {
    quotes.run(dialogue.request().prequote(), ending::withoutTransfer);
  }

  private void transfer() {
    if (dialogue.request().kind() == FtpRequest.Kind.UPLOAD) {
      upload.start();
    } else {
      download.start();
    }
  }
}
