package io.nettycurl.spi;

import io.nettycurl.CurlCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Any thread; no state. Files of lines that libcurl keeps between runs: cookies, HSTS hosts,
 * alternative services, logins. Their text is one character per byte. All of this may block.
 */
public final class LineFile {
  private LineFile() {}

  /**
   * Opens a file for reading.
   *
   * @param name its name
   * @return null if it is no file or cannot be opened
   */
  public static InputStream open(String name) {
    try {
      Path path = Path.of(name);
      return Files.isDirectory(path) ? null : Files.newInputStream(path);
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }

  /**
   * Whether a name is that of a directory.
   *
   * @param name the name
   */
  public static boolean isDirectory(String name) {
    try {
      return Files.isDirectory(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * Reads lines, and closes the stream.
   *
   * @param in where from
   * @param max how long a line may be, line feed and one byte more included, as in libcurl
   * @param lines gets each line, a line feed at its end; the last one only if it is not empty
   * @return OK; TOO_LARGE at a line that is too long; READ_ERROR
   */
  public static CurlCode read(InputStream in, int max, Consumer<String> lines) {
    try (InputStream buffered = new BufferedInputStream(in)) {
      byte[] line = new byte[max];
      int length = 0;
      for (int b = buffered.read(); b >= 0; b = buffered.read()) {
        if (length + 2 > max) {
          return CurlCode.TOO_LARGE;
        }
        line[length++] = (byte) b;
        if (b == '\n') {
          lines.accept(new String(line, 0, length, StandardCharsets.ISO_8859_1));
          length = 0;
        }
      }
      if (length > 0) {
        if (length + 2 > max) {
          return CurlCode.TOO_LARGE;
        }
        line[length++] = '\n';
        lines.accept(new String(line, 0, length, StandardCharsets.ISO_8859_1));
      }
      return CurlCode.OK;
    } catch (IOException e) {
      return CurlCode.READ_ERROR;
    }
  }

  /**
   * Writes a file: under another name first, so that whoever reads it meanwhile finds the old one
   * whole. It keeps its permissions if it is ours. What is no regular file is written to as it is.
   *
   * @param name its name
   * @param content the lines, a character per byte
   * @return OK; WRITE_ERROR
   */
  public static CurlCode write(String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    try {
      Path target = Path.of(name);
      // Whatever keeps it from being written shows now; a new file gets the usual permissions.
      try (OutputStream out =
          Files.newOutputStream(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        if (!Files.isRegularFile(target)) {
          out.write(bytes);
          return CurlCode.OK;
        }
      }
      replace(target, bytes);
      return CurlCode.OK;
    } catch (IOException | InvalidPathException e) {
      return CurlCode.WRITE_ERROR;
    }
  }

  private static void replace(Path target, byte[] bytes) throws IOException {
    Path temporary = Files.createTempFile(target.toAbsolutePath().getParent(), null, ".tmp");
    try {
      keepPermissions(target, temporary);
      Files.write(temporary, bytes);
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  /** Those of somebody else's file may not suit what is private. */
  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView made = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old == null || made == null || !old.getOwner().equals(made.getOwner())) {
      return;
    }
    Set<PosixFilePermission> permissions =
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    permissions.addAll(old.readAttributes().permissions());
    made.setPermissions(permissions);
  }
}
