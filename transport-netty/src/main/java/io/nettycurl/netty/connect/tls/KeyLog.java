package io.nettycurl.netty.connect.tls;

import io.netty.handler.ssl.ReferenceCountedOpenSslContext;
import io.netty.handler.ssl.SslContext;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;

/**
 * Any thread. The secrets of TLS connections in a file, for programs that decode captured traffic.
 * BoringSSL tells them, the JDK does not: its connections are not logged.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9850">RFC 9850, the SSLKEYLOGFILE format</a>
 */
final class KeyLog {
  private static final String VARIABLE = "SSLKEYLOGFILE";

  /** Looked up when the first context is made. */
  static final class Environment {
    static final KeyLog LOG = open(System.getenv(VARIABLE));

    private Environment() {}
  }

  private final OutputStream out;

  private KeyLog(OutputStream out) {
    this.out = out;
  }

  /**
   * Opens a log, to add to what is in it.
   *
   * @param file its name; null or empty for none
   * @return the log; one that logs nothing if the file cannot be written
   */
  static KeyLog open(String file) {
    if (file == null || file.isEmpty()) {
      return new KeyLog(null);
    }
    try {
      return new KeyLog(new FileOutputStream(file, true));
    } catch (IOException e) {
      return new KeyLog(null);
    }
  }

  /**
   * Has the secrets of a context's connections logged.
   *
   * @param context not yet used
   */
  void attach(SslContext context) {
    if (out == null || !(context instanceof ReferenceCountedOpenSslContext)) {
      return;
    }
    try {
      Class<?> callback = Class.forName("io.netty.internal.tcnative.KeyLogCallback");
      Object listener =
          Proxy.newProxyInstance(
              callback.getClassLoader(),
              new Class<?>[] {callback},
              (proxy, method, args) -> {
                if (args != null && args.length == 2 && args[1] instanceof byte[]) {
                  write((byte[]) args[1]);
                }
                return null;
              });
      // what the public method tells is another pointer, and the wrong one ends the process
      Field pointer = ReferenceCountedOpenSslContext.class.getDeclaredField("ctx");
      pointer.setAccessible(true);
      Class.forName("io.netty.internal.tcnative.SSLContext")
          .getMethod("setKeyLogCallback", long.class, callback)
          .invoke(null, pointer.getLong(context), listener);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // a tcnative that cannot: nothing is logged
    }
  }

  private synchronized void write(byte[] line) {
    byte[] ended = new byte[line.length + 1];
    System.arraycopy(line, 0, ended, 0, line.length);
    ended[line.length] = '\n';
    try {
      out.write(ended);
    } catch (IOException e) {
      // the connection matters more than its log
    }
  }
}
