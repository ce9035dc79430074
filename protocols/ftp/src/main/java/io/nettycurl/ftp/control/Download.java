package io.nettycurl.ftp.control;

import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.ByteRange;

/** Owned by the loop. RETR, LIST and NLST, once there is a data channel. */
final class Download {
  private static final int STARTING = 125;
  private static final int OPENING = 150;
  private static final int REST_ACCEPTED = 350;
  private static final int NO_FILES = 450;
  private static final int NO_SUCH_FILE = 550;
  private static final String BYTES = " bytes";

  private final Dialogue dialogue;
  private final TransferType transferType;
  private final Quotes quotes;
  private final Ending ending;
  private final Active active;
  private boolean listing;
  private long from;
  private long expected;

  Download(
      Dialogue dialogue, TransferType transferType, Quotes quotes, Ending ending, Active active) {
    this.dialogue = dialogue;
    this.transferType = transferType;
    this.quotes = quotes;
    this.ending = ending;
    this.active = active;
  }

  void start() {
    FtpRequest request = dialogue.request();
    if (request.range() == null) {
      // libcurl loses this error and succeeds with nothing.
      dialogue.finish(CurlCode.RANGE_ERROR, "RANGE cannot be read", true);
      return;
    }
    from = request.range().from();
    if (request.range().max() > 0) {
      dialogue.partial();
    }
    expected = -1;
    boolean file = request.path().file() != null;
    if (request.prequote().isEmpty()) {
      listing = !file || request.namesOnly();
    } else {
      listing = !file;
    }
    transferType.set(
        listing || request.ascii(),
        () -> quotes.run(request.prequote(), listing ? this::list : this::fetch));
  }

  private void list() {
    FtpRequest request = dialogue.request();
    String argument = request.path().listArgument();
    String command = listCommand(request);
    dialogue.send(argument == null ? command : command + " " + argument, this::started);
    dialogue.act(new FtpAction.SecureData());
  }

  static String listCommand(FtpRequest request) {
    if (request.command() != null) {
      return request.command();
    }
    return request.namesOnly() ? "NLST" : "LIST";
  }

  private void fetch() {
    FtpRequest request = dialogue.request();
    if (request.knownSize() >= 0) {
      sizeKnown(request.knownSize());
      return;
    }
    // The size on the server's disk says nothing about a transfer that rewrites line ends.
    if (request.ignoreSize() || request.ascii()) {
      retrieve();
    } else {
      dialogue.send("SIZE " + request.path().file(), this::sizeReplied);
    }
  }

  private void retrieve() {
    dialogue.send("RETR " + dialogue.request().path().file(), this::started);
    if (asksAhead()) {
      dialogue.session().ahead().sent();
      dialogue.act(new FtpAction.Send(Passive.EXTENDED));
    }
    dialogue.act(new FtpAction.SecureData());
  }

  private boolean asksAhead() {
    FtpRequest request = dialogue.request();
    FtpRequest.Passive passive = request.passive();
    return passive.ahead()
        && passive.epsv()
        && !passive.pret()
        && request.active() == null
        && !dialogue.session().epsvFailed()
        && !dialogue.isPartial();
  }

  private void sizeReplied(FtpReply reply) {
    if (reply.code() == NO_SUCH_FILE) {
      dialogue.fail(CurlCode.REMOTE_FILE_NOT_FOUND, "The file does not exist");
      return;
    }
    sizeKnown(FileFacts.parseSize(reply));
  }

  private void sizeKnown(long size) {
    long max = dialogue.request().maxFileSize();
    dialogue.act(new FtpAction.DownloadSize(size));
    if (max > 0 && size > max) {
      dialogue.fail(CurlCode.FILESIZE_EXCEEDED, "Maximum file size exceeded");
      return;
    }
    expected = size;
    if (from == 0) {
      retrieve();
    } else {
      resume(size);
    }
  }

  private void resume(long size) {
    if (size < 0) {
      dialogue.info("ftp server does not support SIZE");
    } else if (from < -size || from > size) {
      dialogue.fail(
          CurlCode.BAD_DOWNLOAD_RESUME,
          "Offset (" + from + ") was beyond file size (" + size + ")");
      return;
    } else {
      from = from < 0 ? size + from : from;
      expected = size - from;
    }
    if (expected == 0) {
      dialogue.info("File already completely downloaded");
      ending.withoutTransfer();
      return;
    }
    dialogue.info("Instructs server to resume from offset " + from);
    dialogue.send("REST " + from, this::restReplied);
  }

  private void restReplied(FtpReply reply) {
    if (reply.code() == REST_ACCEPTED) {
      retrieve();
    } else {
      dialogue.fail(CurlCode.FTP_COULDNT_USE_REST, "Could not use REST");
    }
  }

  private void started(FtpReply reply) {
    if (reply.code() == OPENING || reply.code() == STARTING) {
      receive(reply);
      return;
    }
    dialogue.session().ahead().transferOver();
    if (listing && reply.code() == NO_FILES) {
      ending.withoutTransfer();
    } else if (!listing && reply.code() == NO_SUCH_FILE) {
      dialogue.fail(CurlCode.REMOTE_FILE_NOT_FOUND, "RETR response: " + reply.code());
    } else {
      dialogue.fail(CurlCode.FTP_COULDNT_RETR_FILE, "RETR response: " + reply.code());
    }
  }

  private void receive(FtpReply reply) {
    FtpRequest request = dialogue.request();
    long max = request.range().max();
    long size = expectedSize(reply);
    if (max > 0 && size > max) {
      size = max;
    }
    if (!listing) {
      dialogue.info("Getting file with size: " + size);
    }
    if (size > 0) {
      dialogue.act(new FtpAction.DownloadSize(size));
    }
    ending.expectDownload(size);
    boolean ascii = dialogue.session().type() == 'A';
    dialogue.act(new FtpAction.ReceiveBody(size >= 0 ? size : max, ascii));
    active.await();
  }

  private long expectedSize(FtpReply reply) {
    FtpRequest request = dialogue.request();
    if (listing || request.knownSize() <= 0 && (request.ascii() || request.ignoreSize())) {
      return -1;
    }
    // Some servers answer SIZE with 0 and tell the truth with 150.
    return expected > 0 ? expected : sizeInText(reply.line());
  }

  /** The number in front of the first " bytes"; -1 if there is none. */
  static long sizeInText(String text) {
    int at = text.indexOf(BYTES);
    while (at >= 0) {
      int digits = at;
      while (digits > 0 && text.charAt(digits - 1) >= '0' && text.charAt(digits - 1) <= '9') {
        digits--;
      }
      long size = ByteRange.number(text, digits, at);
      if (size >= 0) {
        return size;
      }
      at = text.indexOf(BYTES, at + 1);
    }
    return -1;
  }
}
