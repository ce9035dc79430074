package io.nettycurl.ftp.control;

import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.ByteRange;

/**
 * Owned by the loop. Opens the data channel from this side: EPSV, or PASV where that fails.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2428">RFC 2428</a>
 */
final class Passive {
  /** The command that all servers with IPv6 know. */
  static final String EXTENDED = "EPSV";

  private static final int PRET_ACCEPTED = 200;
  private static final int PASSIVE = 227;
  private static final int EXTENDED_PASSIVE = 229;
  private static final int MAX_PORT = 0xffff;
  private static final int MAX_BYTE = 0xff;
  private static final int ADDRESS_PARTS = 6;
  private static final int MAX_BYTE_DIGITS = 3;

  private final Dialogue dialogue;
  private final Runnable next;
  private boolean extended;
  private boolean ahead;
  private boolean opening;

  Passive(Dialogue dialogue, Runnable next) {
    this.dialogue = dialogue;
    this.next = next;
  }

  void open() {
    opening = false;
    FtpRequest request = dialogue.request();
    if (request.passive().pret()) {
      dialogue.send("PRET " + announced(request), this::pretReplied);
    } else {
      askForPort();
    }
  }

  private static String announced(FtpRequest request) {
    String file = request.path().file();
    if (file == null) {
      return Download.listCommand(request);
    }
    return (request.kind() == FtpRequest.Kind.UPLOAD ? "STOR " : "RETR ") + file;
  }

  private void pretReplied(FtpReply reply) {
    if (reply.code() == PRET_ACCEPTED) {
      askForPort();
    } else {
      dialogue.fail(CurlCode.FTP_PRET_FAILED, "PRET refused: " + reply.code());
    }
  }

  private void askForPort() {
    FtpSession session = dialogue.session();
    // PASV has no room for an IPv6 address, so there is no choice.
    boolean wanted = dialogue.request().passive().epsv() && !session.epsvFailed();
    extended = wanted || session.ipv6();
    ahead = extended && session.ahead().available();
    if (!ahead) {
      session.ahead().forget();
      dialogue.send(extended ? EXTENDED : "PASV", this::portReplied);
      return;
    }
    FtpReply reply = session.ahead().claim();
    if (reply == null) {
      dialogue.await(this::portReplied);
    } else {
      portReplied(reply);
    }
  }

  private void portReplied(FtpReply reply) {
    if (extended && reply.code() == EXTENDED_PASSIVE) {
      openExtended(reply.text());
    } else if (!extended && reply.code() == PASSIVE) {
      openPlain(reply.text());
    } else if (extended) {
      giveUpExtended();
    } else {
      dialogue.fail(CurlCode.FTP_WEIRD_PASV_REPLY, "Bad reply to PASV: " + reply.code());
    }
  }

  private void openExtended(String text) {
    int port = extendedPort(text);
    if (port < 0) {
      dialogue.fail(CurlCode.FTP_WEIRD_PASV_REPLY, "The reply to EPSV names no port");
    } else {
      connect(null, port);
    }
  }

  /** The port in {@code (|||port|)}; any character may stand for the bars; -1 if there is none. */
  private static int extendedPort(String text) {
    int at = text.indexOf('(') + 1;
    if (at == 0 || at + 3 >= text.length()) {
      return -1;
    }
    char bar = text.charAt(at);
    int from = at + 3;
    int to = digitsEnd(text, from, text.length());
    boolean framed =
        text.charAt(at + 1) == bar
            && text.charAt(at + 2) == bar
            && to < text.length()
            && text.charAt(to) == bar;
    long port = ByteRange.number(text, from, to);
    return framed && port <= MAX_PORT ? (int) port : -1;
  }

  private void openPlain(String text) {
    int[] numbers = sixNumbers(text);
    if (numbers == null) {
      dialogue.fail(CurlCode.FTP_WEIRD_227_FORMAT, "The reply to PASV names no port");
      return;
    }
    String address = numbers[0] + "." + numbers[1] + "." + numbers[2] + "." + numbers[3];
    int port = numbers[4] << 8 | numbers[5];
    if (dialogue.request().passive().skipAddress()) {
      dialogue.info("Skip " + address + " for data connection, use the control connection's peer");
      connect(null, port);
    } else {
      connect(address, port);
    }
  }

  /** The first six numbers with commas between them, wherever they stand; null if none. */
  private static int[] sixNumbers(String text) {
    int[] numbers = new int[ADDRESS_PARTS];
    for (int from = 0; from < text.length(); from++) {
      if (readSixNumbers(text, from, numbers)) {
        return numbers;
      }
    }
    return null;
  }

  private static boolean readSixNumbers(String text, int from, int[] numbers) {
    int at = from;
    for (int i = 0; i < ADDRESS_PARTS; i++) {
      int to = digitsEnd(text, at, at + MAX_BYTE_DIGITS + 1);
      long number = to - at > MAX_BYTE_DIGITS ? -1 : ByteRange.number(text, at, to);
      boolean last = i == ADDRESS_PARTS - 1;
      boolean comma = to < text.length() && text.charAt(to) == ',';
      if (number < 0 || number > MAX_BYTE || !last && !comma) {
        return false;
      }
      numbers[i] = (int) number;
      at = to + 1;
    }
    return true;
  }

  private static int digitsEnd(String text, int from, int most) {
    int to = Math.min(from, text.length());
    while (to < text.length() && to < most && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
      to++;
    }
    return to;
  }

  private void connect(String host, int port) {
    opening = true;
    dialogue.act(new FtpAction.OpenData(host, port, dialogue.session().protectData()));
  }

  /** Whether the data channel is on its way. */
  boolean opening() {
    return opening;
  }

  void connected() {
    opening = false;
    next.run();
  }

  void refused(CurlCode code, String message) {
    opening = false;
    if (ahead && code != CurlCode.OUT_OF_MEMORY) {
      ahead = false;
      dialogue.act(new FtpAction.CloseData());
      dialogue.send(EXTENDED, this::portReplied);
    } else if (extended && code != CurlCode.OUT_OF_MEMORY) {
      giveUpExtended();
    } else {
      dialogue.fail(code, message);
    }
  }

  private void giveUpExtended() {
    if (dialogue.session().ipv6()) {
      dialogue.fail(CurlCode.WEIRD_SERVER_REPLY, "EPSV failed, and IPv6 has nothing else");
      return;
    }
    dialogue.info("Failed EPSV attempt. Disabling EPSV");
    dialogue.session().epsvHasFailed();
    extended = false;
    dialogue.act(new FtpAction.CloseData());
    dialogue.send("PASV", this::portReplied);
  }
}
