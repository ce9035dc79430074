package io.nettycurl.examples.curl.output;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.DebugCallback;
import io.nettycurl.examples.curl.config.GlobalConfig;
import io.nettycurl.examples.curl.config.GlobalConfig.TraceType;
import io.nettycurl.examples.curl.console.ByteStrings;
import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.info.CurlInfo;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Owned by the command's thread. -v, --trace and --trace-ascii, for all transfers of a run. */
public final class TraceOutput implements DebugCallback {
  private static final String[] LINE_STARTS = {"* ", "< ", "> ", "{ ", "} ", "{ ", "} "};
  private static final String[] LABELS = {
    "",
    "<= Recv header",
    "=> Send header",
    "<= Recv data",
    "=> Send data",
    "<= Recv SSL data",
    "=> Send SSL data"
  };

  private final GlobalConfig global;
  private final Console console;
  private final Messages messages;
  private OutputStream file;
  private boolean opened;
  private boolean insideLine;
  private boolean dataTold;

  /**
   * An output.
   *
   * @param global the options of the run
   * @param console the standard streams
   * @param messages where faults are told
   */
  public TraceOutput(GlobalConfig global, Console console, Messages messages) {
    this.global = global;
    this.console = console;
    this.messages = messages;
  }

  @Override
  public long debug(CurlEasy easy, long type, ByteBuffer data, Object userdata) {
    byte[] bytes = new byte[data.remaining()];
    data.get(data.position(), bytes);
    int kind = (int) type;
    if (kind < 0 || kind >= LABELS.length) {
      return 0;
    }
    StringBuilder out = new StringBuilder(bytes.length + 64);
    String prefix = prefix(easy);
    if (global.traceType == TraceType.PLAIN) {
      plain(out, prefix, kind, bytes);
    } else if (kind == CurlSymbols.CURLINFO_TEXT) {
      out.append(prefix).append("* ").append(ByteStrings.decode(bytes));
    } else {
      boolean hex = global.traceType == TraceType.BINARY;
      HexDump.append(out, prefix + LABELS[kind], bytes, hex);
    }
    write(out);
    return 0;
  }

  private void plain(StringBuilder out, String prefix, int kind, byte[] bytes) {
    String start = prefix + LINE_STARTS[kind];
    if (kind > CurlSymbols.CURLINFO_HEADER_OUT) {
      data(out, start, bytes.length);
      return;
    }
    String text = ByteStrings.decode(bytes);
    if (kind == CurlSymbols.CURLINFO_HEADER_OUT) {
      int from = 0;
      while (from < text.length()) {
        int end = text.indexOf('\n', from);
        int next = end < 0 ? text.length() : end + 1;
        out.append(insideLine ? "" : start).append(text, from, next);
        insideLine = end < 0;
        from = next;
      }
    } else {
      out.append(insideLine ? "" : start).append(text);
      insideLine = !text.isEmpty() && !text.endsWith("\n");
    }
    dataTold = false;
  }

  /** A body is only counted, once in a row; not at all where it can be seen itself. */
  private void data(StringBuilder out, String start, int length) {
    boolean visible =
        global.bodyOnTerminal && (global.traceTarget.equals("%") || global.traceTarget.equals("-"));
    if (!dataTold && !visible) {
      out.append(insideLine ? "" : start).append('[').append(length).append(" bytes data]\n");
      insideLine = false;
      dataTold = true;
    }
  }

  private String prefix(CurlEasy easy) {
    if (!global.traceTime && !global.traceIds) {
      return "";
    }
    StringBuilder out = new StringBuilder(48);
    if (global.traceTime) {
      time(out, Instant.now());
    }
    if (global.traceIds && easy != null) {
      long transfer = easy.getinfo(CurlInfo.XFER_ID);
      long connection = easy.getinfo(CurlInfo.CONN_ID);
      if (transfer >= 0) {
        out.append('[').append(transfer).append('-');
        out.append(connection >= 0 ? Long.toString(connection) : "x").append("] ");
      }
    }
    return out.toString();
  }

  private static void time(StringBuilder out, Instant now) {
    LocalDateTime local = LocalDateTime.ofInstant(now, ZoneId.systemDefault());
    two(out, local.getHour()).append(':');
    two(out, local.getMinute()).append(':');
    two(out, local.getSecond()).append('.');
    String micros = Integer.toString(local.getNano() / 1000);
    out.append("0".repeat(6 - micros.length())).append(micros).append(' ');
  }

  private static StringBuilder two(StringBuilder out, int number) {
    return out.append(number < 10 ? "0" : "").append(number);
  }

  private void write(StringBuilder out) {
    if (out.length() == 0) {
      return;
    }
    try {
      switch (global.traceTarget) {
        case "%" -> console.errPrint(out.toString());
        case "-" -> console.print(out.toString());
        default -> toFile(out.toString());
      }
    } catch (IOException e) {
      messages.warn("Failed to create/open output");
    }
  }

  private void toFile(String text) throws IOException {
    if (!opened) {
      opened = true;
      open();
    }
    if (file == null) {
      console.errPrint(text);
    } else {
      file.write(ByteStrings.encode(text));
      file.flush();
    }
  }

  private void open() {
    try {
      file = new BufferedOutputStream(new FileOutputStream(global.traceTarget));
    } catch (IOException e) {
      // then it goes where messages go
    }
  }

  /** Closes the file. */
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      messages.warn("Failed writing the trace");
    }
  }
}
