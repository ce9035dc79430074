package io.nettycurl.netty.engine;

import io.netty.util.Version;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlVersionInfo;
import io.nettycurl.info.EasyInfo;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.netty.connect.Connector;
import io.nettycurl.netty.spi.ProtocolProvider;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.netty.transfer.Protocols;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.ShareKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Any thread. What this build can do: the options that the engine, the connector or one of the
 * protocols acts on, and what the version tells.
 */
public final class BuiltIn {
  /** libcurl's version whose interface this is. */
  private static final String NETTY_VERSIONS = "/META-INF/io.netty.versions.properties";

  private static final String UNKNOWN_NETTY = "4.2";
  private static final String LIBCURL_VERSION = "8.22.0";

  private static final Set<EasyOption<?>> ENGINE =
      Set.of(
          CurlOpt.URL,
          CurlOpt.CURLU,
          CurlOpt.PATH_AS_IS,
          CurlOpt.DEFAULT_PROTOCOL,
          CurlOpt.DISALLOW_USERNAME_IN_URL,
          CurlOpt.PROTOCOLS,
          CurlOpt.PROTOCOLS_STR,
          CurlOpt.VERBOSE,
          CurlOpt.HEADER,
          CurlOpt.NOPROGRESS,
          CurlOpt.NOBODY,
          CurlOpt.UPLOAD,
          CurlOpt.PRIVATE,
          CurlOpt.SHARE,
          CurlOpt.STDERR,
          CurlOpt.ERRORBUFFER,
          CurlOpt.PORT,
          CurlOpt.USERPWD,
          CurlOpt.USERNAME,
          CurlOpt.PASSWORD,
          CurlOpt.NETRC,
          CurlOpt.NETRC_FILE,
          CurlOpt.UNRESTRICTED_AUTH,
          CurlOpt.WRITEFUNCTION,
          CurlOpt.WRITEDATA,
          CurlOpt.HEADERFUNCTION,
          CurlOpt.HEADERDATA,
          CurlOpt.READFUNCTION,
          CurlOpt.READDATA,
          CurlOpt.SEEKFUNCTION,
          CurlOpt.SEEKDATA,
          CurlOpt.IOCTLFUNCTION,
          CurlOpt.IOCTLDATA,
          CurlOpt.XFERINFOFUNCTION,
          CurlOpt.XFERINFODATA,
          CurlOpt.PROGRESSFUNCTION,
          CurlOpt.DEBUGFUNCTION,
          CurlOpt.DEBUGDATA,
          CurlOpt.PREREQFUNCTION,
          CurlOpt.PREREQDATA,
          CurlOpt.INFILESIZE,
          CurlOpt.INFILESIZE_LARGE,
          CurlOpt.MAXFILESIZE,
          CurlOpt.MAXFILESIZE_LARGE,
          CurlOpt.MAX_RECV_SPEED_LARGE,
          CurlOpt.MAX_SEND_SPEED_LARGE,
          CurlOpt.LOW_SPEED_LIMIT,
          CurlOpt.LOW_SPEED_TIME,
          CurlOpt.TIMEOUT,
          CurlOpt.TIMEOUT_MS,
          CurlOpt.CONNECTTIMEOUT,
          CurlOpt.CONNECTTIMEOUT_MS,
          CurlOpt.PIPEWAIT,
          CurlOpt.CONNECT_ONLY,
          CurlOpt.UPKEEP_INTERVAL_MS,
          CurlOpt.BUFFERSIZE,
          CurlOpt.CLOSESOCKETFUNCTION,
          CurlOpt.CLOSESOCKETDATA,
          CurlOpt.FRESH_CONNECT,
          CurlOpt.FORBID_REUSE,
          CurlOpt.MAXCONNECTS,
          CurlOpt.MAXAGE_CONN,
          CurlOpt.MAXLIFETIME_CONN,
          CurlOpt.SUPPRESS_CONNECT_HEADERS,
          NettyOpt.TIMEOUT_AFTER_QUEUE,
          NettyOpt.BYTEBUF_READFUNCTION,
          NettyOpt.BYTEBUF_WRITEFUNCTION);

  private static final Set<ShareKind> SHARED =
      Set.of(ShareKind.CONNECT, ShareKind.DNS, ShareKind.SSL_SESSION);

  private static final class Sets {
    static final boolean[] ACTED_ON = new boolean[EasyOption.SLOTS];
    static final Map<EasyOption<?>, List<ProtocolProvider>> CHECKERS = new HashMap<>();
    static final Map<EasyInfo<?>, ProtocolProvider> ANSWERS = new HashMap<>();

    static {
      ENGINE.forEach(option -> ACTED_ON[option.slot()] = true);
      Connector.options().forEach(option -> ACTED_ON[option.slot()] = true);
      for (ProtocolProvider provider : Protocols.installed().providers()) {
        for (EasyOption<?> option : provider.options()) {
          ACTED_ON[option.slot()] = true;
          CHECKERS.computeIfAbsent(option, ignored -> new ArrayList<>()).add(provider);
        }
        provider.infos().forEach(info -> ANSWERS.put(info, provider));
      }
    }
  }

  private BuiltIn() {}

  /** Whether anything acts on an option. */
  public static boolean actsOn(EasyOption<?> option) {
    return Sets.ACTED_ON[option.slot()];
  }

  /** Whether any of those who act on an option can act on a value: OK, or the first one's code. */
  public static CurlCode check(EasyOption<?> option, Object value) {
    if (value == null) {
      return CurlCode.OK;
    }
    if (option == CurlOpt.CONNECT_ONLY && (Long) value > 1) {
      return CurlCode.NOT_BUILT_IN;
    }
    List<ProtocolProvider> checkers = Sets.CHECKERS.get(option);
    CurlCode first = CurlCode.OK;
    if (Connector.options().contains(option)) {
      first = Connector.check(option, value);
      if (first == CurlCode.OK) {
        return first;
      }
    }
    if (checkers == null) {
      return first;
    }
    for (ProtocolProvider checker : checkers) {
      CurlCode code = checker.check(option, value);
      if (code == CurlCode.OK) {
        return code;
      }
      first = first == CurlCode.OK ? code : first;
    }
    return first;
  }

  /** Whether the engine or one of the protocols shares a kind of data between handles. */
  public static boolean shares(ShareKind kind) {
    return SHARED.contains(kind)
        || Protocols.installed().providers().stream()
            .anyMatch(provider -> provider.shares().contains(kind));
  }

  /** Tells those who act on an option that it was set: OK, or the first one's code. */
  public static CurlCode stored(EasyState easy, EasyOption<?> option, Object value) {
    List<ProtocolProvider> actors = Sets.CHECKERS.get(option);
    if (actors == null) {
      return CurlCode.OK;
    }
    for (ProtocolProvider actor : actors) {
      CurlCode code = actor.stored(easy, option, value);
      if (code != CurlCode.OK) {
        return code;
      }
    }
    return CurlCode.OK;
  }

  /** The answer for an info that a protocol makes when it is asked for; null if none does. */
  @SuppressWarnings("unchecked")
  public static <T> T info(EasyState easy, EasyInfo<T> info) {
    ProtocolProvider provider = Sets.ANSWERS.get(info);
    return provider == null ? null : (T) provider.info(easy, info);
  }

  /** What the version tells. */
  public static CurlVersionInfo versionInfo() {
    Set<String> protocols = new TreeSet<>();
    Set<String> features = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<String> libraries = new ArrayList<>(Connector.libraries());
    features.add("IDN");
    features.add("Largefile");
    features.add("threadsafe");
    features.addAll(Connector.features());
    for (ProtocolProvider provider : Protocols.installed().providers()) {
      provider.schemes().stream().map(Scheme::name).forEach(protocols::add);
      features.addAll(provider.features());
      libraries.addAll(provider.libraries());
    }
    libraries.add("Netty/" + nettyVersion());
    return new CurlVersionInfo(
        LIBCURL_VERSION,
        "NettyCurl/" + ownVersion(),
        libraries,
        List.copyOf(protocols),
        List.copyOf(features));
  }

  /** Each of Netty's jars tells it; Netty's own way reads all of them, which takes long. */
  private static String nettyVersion() {
    Properties versions = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(NETTY_VERSIONS)) {
      if (in != null) {
        versions.load(in);
      }
    } catch (IOException e) {
      return UNKNOWN_NETTY;
    }
    for (String name : versions.stringPropertyNames()) {
      if (name.endsWith(".version")) {
        return versions.getProperty(name);
      }
    }
    return UNKNOWN_NETTY;
  }

  private static String ownVersion() {
    String version = BuiltIn.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0" : version;
  }
}
