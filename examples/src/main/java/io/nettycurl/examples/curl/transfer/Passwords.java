package io.nettycurl.examples.curl.transfer;

import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.console.Console;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Owned by the command's thread. Asks for a password where only a user was given. */
public final class Passwords {
  private static final File TERMINAL = new File("/dev/tty");

  private final Console console;

  /** Asks on a console. */
  public Passwords(Console console) {
    this.console = console;
  }

  /**
   * Completes what -u and -U gave.
   *
   * @param config the options
   * @param number which set of options, from 0
   * @param last whether there is none after it
   */
  public void ask(OperationConfig config, int number, boolean last) {
    if (config.auth.user != null && config.auth.bearer == null) {
      config.auth.user = complete("host", config.auth.user, number, last);
    }
    if (config.proxy.user != null) {
      config.proxy.user = complete("proxy", config.proxy.user, number, last);
    }
  }

  private String complete(String kind, String user, int number, boolean last) {
    if (user.indexOf(':') >= 0 || user.startsWith(";")) {
      return user;
    }
    int options = user.indexOf(';');
    String name = options < 0 ? user : user.substring(0, options);
    String which = number == 0 && last ? "" : " on URL #" + (number + 1);
    console.errPrint("Enter " + kind + " password for user '" + name + "'" + which + ":");
    return user + ":" + read();
  }

  private String read() {
    boolean terminal = TERMINAL.canRead();
    echo(terminal, "-echo");
    try (InputStream in = terminal ? new FileInputStream(TERMINAL) : null) {
      return line(in == null ? console.in() : in);
    } catch (IOException e) {
      return "";
    } finally {
      echo(terminal, "echo");
      console.errPrint("\n");
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder out = new StringBuilder();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      out.append((char) next);
      next = in.read();
    }
    return out.toString();
  }

  private static void echo(boolean terminal, String mode) {
    if (!terminal) {
      return;
    }
    try {
      new ProcessBuilder("stty", mode).redirectInput(TERMINAL).start().waitFor();
    } catch (IOException e) {
      // then it is seen
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
