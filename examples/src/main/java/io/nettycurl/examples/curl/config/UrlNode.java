package io.nettycurl.examples.curl.config;

/** Owned by the command's thread. One URL of the command line and the options that go with it. */
public final class UrlNode {
  /** What options fill in, each in the order of the command line. */
  public enum Slot {
    /** A URL. */
    URL,
    /** -o, -O, --out-null. */
    OUTPUT,
    /** -T. */
    UPLOAD
  }

  public String url;
  public String output;
  public String upload;
  public boolean remoteName;
  public boolean discard;

  /** From a file of URLs: nothing in it is a pattern. */
  public boolean literal;

  /** Counts all URLs of the run. */
  public int number;

  private final boolean[] filled = new boolean[Slot.values().length];

  /** Whether an option filled it in. */
  public boolean has(Slot slot) {
    return filled[slot.ordinal()];
  }

  /** Notes that it is filled in. */
  public void fill(Slot slot) {
    filled[slot.ordinal()] = true;
  }
}
