package io.nettycurl.examples.curl.output;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.HeaderCallback;
import io.nettycurl.examples.curl.config.GlobalConfig;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.console.ByteStrings;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.info.CurlInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Owned by the command's thread. What becomes of header lines: -i, -D, --etag-save, -J, and counts
 * for -w.
 */
public final class HeaderOutput implements HeaderCallback {
  private static final String BOLD = "\u001b[1m";
  private static final String BOLD_OFF = "\u001b[0m";

  private final CurlEasy easy;
  private final OperationConfig config;
  private final GlobalConfig global;
  private final Messages messages;
  private final OutputFile file;
  private final OutputStream dump;
  private final EtagFile etag;
  private final ResponseHeaders headers;
  private final List<byte[]> heldBack = new ArrayList<>();
  private boolean awaitsName;
  private boolean lastWasEmpty;
  private long count;

  /**
   * An output.
   *
   * @param easy the handle
   * @param config the options
   * @param global the options of the run
   * @param messages where faults are told
   * @param file where the body goes
   * @param dump where -D wants the lines, or null
   * @param etag where --etag-save wants the tag, or null
   * @param awaitsName whether the server is to name the file
   */
  public HeaderOutput(
      CurlEasy easy,
      OperationConfig config,
      GlobalConfig global,
      Messages messages,
      OutputFile file,
      OutputStream dump,
      EtagFile etag,
      boolean awaitsName) {
    this.easy = easy;
    this.config = config;
    this.global = global;
    this.messages = messages;
    this.file = file;
    this.dump = dump;
    this.etag = etag;
    this.awaitsName = awaitsName;
    this.headers = new ResponseHeaders(easy);
  }

  /** What was received. */
  public ResponseHeaders headers() {
    return headers;
  }

  /** Another attempt starts. */
  public void restart() {
    heldBack.clear();
  }

  /** How many headers the last response had. */
  public long count() {
    return count;
  }

  @Override
  public long header(ByteBuffer data, Object userdata) {
    byte[] line = new byte[data.remaining()];
    data.get(data.position(), line);
    try {
      return take(line) ? line.length : CurlSymbols.CURL_WRITEFUNC_ERROR;
    } catch (IOException e) {
      return CurlSymbols.CURL_WRITEFUNC_ERROR;
    }
  }

  private boolean take(byte[] line) throws IOException {
    if (dump != null && !dump(line)) {
      return false;
    }
    String scheme = scheme();
    boolean http = scheme.equals("http") || scheme.equals("https");
    long status = easy.getinfo(CurlInfo.RESPONSE_CODE);
    if (http && (status / 100 == 2 || status / 100 == 3)) {
      String text = ByteStrings.decode(line);
      if (etag != null && startsWith(text, "etag:")) {
        etag.save(text.substring("etag:".length()));
      } else if (awaitsName && !serverName(text, status)) {
        return false;
      }
      if (awaitsName && config.output.showHeaders) {
        heldBack.add(line);
        return true;
      }
    }
    count(line);
    boolean shown = http || scheme.equals("file");
    return !config.output.showHeaders || !shown || file.discards() || show(line);
  }

  private boolean dump(byte[] line) throws IOException {
    dump.write(line);
    try {
      dump.flush();
      return true;
    } catch (IOException e) {
      messages.error("Failed writing headers to " + config.output.headerFile);
      return false;
    }
  }

  private String scheme() {
    String scheme = easy.getinfo(CurlInfo.SCHEME);
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }

  private void count(byte[] line) {
    if (indexOf(line, ':') >= 0) {
      if (lastWasEmpty) {
        count = 0;
      }
      lastWasEmpty = false;
      count++;
    } else if (line.length > 0 && (line[0] == '\r' || line[0] == '\n')) {
      lastWasEmpty = true;
    }
  }

  private boolean show(byte[] line) throws IOException {
    if (!file.isOpen() && !file.open(config.output, messages)) {
      return false;
    }
    int colon = global.bodyOnTerminal && global.styledOutput ? indexOf(line, ':') : -1;
    if (colon < 0) {
      file.writeHead(line);
    } else {
      file.writeHead(ByteStrings.encode(styled(ByteStrings.decode(line))));
    }
    return true;
  }

  private String styled(String line) {
    int colon = line.indexOf(':');
    String name = line.substring(0, colon);
    String rest = line.substring(colon + 1);
    String value =
        name.equalsIgnoreCase("Location")
            ? Hyperlink.around(rest, easy.getinfo(CurlInfo.EFFECTIVE_URL))
            : rest;
    return BOLD + name + BOLD_OFF + ":" + value;
  }

  /** Looks for the name of the file in Content-Disposition, or until then in Location. */
  private boolean serverName(String line, long status) throws IOException {
    if (startsWith(line, "Location:") && line.length() > 9 && status / 100 == 3) {
      String name = ServerFileName.fromLocation(line.substring("Location:".length()));
      return name == null || useName(name);
    }
    if (!startsWith(line, "Content-disposition:") || line.length() <= 20) {
      return true;
    }
    String name = ServerFileName.fromDisposition(line.substring("Content-disposition:".length()));
    if (name != null) {
      if (!useName(name)) {
        return false;
      }
      awaitsName = false;
    }
    if (!file.isOpen() && !file.open(config.output, messages)) {
      return false;
    }
    writeHeldBack();
    return true;
  }

  private boolean useName(String name) {
    if (file.isOpen()) {
      return false;
    }
    String directory = config.output.directory;
    file.serverName(directory == null ? name : directory + "/" + name);
    return true;
  }

  /** Writes the lines that waited for the file to get its name. */
  void writeHeldBack() throws IOException {
    for (byte[] line : heldBack) {
      file.writeHead(line);
    }
    heldBack.clear();
  }

  /** Closes the files of -D and --etag-save. */
  public void close() throws IOException {
    heldBack.clear();
    if (dump != null && ownsDump()) {
      dump.close();
    }
    if (etag != null) {
      etag.close();
    }
  }

  private boolean ownsDump() {
    String name = config.output.headerFile;
    return !name.equals("-") && !name.equals("%");
  }

  private static boolean startsWith(String line, String prefix) {
    return line.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  private static int indexOf(byte[] line, char c) {
    for (int i = 0; i < line.length; i++) {
      if (line[i] == c) {
        return i;
      }
    }
    return -1;
  }
}
