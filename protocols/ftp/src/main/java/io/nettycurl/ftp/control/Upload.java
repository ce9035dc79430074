package io.nettycurl.ftp.control;

import io.nettycurl.CurlCode;

/** Owned by the loop. STOR and APPE, once there is a data channel. */
final class Upload {
  private static final int FIRST_ERROR = 400;

  private final Dialogue dialogue;
  private final TransferType transferType;
  private final Quotes quotes;
  private final Ending ending;
  private final Active active;
  private long size;
  private boolean append;
  private long offset;

  Upload(
      Dialogue dialogue, TransferType transferType, Quotes quotes, Ending ending, Active active) {
    this.dialogue = dialogue;
    this.transferType = transferType;
    this.quotes = quotes;
    this.ending = ending;
    this.active = active;
  }

  void start() {
    FtpRequest request = dialogue.request();
    size = request.uploadSize();
    append = request.append();
    transferType.set(request.ascii(), () -> quotes.run(request.prequote(), this::resume));
  }

  private void resume() {
    FtpRequest request = dialogue.request();
    if (request.resume() < 0) {
      dialogue.send("SIZE " + request.path().file(), this::sizeReplied);
    } else if (request.resume() > 0) {
      skip(request.resume());
    } else {
      store();
    }
  }

  private void sizeReplied(FtpReply reply) {
    long there = FileFacts.parseSize(reply);
    if (there > 0) {
      skip(there);
    } else {
      store();
    }
  }

  private void skip(long bytes) {
    offset = bytes;
    append = true;
    dialogue.act(new FtpAction.SkipBody(bytes));
  }

  void skipped(CurlCode code, String message) {
    if (code != CurlCode.OK) {
      dialogue.fail(code, message);
      return;
    }
    if (size > 0) {
      size -= offset;
      if (size <= 0) {
        dialogue.info("File already completely uploaded");
        ending.withoutTransfer();
        return;
      }
    }
    store();
  }

  private void store() {
    String file = dialogue.request().path().file();
    dialogue.send((append ? "APPE " : "STOR ") + file, this::started);
    dialogue.act(new FtpAction.SecureData());
  }

  private void started(FtpReply reply) {
    if (reply.code() >= FIRST_ERROR) {
      dialogue.fail(CurlCode.UPLOAD_FAILED, "Failed FTP upload: " + reply.code());
      return;
    }
    FtpRequest request = dialogue.request();
    boolean crlf = request.crlf() || request.ascii();
    ending.expectUpload(size, crlf);
    dialogue.act(new FtpAction.SendBody(size, crlf));
    active.await();
  }
}
