package io.nettycurl.ftp.control;

import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.ByteRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Owned by the loop. What a file is like: MDTM, SIZE, and whether it can be fetched in parts. */
final class FileFacts {
  private static final int FILE_STATUS = 213;
  private static final int REST_ACCEPTED = 350;
  private static final int NO_SUCH_FILE = 550;
  private static final int FIRST_YEAR = 1583;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Dialogue dialogue;
  private Runnable next;
  private Runnable unmet;

  FileFacts(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /** Asks for the time where somebody wants to know, then goes on. */
  void checkTime(Runnable then, Runnable thenUnmet) {
    next = then;
    unmet = thenUnmet;
    FtpRequest request = dialogue.request();
    boolean wanted = request.fileTime() || request.condition().asked();
    if (wanted && request.path().file() != null) {
      dialogue.send("MDTM " + request.path().file(), this::timeReplied);
    } else {
      next.run();
    }
  }

  private void timeReplied(FtpReply reply) {
    FtpRequest request = dialogue.request();
    long seconds = -1;
    if (reply.code() == FILE_STATUS) {
      seconds = parseTime(reply.text());
    } else if (reply.code() == NO_SUCH_FILE) {
      dialogue.info("MDTM failed: file does not exist or permission problem, continuing");
    } else {
      dialogue.info("unsupported MDTM reply format");
    }
    if (seconds >= 0) {
      dialogue.act(new FtpAction.FileTime(seconds));
      if (request.kind() == FtpRequest.Kind.INFO && request.fileTime()) {
        String date = HTTP_DATE.format(Instant.ofEpochSecond(seconds));
        dialogue.act(new FtpAction.Header("Last-Modified: " + date));
      }
    }
    if (request.condition().asked() && !request.condition().metBy(seconds)) {
      dialogue.act(new FtpAction.ConditionUnmet());
      unmet.run();
    } else {
      next.run();
    }
  }

  /** Reads {@code YYYYMMDDHHMMSS[.sss]}; -1 if it is none. */
  static long parseTime(String text) {
    for (int i = 0; i < 14; i++) {
      if (i >= text.length() || text.charAt(i) < '0' || text.charAt(i) > '9') {
        return -1;
      }
    }
    int year = field(text, 0, 4);
    int month = field(text, 4, 6);
    int day = field(text, 6, 8);
    int hour = field(text, 8, 10);
    int minute = field(text, 10, 12);
    int second = field(text, 12, 14);
    boolean date = year >= FIRST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (!date || hour > 23 || minute > 59 || second > 60) {
      return -1;
    }
    long days = LocalDate.of(year, month, 1).toEpochDay() + day - 1;
    return ((days * 24 + hour) * 60 + minute) * 60 + second;
  }

  private static int field(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /** Asks for the size of a file that is not fetched, and whether REST works with it. */
  void describe(Runnable then) {
    next = then;
    if (dialogue.request().path().file() == null) {
      next.run();
      return;
    }
    dialogue.send("SIZE " + dialogue.request().path().file(), this::sizeReplied);
  }

  private void sizeReplied(FtpReply reply) {
    if (reply.code() == NO_SUCH_FILE) {
      dialogue.fail(CurlCode.REMOTE_FILE_NOT_FOUND, "The file does not exist");
      return;
    }
    long size = parseSize(reply);
    if (size >= 0) {
      dialogue.act(new FtpAction.Header("Content-Length: " + size));
    }
    dialogue.act(new FtpAction.DownloadSize(size));
    dialogue.send("REST 0", this::restReplied);
  }

  private void restReplied(FtpReply reply) {
    if (reply.code() == REST_ACCEPTED) {
      dialogue.act(new FtpAction.Header("Accept-ranges: bytes"));
    }
    next.run();
  }

  /** The number at the end of a 213 reply, as some servers put text in front; -1 if none. */
  static long parseSize(FtpReply reply) {
    String text = reply.text();
    int from = text.length();
    while (from > 0 && text.charAt(from - 1) >= '0' && text.charAt(from - 1) <= '9') {
      from--;
    }
    return reply.code() == FILE_STATUS ? ByteRange.number(text, from, text.length()) : -1;
  }
}
