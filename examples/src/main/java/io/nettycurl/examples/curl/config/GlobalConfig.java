package io.nettycurl.examples.curl.config;

import java.util.ArrayList;
import java.util.List;

/** Owned by the command's thread. What the options say about the whole run. */
public final class GlobalConfig {
  /** How many transfers -Z runs side by side where --parallel-max says nothing. */
  public static final int PARALLEL_DEFAULT = 50;

  /** How a trace looks. */
  public enum TraceType {
    /** None. */
    NONE,
    /** --trace: hex and text. */
    BINARY,
    /** --trace-ascii: text. */
    ASCII,
    /** -v: lines. */
    PLAIN
  }

  public boolean silent;
  public boolean showError;
  public boolean noProgress;
  public boolean progressBar;
  public boolean styledOutput = true;
  public boolean failEarly;
  public boolean parallel;
  public boolean parallelImmediate;
  public int parallelMax = PARALLEL_DEFAULT;
  public int parallelMaxHost;
  public long msPerTransfer;
  public TraceType traceType = TraceType.NONE;

  /** Where a trace goes: a file, "-" for standard output, "%" for the message stream. */
  public String traceTarget;

  public boolean traceTime;
  public boolean traceIds;
  public boolean traceConfigured;
  public int verbosity;

  /** --libcurl: where the C program goes; null without. */
  public String libcurl;

  /** Whether bodies go to a terminal. */
  public boolean bodyOnTerminal;

  private final List<OperationConfig> operations = new ArrayList<>();

  /** Starts with one set of options. */
  public GlobalConfig() {
    operations.add(new OperationConfig());
  }

  /** The sets of options, parted by --next. */
  public List<OperationConfig> operations() {
    return operations;
  }

  /** The set being filled. */
  public OperationConfig current() {
    return operations.get(operations.size() - 1);
  }

  /** --next: a new set, all at its defaults. */
  public OperationConfig next() {
    OperationConfig fresh = new OperationConfig();
    operations.add(fresh);
    return fresh;
  }
}
