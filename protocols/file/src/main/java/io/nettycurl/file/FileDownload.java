package io.nettycurl.file;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.spi.ByteRange;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.RequestKind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Owned by the loop. Reads a file, or the names in a directory. */
final class FileDownload extends FileWork {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int FILE_TYPE = 0170000;
  private static final int CHARACTER_DEVICE = 0020000;

  private final Path file;
  private DirectoryStream<Path> directory;
  private Iterator<Path> names;
  private long left = -1;

  FileDownload(TransferContext transfer, Path file) {
    super(transfer);
    this.file = file;
  }

  @Override
  void start() {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        directory = Files.newDirectoryStream(file);
        names = directory.iterator();
      } else if (attributes.isOther() && !isCharacterDevice()) {
        end(CurlCode.FILE_COULDNT_READ_FILE, "Reading " + file + " may take for ever");
        return;
      } else {
        open(FileChannel.open(file, StandardOpenOption.READ));
      }
    } catch (IOException | SecurityException e) {
      end(CurlCode.FILE_COULDNT_READ_FILE, "Could not open file " + file);
      return;
    }
    describe(attributes);
  }

  /** A pipe would hold up the loop until somebody writes to it. */
  private boolean isCharacterDevice() throws IOException {
    try {
      int mode = (Integer) Files.getAttribute(file, "unix:mode");
      return (mode & FILE_TYPE) == CHARACTER_DEVICE;
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  private void describe(BasicFileAttributes attributes) {
    OptionValues options = transfer().options();
    long changed = attributes.lastModifiedTime().to(TimeUnit.SECONDS);
    long size = names == null ? attributes.size() : -1;
    transfer().infos().set(CurlInfo.FILETIME_T, changed);
    boolean whole =
        options.get(CurlOpt.RANGE) == null && options.number(CurlOpt.RESUME_FROM_LARGE) == 0;
    if (whole && !meetsCondition(changed, options)) {
      transfer().infos().set(CurlInfo.CONDITION_UNMET, 1L);
      end(CurlCode.OK, null);
      return;
    }
    CurlCode code = deliverHeaders(size, changed);
    if (code != CurlCode.OK) {
      end(code, null);
      return;
    }
    // A limit on the size ends the download once it is reached, not before.
    transfer().downloadSize(size);
    if (transfer().requestKind() == RequestKind.HEAD || options.on(CurlOpt.NOBODY)) {
      end(CurlCode.OK, null);
    } else {
      seek(size, options);
    }
  }

  private boolean meetsCondition(long changed, OptionValues options) {
    long mode = options.number(CurlOpt.TIMECONDITION);
    long value = options.number(CurlOpt.TIMEVALUE_LARGE);
    if (mode == CurlSymbols.CURL_TIMECOND_NONE || changed == 0 || value == 0) {
      return true;
    }
    boolean older = mode == CurlSymbols.CURL_TIMECOND_IFUNMODSINCE;
    if (older ? changed < value : changed > value) {
      return true;
    }
    transfer().info("The requested document is not " + (older ? "old" : "new") + " enough");
    return false;
  }

  private CurlCode deliverHeaders(long size, long changed) {
    StringBuilder lines = new StringBuilder();
    if (size >= 0) {
      lines.append("Content-Length: ").append(size).append("\r\n");
      lines.append("Accept-ranges: bytes\r\n");
    }
    lines.append("Last-Modified: ").append(HTTP_DATE.format(Instant.ofEpochSecond(changed)));
    lines.append("\r\n\r\n");
    byte[] bytes = lines.toString().getBytes(StandardCharsets.ISO_8859_1);
    int from = 0;
    CurlCode code = CurlCode.OK;
    for (int i = 0; i < bytes.length && code == CurlCode.OK; i++) {
      if (bytes[i] == '\n') {
        code = transfer().header(bytes, from, i + 1 - from, HeaderKind.LOCAL);
        from = i + 1;
      }
    }
    return code;
  }

  private void seek(long size, OptionValues options) {
    ByteRange range = ByteRange.of(options);
    if (range == null) {
      end(CurlCode.RANGE_ERROR, "RANGE cannot be read");
      return;
    }
    long from = range.from() < 0 ? Math.max(0, size) + range.from() : range.from();
    if (from < 0 || from > 0 && from > size) {
      end(CurlCode.BAD_DOWNLOAD_RESUME, "failed to resume file:// transfer");
      return;
    }
    long expected = size < 0 ? -1 : size - from;
    if (range.max() > 0) {
      expected = range.max();
    }
    if (expected > 0) {
      // Special files say 0 and have something all the same.
      left = expected;
      transfer().downloadSize(expected);
    }
    try {
      if (from > 0) {
        channel().position(from);
      }
    } catch (IOException e) {
      end(CurlCode.BAD_DOWNLOAD_RESUME, "failed to resume file:// transfer");
      return;
    }
    move();
  }

  @Override
  boolean movePiece() {
    ByteBuf piece = transfer().alloc().buffer(PIECE);
    try {
      if (names != null) {
        listNames(piece);
      } else {
        read(piece);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // What cannot be read any more ends here, as in libcurl.
      transfer().info("Reading " + file + " failed: " + e.getMessage());
    }
    if (!piece.isReadable()) {
      piece.release();
      finish();
      return false;
    }
    if (transfer().verbose()) {
      transfer().debug(CurlSymbols.CURLINFO_DATA_IN, piece);
    }
    CurlCode code = transfer().body(piece);
    if (code != CurlCode.OK) {
      end(code, null);
    }
    return !over();
  }

  private void read(ByteBuf piece) throws IOException {
    int most = left < 0 ? PIECE : (int) Math.min(PIECE, left);
    while (most > 0) {
      int count = piece.writeBytes(channel(), most);
      if (count <= 0) {
        return;
      }
      most -= count;
      left = left < 0 ? left : left - count;
    }
  }

  /** Hidden names are left out. */
  private void listNames(ByteBuf piece) {
    while (left != 0 && names.hasNext() && piece.readableBytes() < PIECE / 2) {
      String name = String.valueOf(names.next().getFileName());
      if (!name.startsWith(".")) {
        piece.writeCharSequence(name, StandardCharsets.UTF_8);
        piece.writeByte('\n');
      }
    }
    if (left >= 0) {
      piece.writerIndex(piece.readerIndex() + (int) Math.min(left, piece.readableBytes()));
      left -= piece.readableBytes();
    }
  }

  private void finish() {
    end(transfer().bodyDone(), null);
  }

  @Override
  public void close() throws IOException {
    super.close();
    if (directory != null) {
      directory.close();
    }
  }
}
