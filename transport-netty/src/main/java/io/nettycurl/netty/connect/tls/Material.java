package io.nettycurl.netty.connect.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Immutable. Bytes that an option names or holds: certificates, keys, lists. Two are equal if their
 * bytes are, so that a connection made with one file is not taken for one made with another that
 * came to stand under the same name.
 */
public final class Material {
  private static final int MAX_BYTES = 32 * 1024 * 1024;
  private static final int MAX_KNOWN_FILES = 256;

  /** The trust that holds where no option names any. */
  static final Material DEFAULT_TRUST = new Material("default", "the default trust", null, false);

  private record Known(long modified, long size, Object fileKey, Material material) {}

  /** Files are read again only when they have changed. */
  private static final Map<String, Known> KNOWN =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MAX_KNOWN_FILES;
        }
      };

  private final String digest;
  private final String name;
  private final byte[] bytes;
  private final boolean blob;

  private Material(String digest, String name, byte[] bytes, boolean blob) {
    this.digest = digest;
    this.name = name;
    this.bytes = bytes;
    this.blob = blob;
  }

  /**
   * A file's content as it is now.
   *
   * @param path the file; null gives null
   * @return its content; one without bytes if it cannot be read
   */
  public static Material ofFile(String path) {
    if (path == null) {
      return null;
    }
    synchronized (KNOWN) {
      try {
        return ofReadableFile(path);
      } catch (IOException | RuntimeException e) {
        KNOWN.remove(path);
        return new Material("unreadable " + path, path, null, false);
      }
    }
  }

  private static Material ofReadableFile(String path) throws IOException {
    Path file = Path.of(path);
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    long modified = now.lastModifiedTime().toMillis();
    Known known = KNOWN.get(path);
    if (known != null
        && known.modified == modified
        && known.size == now.size()
        && java.util.Objects.equals(known.fileKey, now.fileKey())) {
      return known.material;
    }
    if (now.isDirectory() || now.size() > MAX_BYTES) {
      throw new NoSuchFileException(path);
    }
    byte[] bytes = Files.readAllBytes(file);
    Material material = new Material(digestOf(bytes), path, bytes, false);
    KNOWN.put(path, new Known(modified, now.size(), now.fileKey(), material));
    return material;
  }

  /**
   * An option's bytes.
   *
   * @param bytes null gives null
   */
  public static Material ofBlob(byte[] bytes) {
    return bytes == null ? null : new Material(digestOf(bytes), "(memory blob)", bytes, true);
  }

  /**
   * All certificates of a directory made by {@code openssl rehash}, one after the other.
   *
   * @param path the directory; null gives null
   * @return its content; empty if there is nothing to read, as with libcurl
   */
  public static Material ofDirectory(String path) {
    if (path == null) {
      return null;
    }
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    try (Stream<Path> files = Files.list(Path.of(path))) {
      List<Path> hashed =
          files.filter(f -> f.getFileName().toString().matches("[0-9a-f]{8}\\.[0-9]+")).toList();
      for (Path file : hashed.stream().sorted().toList()) {
        Material one = ofFile(file.toString());
        if (one.readable() && all.size() + one.bytes.length < MAX_BYTES) {
          all.writeBytes(one.bytes);
          all.write('\n');
        }
      }
    } catch (IOException | RuntimeException e) {
      all.reset();
    }
    byte[] bytes = all.toByteArray();
    return new Material(digestOf(bytes), path, bytes, false);
  }

  private static String digestOf(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether there are bytes. */
  public boolean readable() {
    return bytes != null;
  }

  /** Whether the bytes came with the option itself. */
  public boolean blob() {
    return blob;
  }

  /** The file's name, or what stands for it in messages. */
  public String name() {
    return name;
  }

  /** The bytes; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** A copy of the bytes, for callers that keep them. */
  byte[] copy() {
    return Arrays.copyOf(bytes, bytes.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Material && ((Material) other).digest.equals(digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  /** Never the content: there may be a key in it. */
  @Override
  public String toString() {
    return name;
  }
}
