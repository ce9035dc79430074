package io.nettycurl.examples.curl.config;

import java.util.HashMap;
import java.util.Map;

/** Owned by the command's thread. What --variable set, for --expand-* to use. */
public final class Variables {
  private final Map<String, byte[]> contents = new HashMap<>();

  /** None yet. */
  public Variables() {}

  /** Sets one; true if there was one of that name. */
  public boolean set(String name, byte[] content) {
    return contents.put(name, content) != null;
  }

  /** The content, or null. */
  public byte[] get(String name) {
    return contents.get(name);
  }
}
