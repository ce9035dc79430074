package io.nettycurl.ftp.list;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Owned by the loop. Reads what LIST sends, in the form of {@code ls -l} or of DOS: a digit as the
 * first byte tells that it is the latter. Takes and refuses the lines that libcurl does, unlike
 * parsers that leave out what they cannot read.
 */
public final class ListParser {
  /** No line may be longer; libcurl's bound. */
  static final int MAX_LINE = 10_000;

  /** No listing may have more lines; libcurl has no such bound. */
  static final int MAX_LINES = 1_000_000;

  private final Consumer<ListEntry> entries;
  private final StringBuilder line = new StringBuilder();
  private Boolean dos;
  private int lines;
  private CurlCode failure = CurlCode.OK;

  /**
   * A parser at the start of a listing.
   *
   * @param entries gets every file
   */
  public ListParser(Consumer<ListEntry> entries) {
    this.entries = entries;
  }

  /**
   * Reads on; nothing more is taken after a failure.
   *
   * @param in the bytes; all are read, the buffer stays the caller's
   */
  public void append(ByteBuf in) {
    if (dos == null && in.isReadable()) {
      byte first = in.getByte(in.readerIndex());
      dos = first >= '0' && first <= '9';
    }
    while (in.isReadable() && failure == CurlCode.OK) {
      int length = in.bytesBefore((byte) '\n');
      boolean complete = length >= 0;
      int taken = complete ? length : in.readableBytes();
      if (line.length() + taken >= MAX_LINE) {
        failure = CurlCode.OUT_OF_MEMORY;
        break;
      }
      line.append(in.readCharSequence(taken, StandardCharsets.ISO_8859_1));
      if (complete) {
        in.skipBytes(1);
        lineRead();
      }
    }
    in.skipBytes(in.readableBytes());
  }

  private void lineRead() {
    String text = line.toString();
    line.setLength(0);
    lines++;
    if (lines > MAX_LINES) {
      failure = CurlCode.TOO_LARGE;
    } else if (dos || lines > 1 || !text.startsWith("t")) {
      ListEntry entry = dos ? DosLine.parse(text) : UnixLine.parse(text);
      if (entry == null) {
        failure = CurlCode.FTP_BAD_FILE_LIST;
      } else {
        entries.accept(entry);
      }
    } else if (!isTotal(text)) {
      failure = CurlCode.FTP_BAD_FILE_LIST;
    }
  }

  /** What ls puts in front: how much room the files take. */
  private static boolean isTotal(String text) {
    LineCursor cursor = new LineCursor(text);
    return cursor.skip("total ") && cursor.skipBlanks().skipDigits().atEnd();
  }

  /**
   * Whether the listing could be read so far. What stands behind the last line end counts for
   * nothing.
   *
   * @return OK, FTP_BAD_FILE_LIST, OUT_OF_MEMORY for too long a line as in libcurl, TOO_LARGE
   */
  public CurlCode failure() {
    return failure;
  }
}
