package io.nettycurl.ftp.control;

/** Owned by the loop. What is known about one control connection from one request to the next. */
public final class FtpSession {
  private final boolean ipv6;
  private boolean tls;
  private boolean loggedIn;
  private boolean used;
  private boolean sane;
  private boolean protectData;
  private boolean epsvFailed;
  private final PassiveAhead ahead = new PassiveAhead();
  private boolean eprtFailed;
  private char type;
  private String entryPath;
  private String directory = "";
  private String serverOs;

  /**
   * A new connection.
   *
   * @param tls whether TLS is on from the start
   * @param ipv6 whether the server itself was reached over IPv6, so that PASV cannot work
   */
  public FtpSession(boolean tls, boolean ipv6) {
    this.tls = tls;
    this.ipv6 = ipv6;
  }

  boolean ipv6() {
    return ipv6;
  }

  boolean tls() {
    return tls;
  }

  void tls(boolean on) {
    tls = on;
  }

  boolean loggedIn() {
    return loggedIn;
  }

  void loginDone() {
    loggedIn = true;
  }

  /** Whether a request was carried out before, so that the server may be in any directory. */
  boolean used() {
    return used;
  }

  void markUsed() {
    used = true;
  }

  /** Whether the server can be expected to understand a QUIT. */
  public boolean sane() {
    return sane;
  }

  void sane(boolean is) {
    sane = is;
  }

  boolean protectData() {
    return protectData;
  }

  void protectData(boolean on) {
    protectData = on;
  }

  boolean epsvFailed() {
    return epsvFailed;
  }

  void epsvHasFailed() {
    epsvFailed = true;
  }

  PassiveAhead ahead() {
    return ahead;
  }

  boolean eprtFailed() {
    return eprtFailed;
  }

  void eprtHasFailed() {
    eprtFailed = true;
  }

  /** The TYPE in force: 'A', 'I', or 0 as long as none was set. */
  char type() {
    return type;
  }

  void type(char newType) {
    type = newType;
  }

  /** Where the login led to; null if not known. */
  String entryPath() {
    return entryPath;
  }

  void entryPath(String path) {
    entryPath = path;
  }

  /** The directory as the last URL had it, relative to the entry path; null if not known. */
  String directory() {
    return directory;
  }

  void directory(String path) {
    directory = path;
  }

  /** What SYST told; null if it was not asked. */
  String serverOs() {
    return serverOs;
  }

  void serverOs(String name) {
    serverOs = name;
  }
}
