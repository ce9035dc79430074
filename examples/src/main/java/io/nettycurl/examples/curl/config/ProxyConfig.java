package io.nettycurl.examples.curl.config;

import java.util.ArrayList;
import java.util.List;

/** Owned by the command's thread. What is between here and there. */
public final class ProxyConfig {
  public String proxy;

  /** A CURLPROXY_* value. */
  public long type;

  public String preProxy;
  public String user;
  public String noProxy;
  public boolean tunnel;
  public boolean anyAuth;
  public boolean basic;
  public boolean digest;
  public boolean negotiate;
  public boolean ntlm;
  public final List<String> headers = new ArrayList<>();
  public boolean suppressConnectHeaders;
  public String serviceName;
  public long socks5Auth;
  public boolean socks5GssapiNec;
  public boolean haproxy;
  public String haproxyClientIp;
}
