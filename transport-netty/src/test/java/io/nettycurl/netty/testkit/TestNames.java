package io.nettycurl.netty.testkit;

/** Constants. Host names for tests. */
public final class TestNames {
  /**
   * A name that the system's resolver refuses by itself, as its first label is one too long: no
   * name server is asked, which might be slow, away, or all too helpful.
   */
  public static final String UNRESOLVABLE = "x".repeat(64) + ".invalid";

  private TestNames() {}
}
