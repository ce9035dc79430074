package io.nettycurl.examples.curl.config;

import java.util.ArrayList;
import java.util.List;

/** Owned by the command's thread. FTP. */
public final class FtpConfig {
  public String port;
  public boolean disableEpsv;
  public boolean disableEprt;
  public boolean skipPasvIp = true;
  public boolean pret;
  public String account;
  public String alternativeToUser;
  public long fileMethod;
  public boolean createDirs;
  public boolean ssl;
  public boolean sslRequired;
  public boolean sslControl;
  public boolean ccc;
  public long cccMode;
  public boolean listOnly;
  public boolean append;
  public boolean ascii;
  public final List<String> quote = new ArrayList<>();
  public final List<String> preQuote = new ArrayList<>();
  public final List<String> postQuote = new ArrayList<>();
}
