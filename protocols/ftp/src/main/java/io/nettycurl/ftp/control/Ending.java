package io.nettycurl.ftp.control;

import io.nettycurl.CurlCode;

/** Owned by the loop. What comes after the last byte of data: the verdict on the transfer. */
final class Ending {
  private static final int CLOSING_DATA = 226;
  private static final int FILE_ACTION_OK = 250;
  private static final int NO_SPACE = 552;

  private final Dialogue dialogue;
  private final Quotes quotes;
  private boolean upload;
  private boolean converted;
  private long size;
  private long moved;
  private FtpReply early;

  Ending(Dialogue dialogue, Quotes quotes) {
    this.dialogue = dialogue;
    this.quotes = quotes;
  }

  void expectDownload(long expected) {
    upload = false;
    early = null;
    size = expected;
  }

  void expectUpload(long expected, boolean lineEndsChange) {
    upload = true;
    early = null;
    converted = lineEndsChange;
    size = expected;
  }

  /** The verdict came before the data. */
  void early(FtpReply reply) {
    early = reply;
  }

  void dataEnded(long bytes) {
    moved = bytes;
    if (!upload && size >= 0 && moved != size) {
      dialogue.breakOff(CurlCode.PARTIAL_FILE, incomplete());
    } else if (dialogue.isPartial()) {
      withoutTransfer();
    } else if (early != null) {
      transferReplied(early);
    } else {
      dialogue.await(this::transferReplied);
    }
  }

  private void transferReplied(FtpReply reply) {
    dialogue.session().ahead().transferOver();
    if (reply.code() == NO_SPACE) {
      dialogue.finish(CurlCode.REMOTE_DISK_FULL, "Exceeded storage allocation", true);
    } else if (reply.code() != CLOSING_DATA && reply.code() != FILE_ACTION_OK) {
      String message = "server did not report OK, got " + reply.code();
      dialogue.finish(CurlCode.PARTIAL_FILE, message, true);
    } else if (upload && !wholeUpload()) {
      dialogue.finish(CurlCode.PARTIAL_FILE, incomplete(), true);
    } else {
      withoutTransfer();
    }
  }

  private boolean wholeUpload() {
    return size < 0 || (converted ? moved >= size : moved == size);
  }

  private String incomplete() {
    return "Only " + moved + " out of " + size + " bytes transferred";
  }

  /** Success, once the last commands are through. */
  void withoutTransfer() {
    boolean reusable = !dialogue.isPartial();
    dialogue.abort(
        () ->
            quotes.runAfterTransfer(
                dialogue.request().postquote(),
                () -> dialogue.finish(CurlCode.OK, null, reusable)));
  }
}
