package io.nettycurl.examples.curl.config;

/** Owned by the command's thread. Who asks. */
public final class AuthConfig {
  public String user;

  /** CURLAUTH_* bits; 0 leaves the library's choice. */
  public long methods;

  public boolean locationTrusted;
  public String bearer;
  public String awsSigV4;
  public boolean netrc;
  public boolean netrcOptional;
  public String netrcFile;
  public String serviceName;
  public long delegation;
  public boolean noUserInUrl;
  public String httpsigAlgorithm;
  public String httpsigHeaders;
  public String httpsigKey;
  public String httpsigKeyId;
}
