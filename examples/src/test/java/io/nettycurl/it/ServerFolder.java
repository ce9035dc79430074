package io.nettycurl.it;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;

/**
 * Owned by the test thread. The temporary folder a server works in, readable for the user the
 * server turns itself into.
 *
 * @param path where it is
 */
record ServerFolder(Path path) implements AutoCloseable {
  private static final String READABLE = "rwxr-xr-x";

  static ServerFolder create(String name) throws IOException {
    Path path = Files.createTempDirectory(name);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(READABLE));
    return new ServerFolder(path);
  }

  Path folder(String name) throws IOException {
    Path folder = Files.createDirectories(path.resolve(name));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(READABLE));
    return folder;
  }

  /** Bytes that look like nothing else, and are the same for the same size and seed. */
  static byte[] content(int size, long seed) {
    byte[] content = new byte[size];
    new Random(size * 31L + seed).nextBytes(content);
    return content;
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
