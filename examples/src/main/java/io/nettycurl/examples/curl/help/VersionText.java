package io.nettycurl.examples.curl.help;

import io.nettycurl.CurlVersionInfo;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Any thread; no state. --version. */
public final class VersionText {
  /** The version of the command line interface. */
  public static final String VERSION = "8.22.0";

  private VersionText() {}

  /** What stands behind the command, in one line. */
  public static String library(CurlVersionInfo info) {
    StringBuilder out = new StringBuilder("libcurl/").append(info.version());
    for (String library : info.libraries()) {
      out.append(' ').append(library);
    }
    return out.toString();
  }

  /**
   * All lines.
   *
   * @param info what is built in
   * @param java the version of Java it runs on
   */
  public static String all(CurlVersionInfo info, String java) {
    StringBuilder out = new StringBuilder(512);
    out.append("curl ").append(VERSION).append(" (");
    out.append(info.engine().replace('/', ' ')).append("; Java ").append(java).append(") ");
    out.append(library(info)).append('\n');
    out.append("Release-Date: [unreleased]\n");
    list(out, "Protocols:", protocols(info.protocols()));
    list(out, "Features:", info.features());
    return out.toString();
  }

  /** With HTTP, the command can also fetch from IPFS. */
  private static List<String> protocols(List<String> library) {
    if (!library.contains("http")) {
      return library;
    }
    Set<String> all = new TreeSet<>(library);
    all.add("ipfs");
    all.add("ipns");
    return List.copyOf(all);
  }

  private static void list(StringBuilder out, String title, List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    out.append(title);
    for (String item : items) {
      out.append(' ').append(item);
    }
    out.append('\n');
  }
}
