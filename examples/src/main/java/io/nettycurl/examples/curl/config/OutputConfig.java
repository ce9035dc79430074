package io.nettycurl.examples.curl.config;

/** Owned by the command's thread. What becomes of what comes back. */
public final class OutputConfig {
  /** What happens to a file that is there already. */
  public enum Clobber {
    /** Overwritten, unless the server chose the name. */
    DEFAULT,
    /** Another name is taken. */
    NEVER,
    /** Overwritten. */
    ALWAYS
  }

  /** What a status of 400 and up means. */
  public enum Fail {
    /** Nothing. */
    NO,
    /** An error, the body dropped. */
    WITHOUT_BODY,
    /** An error, the body delivered. */
    WITH_BODY
  }

  public String directory;
  public boolean createDirectories;
  public boolean remoteNameAll;
  public boolean contentDisposition;
  public boolean remoteTime;
  public boolean removeOnError;
  public boolean skipExisting;
  public Clobber clobber = Clobber.DEFAULT;
  public Fail fail = Fail.NO;
  public boolean showHeaders;
  public String headerFile;
  public String writeOut;
  public boolean noBuffer;
  public boolean extendedAttributes;
  public long createFileMode;
}
