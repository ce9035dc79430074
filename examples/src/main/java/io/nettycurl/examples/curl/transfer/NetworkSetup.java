package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.config.NetworkConfig;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.ProxyConfig;
import io.nettycurl.examples.curl.config.RequestConfig;
import io.nettycurl.examples.curl.config.TlsConfig;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;

/** Any thread; no state. Options of the command as options of a handle: proxies and sockets. */
final class NetworkSetup {
  private NetworkSetup() {}

  static void proxy(ProxyConfig proxy, TlsConfig tls, OptionSetter to) throws TransferException {
    if (proxy.proxy != null) {
      to.set(CurlOpt.PROXY, proxy.proxy);
      if (proxy.type != CurlSymbols.CURLPROXY_HTTP) {
        to.set(CurlOpt.PROXYTYPE, proxy.type);
      }
    }
    to.set(CurlOpt.PROXYUSERPWD, proxy.user);
    to.on(CurlOpt.HTTPPROXYTUNNEL, proxy.tunnel);
    to.set(CurlOpt.PRE_PROXY, proxy.preProxy);
    if (proxy.anyAuth) {
      to.set(CurlOpt.PROXYAUTH, CurlSymbols.CURLAUTH_ANY);
    } else if (proxy.negotiate) {
      to.set(CurlOpt.PROXYAUTH, CurlSymbols.CURLAUTH_GSSNEGOTIATE);
    } else if (proxy.ntlm) {
      to.set(CurlOpt.PROXYAUTH, CurlSymbols.CURLAUTH_NTLM);
    } else if (proxy.digest) {
      to.set(CurlOpt.PROXYAUTH, CurlSymbols.CURLAUTH_DIGEST);
    } else if (proxy.basic) {
      to.set(CurlOpt.PROXYAUTH, CurlSymbols.CURLAUTH_BASIC);
    }
    to.set(CurlOpt.NOPROXY, proxy.noProxy);
    to.on(CurlOpt.SUPPRESS_CONNECT_HEADERS, proxy.suppressConnectHeaders);
    to.set(CurlOpt.PROXY_SERVICE_NAME, proxy.serviceName);
    to.on(CurlOpt.HAPROXYPROTOCOL, proxy.haproxy);
    to.set(CurlOpt.HAPROXY_CLIENT_IP, proxy.haproxyClientIp);
    to.set(CurlOpt.PROXY_KEYPASSWD, tls.keyPassword);
  }

  /** How fast, and how slow at most. */
  static void speeds(NetworkConfig net, OptionSetter to) throws TransferException {
    number(CurlOpt.LOW_SPEED_LIMIT, net.lowSpeedLimit, to);
    number(CurlOpt.LOW_SPEED_TIME, net.lowSpeedTime, to);
    number(CurlOpt.MAX_SEND_SPEED_LARGE, net.sendPerSecond, to);
    number(CurlOpt.MAX_RECV_SPEED_LARGE, net.receivePerSecond, to);
  }

  static void apply(OperationConfig config, OptionSetter to, Messages messages)
      throws TransferException {
    NetworkConfig net = config.network;
    RequestConfig request = config.request;
    to.set(CurlOpt.INTERFACE, net.networkInterface);
    dns(net, to);
    number(CurlOpt.CONNECTTIMEOUT_MS, net.connectTimeoutMs, to);
    to.set(CurlOpt.DOH_URL, net.dohUrl);
    if (config.ftp.createDirs) {
      to.set(CurlOpt.FTP_CREATE_MISSING_DIRS, CurlSymbols.CURLFTP_CREATE_DIR_RETRY);
    }
    number(CurlOpt.MAXFILESIZE_LARGE, net.maxFileSize, to);
    number(CurlOpt.IPRESOLVE, net.ipVersion, to);
    to.on(CurlOpt.SOCKS5_GSSAPI_NEC, config.proxy.socks5GssapiNec);
    number(CurlOpt.SOCKS5_AUTH, config.proxy.socks5Auth, to);
    to.set(CurlOpt.SERVICE_NAME, config.auth.serviceName);
    to.on(CurlOpt.IGNORE_CONTENT_LENGTH, request.ignoreContentLength);
    if (net.localPort != 0) {
      to.set(CurlOpt.LOCALPORT, net.localPort);
      to.set(CurlOpt.LOCALPORTRANGE, net.localPortRange);
    }
    if (request.raw) {
      to.set(CurlOpt.HTTP_CONTENT_DECODING, 0L);
      to.set(CurlOpt.HTTP_TRANSFER_DECODING, 0L);
    }
    tcp(net, to);
    number(CurlOpt.NEW_FILE_PERMS, config.output.createFileMode, to);
    overrides(config, to, messages);
  }

  private static void dns(NetworkConfig net, OptionSetter to) throws TransferException {
    to.set(CurlOpt.DNS_SERVERS, net.dnsServers);
    to.set(CurlOpt.DNS_INTERFACE, net.dnsInterface);
    to.set(CurlOpt.DNS_LOCAL_IP4, net.dnsIpv4);
    to.set(CurlOpt.DNS_LOCAL_IP6, net.dnsIpv6);
  }

  private static void tcp(NetworkConfig net, OptionSetter to) throws TransferException {
    if (!net.tcpNoDelay) {
      to.set(CurlOpt.TCP_NODELAY, 0L);
    }
    to.on(CurlOpt.TCP_FASTOPEN, net.tcpFastOpen);
    to.on(CurlOpt.TCP_KEEPALIVE, !net.noKeepalive);
    if (!net.noKeepalive) {
      number(CurlOpt.TCP_KEEPIDLE, net.keepaliveTime, to);
      number(CurlOpt.TCP_KEEPINTVL, net.keepaliveTime, to);
      number(CurlOpt.TCP_KEEPCNT, net.keepaliveCount, to);
    }
  }

  private static void overrides(OperationConfig config, OptionSetter to, Messages messages)
      throws TransferException {
    NetworkConfig net = config.network;
    if (!net.resolve.isEmpty()) {
      to.set(CurlOpt.RESOLVE, net.resolve);
    }
    if (!net.connectTo.isEmpty()) {
      to.set(CurlOpt.CONNECT_TO, net.connectTo);
    }
    number(CurlOpt.GSSAPI_DELEGATION, config.auth.delegation, to);
    to.set(CurlOpt.PROTOCOLS_STR, net.protocols);
    to.set(CurlOpt.REDIR_PROTOCOLS_STR, net.redirProtocols);
    if (net.unixSocket != null) {
      to.set(
          net.abstractSocket ? CurlOpt.ABSTRACT_UNIX_SOCKET : CurlOpt.UNIX_SOCKET_PATH,
          net.unixSocket);
    }
    to.set(CurlOpt.DEFAULT_PROTOCOL, net.defaultProtocol);
    if (net.happyEyeballsMs != NetworkConfig.HAPPY_EYEBALLS_DEFAULT) {
      to.set(CurlOpt.HAPPY_EYEBALLS_TIMEOUT_MS, net.happyEyeballsMs);
    }
    to.on(CurlOpt.DISALLOW_USERNAME_IN_URL, config.auth.noUserInUrl);
    if (net.ipTos > 0 || net.vlanPriority > 0) {
      to.set(
          CurlOpt.SOCKOPTFUNCTION,
          new PacketMarks((int) net.ipTos, (int) net.vlanPriority, messages));
    }
  }

  static void number(EasyOption<Long> option, long value, OptionSetter to)
      throws TransferException {
    if (value != 0) {
      to.set(option, value);
    }
  }
}
