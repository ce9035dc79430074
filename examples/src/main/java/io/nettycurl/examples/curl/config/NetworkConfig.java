package io.nettycurl.examples.curl.config;

import java.util.ArrayList;
import java.util.List;

/** Owned by the command's thread. Names, sockets, times, speeds. */
public final class NetworkConfig {
  /** What --happy-eyeballs-timeout-ms is without it. */
  public static final long HAPPY_EYEBALLS_DEFAULT = 200;

  public String networkInterface;
  public long localPort;
  public long localPortRange;
  public long ipVersion;
  public String unixSocket;
  public boolean abstractSocket;
  public final List<String> resolve = new ArrayList<>();
  public final List<String> connectTo = new ArrayList<>();
  public String dohUrl;
  public boolean dohInsecure;
  public boolean dohVerifyStatus;
  public String dnsServers;
  public String dnsInterface;
  public String dnsIpv4;
  public String dnsIpv6;
  public long timeoutMs;
  public long connectTimeoutMs;
  public long happyEyeballsMs = HAPPY_EYEBALLS_DEFAULT;
  public long lowSpeedLimit;
  public long lowSpeedTime;
  public long sendPerSecond;
  public long receivePerSecond;
  public long maxFileSize;
  public boolean tcpNoDelay = true;
  public boolean tcpFastOpen;
  public boolean noKeepalive;
  public long keepaliveTime;
  public long keepaliveCount;
  public boolean mptcp;
  public long ipTos;
  public long vlanPriority;
  public String protocols;
  public String redirProtocols;
  public String defaultProtocol;
}
