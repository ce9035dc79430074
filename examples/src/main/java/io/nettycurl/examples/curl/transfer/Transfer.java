package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlEasy;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.output.BodyOutput;
import io.nettycurl.examples.curl.output.HeaderOutput;
import io.nettycurl.examples.curl.output.OutputFile;
import io.nettycurl.examples.curl.output.ProgressBar;

/** Owned by the command's thread. One URL on its way: its handle, its files, its attempts. */
public final class Transfer {
  public final OperationConfig config;
  public final CurlEasy easy;

  /** Counts the URLs of the run; the ones of a pattern share theirs. */
  public final int urlNumber;

  public String url;

  /** The file to upload; "-" and "." are standard input. */
  public String uploadFile;

  /** The file is there already and stays (--skip-existing). */
  public boolean skip;

  /** Whether no meter is shown. */
  public boolean noProgress;

  public OutputFile output;
  public BodyOutput body;
  public HeaderOutput headers;
  public UploadInput upload;
  public TransferMeter meter;
  public ProgressBar bar;

  public long retriesLeft;
  public long retrySleepMs;
  public long retryStartNanos;
  public long retries;
  public long startNanos;

  /** -Z: inside the multi. */
  public boolean running;

  /** -Z: not before this time. */
  public long notBeforeNanos;

  /** -Z: to be given up because another one failed. */
  public boolean abort;

  public long downloadTotal;
  public long downloaded;
  public long uploadTotal;
  public long uploaded;
  public boolean downloadTotalCounted;
  public boolean uploadTotalCounted;

  /**
   * A new one.
   *
   * @param config the options for it
   * @param easy its handle
   * @param urlNumber which URL of the run it is for
   */
  public Transfer(OperationConfig config, CurlEasy easy, int urlNumber) {
    this.config = config;
    this.easy = easy;
    this.urlNumber = urlNumber;
  }

  /** Whether standard input is uploaded. */
  public boolean uploadsStdin() {
    return uploadFile != null && (uploadFile.equals("-") || uploadFile.equals("."));
  }
}
