package io.nettycurl.netty.connect.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Immutable. Bytes that an option names or holds: certificates, keys, lists. Two are equal if their
 * bytes are, so that a connection made with one file is not taken for one made with another that
 * came to stand under the same name.
 */
public final class Material {
  private static final int MAX_BYTES = 32 * 1024 * 1024;

  /** A directory's own time does not tell of a file in it that was written anew. */
  private static final long DIRECTORY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final Pattern HASHED = Pattern.compile("[0-9a-f]{8}\\.[0-9]+");

  /** The trust that holds where no option names any. */
  static final Material DEFAULT_TRUST = new Material("default", "the default trust", null);

  /**
   * What was read before: each transfer asks for it, and it hardly ever changes. Held weakly, as
   * there may be keys in it: routes and contexts hold it while there is a use for it.
   */
  private record Known(
      long modified, long size, Object fileKey, long readAt, WeakReference<Material> material) {}

  private static final Map<String, Known> FILES = new Recent<>();
  private static final Map<String, Known> DIRECTORIES = new Recent<>();

  /** By identity: options keep a copy of their own that nobody writes to. */
  private static final Map<byte[], String> DIGESTS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final String digest;
  private final String name;
  private final byte[] bytes;

  private Material(String digest, String name, byte[] bytes) {
    this.digest = digest;
    this.name = name;
    this.bytes = bytes;
  }

  /** Keeps what was asked for last. */
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private static final int MAX_KEPT = 128;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MAX_KEPT;
    }
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
    synchronized (FILES) {
      try {
        return ofReadableFile(path);
      } catch (IOException | RuntimeException e) {
        FILES.remove(path);
        return new Material("unreadable " + path, path, null);
      }
    }
  }

  private static Material ofReadableFile(String path) throws IOException {
    Path file = Path.of(path);
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    Material known = stillKnown(FILES.get(path), now);
    if (known != null) {
      return known;
    }
    if (now.isDirectory() || now.size() > MAX_BYTES) {
      throw new NoSuchFileException(path);
    }
    byte[] bytes = Files.readAllBytes(file);
    Material material = new Material(digestOf(bytes), path, bytes);
    FILES.put(path, known(now, material));
    return material;
  }

  private static Known known(BasicFileAttributes now, Material material) {
    return new Known(
        now.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        now.size(),
        now.fileKey(),
        System.nanoTime(),
        new WeakReference<>(material));
  }

  private static Material stillKnown(Known known, BasicFileAttributes now) {
    return known != null && unchanged(known, now) ? known.material().get() : null;
  }

  private static boolean unchanged(Known known, BasicFileAttributes now) {
    return known.modified() == now.lastModifiedTime().to(TimeUnit.NANOSECONDS)
        && known.size() == now.size()
        && Objects.equals(known.fileKey(), now.fileKey());
  }

  /**
   * An option's bytes.
   *
   * @param bytes null gives null
   */
  public static Material ofBlob(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    String digest = DIGESTS.computeIfAbsent(bytes, Material::digestOf);
    return new Material(digest, "(memory blob)", bytes);
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
    synchronized (DIRECTORIES) {
      try {
        return ofReadableDirectory(path);
      } catch (IOException | RuntimeException e) {
        return new Material("empty", path, new byte[0]);
      }
    }
  }

  private static Material ofReadableDirectory(String path) throws IOException {
    Path directory = Path.of(path);
    BasicFileAttributes now = Files.readAttributes(directory, BasicFileAttributes.class);
    Known before = DIRECTORIES.get(path);
    Material known = stillKnown(before, now);
    if (known != null && System.nanoTime() - before.readAt() < DIRECTORY_NANOS) {
      return known;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> hashed =
          files.filter(f -> HASHED.matcher(f.getFileName().toString()).matches()).toList();
      for (Path file : hashed.stream().sorted().toList()) {
        byte[] one = Files.readAllBytes(file);
        if (all.size() + one.length < MAX_BYTES) {
          all.writeBytes(one);
          all.write('\n');
        }
      }
    }
    byte[] bytes = all.toByteArray();
    Material material = new Material(digestOf(bytes), path, bytes);
    DIRECTORIES.put(path, known(now, material));
    return material;
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

  /** The file's name, or what stands for it in messages. */
  public String name() {
    return name;
  }

  /** The bytes; not to be changed. */
  byte[] bytes() {
    return bytes;
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
