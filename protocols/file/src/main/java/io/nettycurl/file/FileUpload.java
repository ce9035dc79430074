package io.nettycurl.file;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.netty.spi.CrlfBodySource;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Owned by the loop. Writes a file. */
final class FileUpload extends FileWork {
  private static final PosixFilePermission[] PERMISSION_BITS = {
    PosixFilePermission.OTHERS_EXECUTE,
    PosixFilePermission.OTHERS_WRITE,
    PosixFilePermission.OTHERS_READ,
    PosixFilePermission.GROUP_EXECUTE,
    PosixFilePermission.GROUP_WRITE,
    PosixFilePermission.GROUP_READ,
    PosixFilePermission.OWNER_EXECUTE,
    PosixFilePermission.OWNER_WRITE,
    PosixFilePermission.OWNER_READ
  };

  private final Path file;
  private BodySource source;
  private long skip;

  FileUpload(TransferContext transfer, Path file) {
    super(transfer);
    this.file = file;
  }

  @Override
  void start() {
    if (file.getFileName() == null) {
      end(CurlCode.FILE_COULDNT_READ_FILE, "There is no file name to write to");
      return;
    }
    skip = transfer().options().number(CurlOpt.RESUME_FROM_LARGE);
    Set<OpenOption> how = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, mode());
    try {
      open(FileChannel.open(file, how, permissions()));
      skip = skip < 0 ? channel().size() : skip;
    } catch (IOException | SecurityException e) {
      end(CurlCode.WRITE_ERROR, "cannot open " + file + " for writing");
      return;
    }
    long size = transfer().options().number(CurlOpt.INFILESIZE_LARGE);
    transfer().uploadSize(size);
    BodySource body = transfer().openBody(transfer().callbackBody(size));
    source = transfer().options().on(CurlOpt.CRLF) ? new CrlfBodySource(body) : body;
    move();
  }

  private OpenOption mode() {
    return skip != 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
  }

  /** What NEW_FILE_PERMS says, less the process's mask. */
  private FileAttribute<?>[] permissions() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    long mode = transfer().options().number(CurlOpt.NEW_FILE_PERMS);
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < PERMISSION_BITS.length; bit++) {
      if ((mode >> bit & 1) != 0) {
        permissions.add(PERMISSION_BITS[bit]);
      }
    }
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }

  @Override
  boolean movePiece() {
    ByteBuf given = source.take(PIECE);
    ByteBuf piece = given == null ? transfer().pieceBuffer(PIECE) : given;
    try {
      int count = given == null ? source.read(piece, PIECE) : given.readableBytes();
      if (count == BodySource.END) {
        transfer().uploadDone();
        end(CurlCode.OK, null);
      } else if (count == BodySource.FAILED) {
        end(source.failure(), null);
      } else if (count > 0) {
        write(piece);
      }
      return count > 0;
    } finally {
      piece.release();
    }
  }

  /** The bytes that the file has already are read from the source and dropped. */
  private void write(ByteBuf piece) {
    int skipped = (int) Math.min(skip, piece.readableBytes());
    skip -= skipped;
    piece.skipBytes(skipped);
    int length = piece.readableBytes();
    if (transfer().verbose() && length > 0) {
      transfer().debug(CurlSymbols.CURLINFO_DATA_OUT, piece);
    }
    try {
      while (piece.isReadable()) {
        piece.readBytes(channel(), piece.readableBytes());
      }
      transfer().uploaded(length);
    } catch (IOException e) {
      end(CurlCode.SEND_ERROR, "Writing to " + file + " failed: " + e.getMessage());
    }
  }
}
