package io.nettycurl.ftp.control;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;

/**
 * Owned by the loop. From the greeting to the entry path: TLS, user, protection of the data, and
 * where the login led to.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4217">RFC 4217</a>
 */
final class Login {
  private static final int READY = 220;
  private static final int LOGGED_IN = 230;
  private static final int AUTH_ACCEPTED = 234;
  private static final int AUTH_CONTINUES = 334;
  private static final int NEED_PASSWORD = 331;
  private static final int NEED_ACCOUNT = 332;
  private static final int SYSTEM_TYPE = 215;
  private static final int FILE_ACTION_OK = 250;
  private static final int FIRST_HARD_ERROR = 500;

  private final Dialogue dialogue;
  private final Runnable next;
  private String[] mechanisms;
  private int mechanism;
  private boolean alternativeTried;
  private boolean clearing;

  Login(Dialogue dialogue, Runnable next) {
    this.dialogue = dialogue;
    this.next = next;
  }

  private FtpLogin login() {
    return dialogue.request().login();
  }

  void start() {
    dialogue.await(this::greeted);
  }

  private void greeted(FtpReply reply) {
    boolean tls = dialogue.session().tls();
    if (reply.code() == LOGGED_IN) {
      if (tls || login().useSsl() <= CurlSymbols.CURLUSESSL_TRY) {
        loggedIn();
        return;
      }
    } else if (reply.code() != READY) {
      dialogue.fail(
          CurlCode.WEIRD_SERVER_REPLY, "Got a " + reply.code() + " reply as greeting, not a 220");
      return;
    }
    if (login().useSsl() != CurlSymbols.CURLUSESSL_NONE && !tls) {
      chooseMechanism();
    } else {
      sendUser();
    }
  }

  private void chooseMechanism() {
    long wanted = login().sslAuth();
    if (wanted == CurlSymbols.CURLFTPAUTH_TLS) {
      mechanisms = new String[] {"TLS", "SSL"};
    } else if (wanted == CurlSymbols.CURLFTPAUTH_DEFAULT || wanted == CurlSymbols.CURLFTPAUTH_SSL) {
      mechanisms = new String[] {"SSL", "TLS"};
    } else {
      dialogue.fail(CurlCode.UNKNOWN_OPTION, "Unknown value of FTPSSLAUTH: " + wanted);
      return;
    }
    mechanism = 0;
    sendAuth();
  }

  private void sendAuth() {
    dialogue.send("AUTH " + mechanisms[mechanism], this::authReplied);
  }

  private void authReplied(FtpReply reply) {
    if (reply.followed()) {
      // Text injected ahead of TLS would be taken for what comes protected.
      dialogue.fail(CurlCode.WEIRD_SERVER_REPLY, "More than a reply to AUTH was sent");
    } else if (reply.code() == AUTH_ACCEPTED || reply.code() == AUTH_CONTINUES) {
      clearing = false;
      dialogue.act(new FtpAction.StartTls());
    } else if (++mechanism < mechanisms.length) {
      sendAuth();
    } else if (login().useSsl() > CurlSymbols.CURLUSESSL_TRY) {
      dialogue.fail(CurlCode.USE_SSL_FAILED, "The server refuses TLS, which is required");
    } else {
      sendUser();
    }
  }

  void tlsChanged(CurlCode code, String message) {
    if (code != CurlCode.OK) {
      String text = clearing && message == null ? "Failed to clear the command channel" : message;
      dialogue.fail(code, text);
    } else if (clearing) {
      dialogue.session().tls(false);
      sendPwd();
    } else {
      dialogue.session().tls(true);
      dialogue.session().protectData(false);
      sendUser();
    }
  }

  private void sendUser() {
    alternativeTried = false;
    dialogue.send("USER " + login().user(), this::userReplied);
  }

  private void userReplied(FtpReply reply) {
    if (reply.code() == NEED_PASSWORD) {
      dialogue.send("PASS " + login().password(), this::passwordReplied);
    } else {
      passwordReplied(reply);
    }
  }

  private void passwordReplied(FtpReply reply) {
    if (reply.completed()) {
      loggedIn();
    } else if (reply.code() == NEED_ACCOUNT) {
      sendAccount();
    } else if (login().alternative() != null && !alternativeTried) {
      sendAlternative();
    } else {
      dialogue.fail(CurlCode.LOGIN_DENIED, "Access denied: " + reply.code());
    }
  }

  private void sendAccount() {
    String account = login().account();
    if (account == null) {
      dialogue.fail(CurlCode.LOGIN_DENIED, "The server asks for an account, and there is none");
    } else if (hasControlByte(account)) {
      dialogue.fail(CurlCode.BAD_FUNCTION_ARGUMENT, "Control byte in the account");
    } else {
      dialogue.send("ACCT " + account, this::accountReplied);
    }
  }

  private void accountReplied(FtpReply reply) {
    if (reply.code() == LOGGED_IN) {
      loggedIn();
    } else {
      dialogue.fail(CurlCode.FTP_WEIRD_PASS_REPLY, "ACCT refused: " + reply.code());
    }
  }

  private void sendAlternative() {
    String command = login().alternative();
    if (hasControlByte(command)) {
      dialogue.fail(CurlCode.BAD_FUNCTION_ARGUMENT, "Control byte in the alternative to USER");
      return;
    }
    alternativeTried = true;
    dialogue.send(command, this::userReplied);
  }

  private static boolean hasControlByte(String text) {
    return text.chars().anyMatch(character -> character < ' ');
  }

  private void loggedIn() {
    if (dialogue.session().tls()) {
      dialogue.send("PBSZ 0", this::bufferSizeReplied);
    } else {
      sendPwd();
    }
  }

  private void bufferSizeReplied(FtpReply reply) {
    boolean clear = login().useSsl() == CurlSymbols.CURLUSESSL_CONTROL;
    dialogue.send(clear ? "PROT C" : "PROT P", this::protectionReplied);
  }

  private void protectionReplied(FtpReply reply) {
    if (reply.completed()) {
      dialogue.session().protectData(login().useSsl() != CurlSymbols.CURLUSESSL_CONTROL);
    } else if (login().useSsl() > CurlSymbols.CURLUSESSL_CONTROL) {
      dialogue.fail(CurlCode.USE_SSL_FAILED, "The server refuses to protect the data");
      return;
    }
    if (login().clearCommands() != CurlSymbols.CURLFTPSSL_CCC_NONE) {
      dialogue.send("CCC", this::clearReplied);
    } else {
      sendPwd();
    }
  }

  private void clearReplied(FtpReply reply) {
    if (reply.code() < FIRST_HARD_ERROR) {
      clearing = true;
      boolean active = login().clearCommands() == CurlSymbols.CURLFTPSSL_CCC_ACTIVE;
      dialogue.act(new FtpAction.StopTls(active));
    } else {
      sendPwd();
    }
  }

  private void sendPwd() {
    dialogue.send("PWD", this::directoryReplied);
  }

  private void directoryReplied(FtpReply reply) {
    QuotedPath path = QuotedPath.in(reply);
    if (path.failure() != CurlCode.OK) {
      dialogue.fail(path.failure(), "The reply to PWD makes no sense");
      return;
    }
    if (path.text() == null) {
      dialogue.info("Failed to figure out path");
      done();
      return;
    }
    dialogue.session().entryPath(path.text());
    dialogue.info("Entry path is '" + path.text() + "'");
    dialogue.act(new FtpAction.EntryPath(path.text()));
    if (dialogue.session().serverOs() == null && !path.text().startsWith("/")) {
      dialogue.send("SYST", this::systemReplied);
    } else {
      done();
    }
  }

  private void systemReplied(FtpReply reply) {
    if (reply.code() != SYSTEM_TYPE) {
      done();
      return;
    }
    String text = reply.text().stripLeading();
    int blank = text.indexOf(' ');
    String name = blank < 0 ? text : text.substring(0, blank);
    dialogue.session().serverOs(name);
    if (name.equalsIgnoreCase("OS/400")) {
      // Its own syntax of paths does not go together with CWD; this one does.
      dialogue.send("SITE NAMEFMT 1", this::nameFormatReplied);
    } else {
      done();
    }
  }

  private void nameFormatReplied(FtpReply reply) {
    if (reply.code() == FILE_ACTION_OK) {
      sendPwd();
    } else {
      done();
    }
  }

  private void done() {
    dialogue.session().loginDone();
    next.run();
  }

  /**
   * Immutable. The path in a 257 reply: quoted, quotes in it doubled.
   *
   * @param failure OK, or why the reply is refused
   * @param text the path; null if there is none
   */
  private record QuotedPath(CurlCode failure, String text) {
    private static final int PATH_REPLY = 257;
    private static final int MAX_LENGTH = 1000;
    private static final QuotedPath NONE = new QuotedPath(CurlCode.OK, null);

    static QuotedPath in(FtpReply reply) {
      String text = reply.text();
      int from = reply.code() == PATH_REPLY ? text.indexOf('"') : -1;
      if (from < 0) {
        return NONE;
      }
      StringBuilder path = new StringBuilder();
      for (int i = from + 1; i < text.length(); i++) {
        char character = text.charAt(i);
        if (character == '"' && (i + 1 == text.length() || text.charAt(++i) != '"')) {
          return path.isEmpty() ? NONE : new QuotedPath(CurlCode.OK, path.toString());
        }
        if (character < ' ' || character == 0x7f) {
          return new QuotedPath(CurlCode.WEIRD_SERVER_REPLY, null);
        }
        if (path.length() + 1 >= MAX_LENGTH) {
          return new QuotedPath(CurlCode.TOO_LARGE, null);
        }
        path.append(character);
      }
      // The quote is left open.
      return new QuotedPath(CurlCode.WEIRD_SERVER_REPLY, null);
    }
  }
}
