package io.nettycurl.netty.connect.tls;

import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.util.NetUtil;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.StandardConstants;

/**
 * Immutable. The name told in the hello. Left to themselves, Netty and the JDK tell no names
 * without a dot, and none with an underscore, which many real hosts have; libcurl tells both.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6066#section-3">RFC 6066 section 3</a>
 */
final class ServerName {
  /** A name that {@link SNIHostName} finds fault with. */
  private static final class AnyName extends SNIServerName {
    AnyName(String host) {
      super(StandardConstants.SNI_HOST_NAME, host.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private ServerName() {}

  /**
   * Has a name told.
   *
   * @param engine not yet used
   * @param host what was connected to; nothing is told for an address
   */
  static void send(SSLEngine engine, String host) {
    if (NetUtil.isValidIpV6Address(host) || NetUtil.isValidIpV4Address(host)) {
      return;
    }
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(host)) {
      return;
    }
    SNIServerName name;
    try {
      name = new SNIHostName(host);
    } catch (IllegalArgumentException e) {
      if (engine instanceof ReferenceCountedOpenSslEngine) {
        Native.tell(((ReferenceCountedOpenSslEngine) engine).sslPointer(), host);
        return;
      }
      name = new AnyName(host);
    }
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setServerNames(List.of(name));
    engine.setSSLParameters(parameters);
  }

  /** tcnative's own entry, found by name as the library need not be there. */
  private static final class Native {
    private static final MethodHandle SET_NAME = find();

    private static MethodHandle find() {
      try {
        return MethodHandles.publicLookup()
            .findStatic(
                Class.forName("io.netty.internal.tcnative.SSL"),
                "setTlsExtHostName",
                MethodType.methodType(void.class, long.class, String.class));
      } catch (ReflectiveOperationException e) {
        return null;
      }
    }

    static void tell(long ssl, String host) {
      if (SET_NAME == null) {
        return;
      }
      try {
        SET_NAME.invokeExact(ssl, host);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
