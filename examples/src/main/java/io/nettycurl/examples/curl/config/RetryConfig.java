package io.nettycurl.examples.curl.config;

/** Owned by the command's thread. What is tried again. */
public final class RetryConfig {
  public long count;
  public long delayMs;
  public long maxTimeMs;
  public boolean connectionRefused;
  public boolean allErrors;
}
