package io.nettycurl.examples.curl.option;

import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.config.NetworkConfig;
import io.nettycurl.examples.curl.config.OperationConfig;
import java.util.List;

/** Owned by the command's thread. Options on names, sockets, times and speeds. */
final class NetworkOptions implements OptionHandler {
  private static final int MAX_PORT = 65_535;
  private static final int MAX_PRIORITY = 7;
  private static final int MAX_TOS = 0xFF;
  private static final int DEFAULT_SPEED_TIME = 30;

  private final OptionContext context;

  NetworkOptions(OptionContext context) {
    this.context = context;
  }

  @Override
  public void apply(CliOption option, String value, boolean on, OperationConfig config)
      throws ParameterException {
    NetworkConfig net = config.network;
    switch (option) {
      case INTERFACE -> net.networkInterface = Values.notBlank(value);
      case LOCAL_PORT -> localPort(net, value);
      case IPV4 -> net.ipVersion = CurlSymbols.CURL_IPRESOLVE_V4;
      case IPV6 -> net.ipVersion = CurlSymbols.CURL_IPRESOLVE_V6;
      case UNIX_SOCKET -> unixSocket(net, value, false);
      case ABSTRACT_UNIX_SOCKET -> unixSocket(net, value, true);
      case RESOLVE -> net.resolve.add(value);
      case CONNECT_TO -> net.connectTo.add(value);
      case DOH_URL -> net.dohUrl = value.isEmpty() ? null : value;
      case DOH_INSECURE -> net.dohInsecure = on;
      case DOH_CERT_STATUS -> net.dohVerifyStatus = on;
      case DNS_SERVERS -> net.dnsServers = Values.notBlank(value);
      case DNS_INTERFACE -> net.dnsInterface = Values.notBlank(value);
      case DNS_IPV4_ADDR -> net.dnsIpv4 = Values.notBlank(value);
      case DNS_IPV6_ADDR -> net.dnsIpv6 = Values.notBlank(value);
      case TCP_NODELAY -> net.tcpNoDelay = on;
      case TCP_FASTOPEN -> net.tcpFastOpen = on;
      case KEEPALIVE -> net.noKeepalive = !on;
      case KEEPALIVE_TIME -> net.keepaliveTime = Numbers.unsigned(value);
      case KEEPALIVE_CNT -> net.keepaliveCount = Numbers.unsigned(value);
      case IP_TOS -> net.ipTos = typeOfService(value);
      case VLAN_PRIORITY -> net.vlanPriority = Numbers.unsigned(value, MAX_PRIORITY);
      case PROTO -> net.protocols = protocols(value, context.library().protocols());
      case PROTO_REDIR ->
          net.redirProtocols = protocols(value, List.of("ftp", "ftps", "http", "https"));
      case PROTO_DEFAULT -> net.defaultProtocol = defaultProtocol(value);
      default -> limits(option, value, net);
    }
  }

  private static void limits(CliOption option, String value, NetworkConfig net)
      throws ParameterException {
    switch (option) {
      case MAX_TIME -> net.timeoutMs = Numbers.millis(value);
      case CONNECT_TIMEOUT -> net.connectTimeoutMs = Numbers.millis(value);
      case HAPPY_EYEBALLS_TIMEOUT_MS -> net.happyEyeballsMs = Numbers.unsigned(value);
      case SPEED_LIMIT -> {
        net.lowSpeedLimit = Numbers.unsigned(value);
        if (net.lowSpeedTime == 0) {
          net.lowSpeedTime = DEFAULT_SPEED_TIME;
        }
      }
      case SPEED_TIME -> {
        net.lowSpeedTime = Numbers.unsigned(value);
        if (net.lowSpeedLimit == 0) {
          net.lowSpeedLimit = 1;
        }
      }
      case LIMIT_RATE -> {
        net.receivePerSecond = Numbers.size(value);
        net.sendPerSecond = net.receivePerSecond;
      }
      case MAX_FILESIZE -> net.maxFileSize = Numbers.size(value);
      default -> throw new ParameterException(ParameterError.OPTION_UNKNOWN);
    }
  }

  private static void unixSocket(NetworkConfig net, String value, boolean isAbstract)
      throws ParameterException {
    net.unixSocket = Values.notBlank(value);
    net.abstractSocket = isAbstract;
  }

  private static void localPort(NetworkConfig net, String value) throws ParameterException {
    Numbers.Scanner scanner = new Numbers.Scanner(value);
    long first = scanner.number(MAX_PORT);
    if (first < 0) {
      throw new ParameterException(ParameterError.BAD_USE);
    }
    net.localPort = first;
    net.localPortRange = 1;
    if (scanner.atEnd()) {
      return;
    }
    scanner.skipBlanks();
    boolean dash = scanner.take('-');
    scanner.skipBlanks();
    long last = scanner.number(MAX_PORT);
    if (!dash || last < first || !scanner.atEnd()) {
      throw new ParameterException(ParameterError.BAD_USE);
    }
    net.localPortRange = last - first + 1;
  }

  private static long typeOfService(String value) throws ParameterException {
    return switch (value) {
      case "AF11" -> 0x28;
      case "AF12" -> 0x30;
      case "AF13" -> 0x38;
      case "AF21" -> 0x48;
      case "AF22" -> 0x50;
      case "AF23" -> 0x58;
      case "AF31" -> 0x68;
      case "AF32" -> 0x70;
      case "AF33" -> 0x78;
      case "AF41" -> 0x88;
      case "AF42" -> 0x90;
      case "AF43" -> 0x98;
      case "CE" -> 0x03;
      case "CS0" -> 0x00;
      case "CS1" -> 0x20;
      case "CS2" -> 0x40;
      case "CS3" -> 0x60;
      case "CS4" -> 0x80;
      case "CS5" -> 0xa0;
      case "CS6" -> 0xc0;
      case "CS7" -> 0xe0;
      case "ECT0", "LOWCOST", "MINCOST" -> 0x02;
      case "ECT1" -> 0x01;
      case "EF" -> 0xb8;
      case "LE", "RELIABILITY" -> 0x04;
      case "LOWDELAY" -> 0x10;
      case "THROUGHPUT" -> 0x08;
      case "VOICE-ADMIT" -> 0xb0;
      default -> Numbers.unsigned(value, MAX_TOS);
    };
  }

  private String protocols(String value, List<String> start) throws ParameterException {
    ProtocolSet set = new ProtocolSet(start, context.library().protocols(), context.messages());
    return set.change(value);
  }

  private String defaultProtocol(String value) throws ParameterException {
    Values.notBlank(value);
    for (String protocol : context.library().protocols()) {
      if (protocol.equalsIgnoreCase(value)) {
        return value;
      }
    }
    throw new ParameterException(ParameterError.LIBCURL_UNSUPPORTED_PROTOCOL);
  }
}
