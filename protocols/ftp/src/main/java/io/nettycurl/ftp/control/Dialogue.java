package io.nettycurl.ftp.control;

import io.nettycurl.CurlCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Owned by the loop. What the steps of a request share: the session, the actions that come out of
 * it, and who gets the next reply.
 */
final class Dialogue {
  /** After these the server still waits for the next command as if nothing had been. */
  private static final Set<CurlCode> HARMLESS =
      EnumSet.of(
          CurlCode.REMOTE_ACCESS_DENIED,
          CurlCode.FTP_ACCEPT_FAILED,
          CurlCode.FTP_ACCEPT_TIMEOUT,
          CurlCode.FTP_WEIRD_PASV_REPLY,
          CurlCode.FTP_COULDNT_SET_TYPE,
          CurlCode.PARTIAL_FILE,
          CurlCode.FTP_COULDNT_RETR_FILE,
          CurlCode.UPLOAD_FAILED,
          CurlCode.FTP_PORT_FAILED,
          CurlCode.BAD_DOWNLOAD_RESUME,
          CurlCode.FILESIZE_EXCEEDED,
          CurlCode.REMOTE_FILE_NOT_FOUND);

  private final FtpSession session;
  private List<FtpAction> actions = new ArrayList<>();
  private FtpRequest request;
  private Consumer<FtpReply> awaiting;
  private boolean partial;
  private boolean over = true;

  Dialogue(FtpSession session) {
    this.session = session;
  }

  void begin(FtpRequest newRequest) {
    request = newRequest;
    awaiting = null;
    partial = false;
    over = false;
  }

  FtpSession session() {
    return session;
  }

  FtpRequest request() {
    return request;
  }

  /** Sends a command; {@code then} gets its reply. */
  void send(String command, Consumer<FtpReply> then) {
    act(new FtpAction.Send(command));
    await(then);
  }

  /** Waits for a reply that no command is needed for. */
  void await(Consumer<FtpReply> then) {
    awaiting = then;
  }

  boolean awaitsReply() {
    return awaiting != null;
  }

  void reply(FtpReply reply) {
    Consumer<FtpReply> then = awaiting;
    awaiting = null;
    then.accept(reply);
  }

  void act(FtpAction action) {
    actions.add(action);
  }

  void info(String text) {
    act(new FtpAction.Info(text));
  }

  static boolean isHarmless(CurlCode code) {
    return HARMLESS.contains(code);
  }

  /** Ends the request before any data has flowed. */
  void fail(CurlCode code, String message) {
    if (isHarmless(code)) {
      boolean reusable = !partial;
      abort(() -> finish(code, message, reusable));
    } else {
      breakOff(code, message);
    }
  }

  /** A part of a file is asked for, over a data channel that has to be given up at the end. */
  void partial() {
    partial = true;
  }

  boolean isPartial() {
    return partial;
  }

  /**
   * Gives up the data channel of a partial download, then goes on. The data may have been over
   * already: there is no telling which reply belongs to what, so nobody can use the connection.
   */
  void abort(Runnable then) {
    if (!partial) {
      then.run();
      return;
    }
    partial = false;
    send(
        "ABOR",
        reply -> {
          info("partial download completed, closing connection");
          then.run();
        });
    act(new FtpAction.CloseData());
  }

  /** Ends the request with a connection that nobody knows the state of. */
  void breakOff(CurlCode code, String message) {
    session.sane(false);
    finish(code, message, false);
  }

  void finish(CurlCode code, String message, boolean reusable) {
    if (!over) {
      over = true;
      awaiting = null;
      act(new FtpAction.Finish(code, message, reusable));
    }
  }

  boolean over() {
    return over;
  }

  void abandon() {
    over = true;
    awaiting = null;
    actions.clear();
  }

  /** What is to be done now, in order. */
  List<FtpAction> take() {
    List<FtpAction> taken = actions;
    actions = new ArrayList<>();
    return taken;
  }
}
