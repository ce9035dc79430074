package io.nettycurl.netty.connect.proxy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Any thread. What environment variables say about proxies. A JVM's environment never changes, so
 * each is asked for once.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-env.html">libcurl-env(3)</a>
 */
public final class ProxyEnvironment {
  /** This process'. */
  public static final ProxyEnvironment PROCESS = new ProxyEnvironment(System::getenv);

  private final UnaryOperator<String> variables;
  private final Map<String, Optional<String>> proxies = new ConcurrentHashMap<>();
  private final String noProxy;

  /**
   * An environment.
   *
   * @param variables gives a variable's value, or null
   */
  public ProxyEnvironment(UnaryOperator<String> variables) {
    this.variables = variables;
    this.noProxy = first("no_proxy", "NO_PROXY");
  }

  /** The list of hosts to reach without a proxy; null if there is none. */
  public String noProxy() {
    return noProxy;
  }

  /**
   * The proxy for a scheme.
   *
   * @param scheme its name
   * @return null if there is none
   */
  public String proxy(String scheme) {
    Optional<String> known = proxies.get(scheme);
    if (known == null) {
      known = Optional.ofNullable(find(scheme));
      proxies.put(scheme, known);
    }
    return known.orElse(null);
  }

  private String find(String scheme) {
    String found =
        switch (scheme) {
          // the upper case form could be set by a request's Proxy header under CGI
          case "http" -> value("http_proxy");
          case "https" -> first("https_proxy", "HTTPS_PROXY");
          case "ws" -> or(own(scheme), value("http_proxy"));
          case "wss" -> or(own(scheme), first("https_proxy", "HTTPS_PROXY"));
          default -> own(scheme);
        };
    return or(found, first("all_proxy", "ALL_PROXY"));
  }

  private String own(String scheme) {
    String name = scheme + "_proxy";
    return first(name, name.toUpperCase(Locale.ROOT));
  }

  private String first(String name, String other) {
    return or(value(name), value(other));
  }

  private static String or(String value, String other) {
    return value != null ? value : other;
  }

  /** An empty variable is as good as none. */
  private String value(String name) {
    String value = variables.apply(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
