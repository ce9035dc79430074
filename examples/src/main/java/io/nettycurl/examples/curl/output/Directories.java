package io.nettycurl.examples.curl.output;

import io.nettycurl.examples.curl.console.Messages;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/** Any thread; no state. --create-dirs. */
public final class Directories {
  private static final String MODE = "rwxr-x---";

  private Directories() {}

  /**
   * Makes the directories a file is to be in.
   *
   * @param file the file
   * @param messages where it is told why that failed
   * @return whether they are there, or could not be seen
   */
  public static boolean create(String file, Messages messages) {
    int slash = file.indexOf('/', 1);
    while (slash > 0) {
      String directory = file.substring(0, slash);
      if (!createOne(directory, messages)) {
        return false;
      }
      slash = file.indexOf('/', slash + 1);
    }
    return true;
  }

  private static boolean createOne(String directory, Messages messages) {
    Path path = Path.of(directory);
    if (Files.isDirectory(path)) {
      return true;
    }
    try {
      FileAttribute<Set<PosixFilePermission>> mode =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(MODE));
      Files.createDirectory(path, mode);
      return true;
    } catch (FileAlreadyExistsException | AccessDeniedException e) {
      // whether it can be used shows when the file is opened
      return true;
    } catch (IOException e) {
      messages.error(describe(directory, FileErrors.reason(e)));
      return false;
    }
  }

  private static String describe(String directory, String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    if (lower.contains("too long")) {
      return "The directory name " + directory + " is too long";
    }
    if (lower.contains("read-only")) {
      return directory + " resides on a read-only file system";
    }
    if (lower.contains("no space")) {
      return "No space left on the file system that would contain the directory " + directory;
    }
    if (lower.contains("quota")) {
      return "Cannot create directory " + directory + " because you exceeded your quota";
    }
    return "Error creating directory " + directory;
  }
}
