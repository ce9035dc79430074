package io.nettycurl.netty.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.connect.ConnectFailure;
import io.nettycurl.netty.connect.ProxyChoice;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.ProtocolProvider;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.PercentCoding;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Immutable. Where one hop of a transfer goes: decided from the URL, the options and the first
 * origin alone.
 *
 * @param url the URL
 * @param scheme its scheme
 * @param provider who carries it out
 * @param host its host; IPv6 without brackets
 * @param port the port to connect to
 * @param user the user name that holds here, decoded; null if none
 * @param password the password that holds here, decoded; null if none
 * @param proxies the proxies on the way
 */
record Hop(
    CurlUrl url,
    Scheme scheme,
    ProtocolProvider provider,
    String host,
    int port,
    String user,
    String password,
    ProxyChoice proxies) {

  /** What the option credentials are bound to. */
  record Origin(String scheme, String host, int port) {}

  Origin origin() {
    return new Origin(scheme.name(), host.toLowerCase(Locale.ROOT), port);
  }

  ConnectionPlan plan() {
    return new ConnectionPlan(scheme, host, port, proxies.forwarding());
  }

  /**
   * Decides.
   *
   * @param url where to
   * @param options the transfer's
   * @param protocols who speaks what
   * @param first the first hop's origin; null for the first hop
   * @param before the hop before; null for the first one
   * @param netrc the netrc file; null if it does not count
   * @param notes told if it has no login for the hop
   */
  static Hop decide(
      CurlUrl url,
      OptionValues options,
      Protocols protocols,
      Origin first,
      Hop before,
      Netrc netrc,
      Consumer<String> notes)
      throws ConnectFailure {
    Protocols.Entry entry = protocols.find(url.scheme());
    if (entry == null) {
      throw new ConnectFailure(
          CurlCode.UNSUPPORTED_PROTOCOL, "Protocol \"" + url.scheme() + "\" not supported");
    }
    Scheme scheme = entry.scheme();
    String host = bare(scheme.network() ? ascii(url) : url.host());
    boolean again = before != null && before.url() == url;
    int port = again ? before.port() : portOf(url, scheme, options, first == null);
    ProxyChoice proxies = ProxyChoice.DIRECT;
    ProtocolProvider provider = entry.provider();
    if (scheme.network()) {
      ProtocolProvider forwarder = protocols.forwarder(scheme);
      proxies = ProxyChoice.choose(scheme, host, port, forwarder != null, options);
      if (proxies.forwarding()) {
        provider = forwarder;
      }
    }
    Origin origin = new Origin(scheme.name(), host.toLowerCase(Locale.ROOT), port);
    boolean mayUseOptions =
        first == null || first.equals(origin) || options.on(CurlOpt.UNRESTRICTED_AUTH);
    String user = decoded(url.user());
    String password = decoded(url.password());
    String optionUser = mayUseOptions ? options.get(CurlOpt.USERNAME) : null;
    String optionPassword = mayUseOptions ? options.get(CurlOpt.PASSWORD) : null;
    if (optionUser != null && first == null || user == null && optionUser != null) {
      user = optionUser;
      password = optionPassword;
    } else if (optionPassword != null && (password == null || first == null)) {
      password = optionPassword;
    }
    if (netrc != null && optionUser == null) {
      Netrc.Answer answer = lookUp(netrc, host, user, password, options, notes);
      if (answer != null) {
        user = answer.user() != null ? answer.user() : user;
        password = answer.password() != null ? answer.password() : password;
      }
    }
    return new Hop(url, scheme, provider, host, port, user, password, proxies);
  }

  /** Null if there is nothing in it for the hop. */
  private static Netrc.Answer lookUp(
      Netrc netrc,
      String host,
      String user,
      String password,
      OptionValues options,
      Consumer<String> notes)
      throws ConnectFailure {
    boolean required = options.number(CurlOpt.NETRC) == CurlSymbols.CURL_NETRC_REQUIRED;
    if (!required && user != null && password != null) {
      return null;
    }
    Netrc.Answer answer = netrc.find(host, user);
    if (answer.trouble() != null && required) {
      throw new ConnectFailure(CurlCode.READ_ERROR, ".netrc error: " + answer.trouble());
    }
    if (!answer.found()) {
      String file = options.get(CurlOpt.NETRC_FILE);
      notes.accept(
          "Could not find host "
              + host
              + " in the "
              + (file == null ? ".netrc" : file)
              + " file; using defaults");
      return null;
    }
    return answer;
  }

  /** Whatever else a protocol cannot send, it refuses itself. */
  private static String decoded(String encoded) throws ConnectFailure {
    String text = PercentCoding.decodeToText(encoded);
    if (text != null && text.indexOf('\0') >= 0) {
      throw new ConnectFailure(CurlCode.URL_MALFORMAT, "NUL byte in user name or password");
    }
    return text;
  }

  private static int portOf(CurlUrl url, Scheme scheme, OptionValues options, boolean firstHop) {
    long option = firstHop ? options.number(CurlOpt.PORT) : 0;
    if (option > 0) {
      return (int) option;
    }
    return url.port() >= 0 ? url.port() : scheme.defaultPort();
  }

  /** The name as DNS, TLS and proxies know it. */
  private static String ascii(CurlUrl url) throws ConnectFailure {
    String host = url.host();
    if (host == null || isAscii(host)) {
      return host;
    }
    String ascii = url.asciiHost();
    if (ascii == null || ascii.isEmpty()) {
      throw new ConnectFailure(CurlCode.URL_MALFORMAT, CurlCode.URL_MALFORMAT.strerror());
    }
    return ascii;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String bare(String host) {
    if (host == null) {
      return "";
    }
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
