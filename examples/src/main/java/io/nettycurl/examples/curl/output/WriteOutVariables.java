package io.nettycurl.examples.curl.output;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.EasyInfo;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Any thread; no state. The variables of -w, by name, in alphabetical order. */
final class WriteOutVariables {
  /** How a value is written. */
  enum Kind {
    /** A text, quoted in JSON. */
    TEXT,
    /** A number. */
    NUMBER,
    /** A status, three digits outside JSON. */
    STATUS,
    /** Microseconds, as seconds. */
    TIME
  }

  /**
   * A variable.
   *
   * @param kind how it is written
   * @param info what the library knows it by; null for what the command itself knows
   */
  record Variable(Kind kind, EasyInfo<?> info) {}

  private static final Map<String, Variable> ALL = new TreeMap<>();

  static {
    text("certs", null);
    number("conn_id", CurlInfo.CONN_ID);
    text("content_type", CurlInfo.CONTENT_TYPE);
    text("errormsg", null);
    number("exitcode", null);
    text("filename_effective", null);
    text("ftp_entry_path", CurlInfo.FTP_ENTRY_PATH);
    status("http_code", CurlInfo.RESPONSE_CODE);
    status("http_connect", CurlInfo.HTTP_CONNECTCODE);
    text("http_version", null);
    text("local_ip", CurlInfo.LOCAL_IP);
    number("local_port", CurlInfo.LOCAL_PORT);
    text("method", CurlInfo.EFFECTIVE_METHOD);
    number("num_certs", null);
    number("num_connects", CurlInfo.NUM_CONNECTS);
    number("num_headers", null);
    number("num_redirects", CurlInfo.REDIRECT_COUNT);
    number("num_retries", null);
    number("proxy_ssl_verify_result", CurlInfo.PROXY_SSL_VERIFYRESULT);
    number("proxy_used", CurlInfo.USED_PROXY);
    text("redirect_url", CurlInfo.REDIRECT_URL);
    text("referer", CurlInfo.REFERER);
    text("remote_ip", CurlInfo.PRIMARY_IP);
    number("remote_port", CurlInfo.PRIMARY_PORT);
    status("response_code", CurlInfo.RESPONSE_CODE);
    text("scheme", CurlInfo.SCHEME);
    number("size_delivered", CurlInfo.SIZE_DELIVERED);
    number("size_download", CurlInfo.SIZE_DOWNLOAD_T);
    number("size_header", CurlInfo.HEADER_SIZE);
    number("size_request", CurlInfo.REQUEST_SIZE);
    number("size_upload", CurlInfo.SIZE_UPLOAD_T);
    number("speed_download", CurlInfo.SPEED_DOWNLOAD_T);
    number("speed_upload", CurlInfo.SPEED_UPLOAD_T);
    number("ssl_verify_result", CurlInfo.SSL_VERIFYRESULT);
    time("time_appconnect", CurlInfo.APPCONNECT_TIME_T);
    time("time_connect", CurlInfo.CONNECT_TIME_T);
    time("time_namelookup", CurlInfo.NAMELOOKUP_TIME_T);
    time("time_posttransfer", CurlInfo.POSTTRANSFER_TIME_T);
    time("time_pretransfer", CurlInfo.PRETRANSFER_TIME_T);
    time("time_queue", CurlInfo.QUEUE_TIME_T);
    time("time_redirect", CurlInfo.REDIRECT_TIME_T);
    time("time_starttransfer", CurlInfo.STARTTRANSFER_TIME_T);
    time("time_total", CurlInfo.TOTAL_TIME_T);
    number("tls_earlydata", CurlInfo.EARLYDATA_SENT_T);
    text("url", null);
    text("url_effective", CurlInfo.EFFECTIVE_URL);
    for (UrlPart part : UrlPart.values()) {
      if (part != UrlPart.URL) {
        text("url." + part.name().toLowerCase(Locale.ROOT), null);
        text("urle." + part.name().toLowerCase(Locale.ROOT), null);
      }
    }
    number("urlnum", null);
    number("xfer_id", CurlInfo.XFER_ID);
  }

  private WriteOutVariables() {}

  private static void text(String name, EasyInfo<String> info) {
    ALL.put(name, new Variable(Kind.TEXT, info));
  }

  private static void number(String name, EasyInfo<Long> info) {
    ALL.put(name, new Variable(Kind.NUMBER, info));
  }

  private static void status(String name, EasyInfo<Long> info) {
    ALL.put(name, new Variable(Kind.STATUS, info));
  }

  private static void time(String name, EasyInfo<Long> info) {
    ALL.put(name, new Variable(Kind.TIME, info));
  }

  /** A variable; null if there is none of that name. */
  static Variable get(String name) {
    return ALL.get(name);
  }

  /** Its value as a text, or as JSON; null if it has none. */
  static String value(String name, FinishedTransfer transfer, boolean json) {
    Variable variable = ALL.get(name);
    if (variable.kind() == Kind.TEXT) {
      String text = textOf(name, variable, transfer);
      return json && text != null ? JsonText.string(text, false) : text;
    }
    long number = numberOf(name, variable, transfer);
    return switch (variable.kind()) {
      case TIME -> number / 1_000_000 + "." + zeros(number % 1_000_000, 6);
      case STATUS -> json ? Long.toString(number) : zeros(number, 3);
      default -> Long.toString(number);
    };
  }

  /** All of them as one JSON object. */
  static String json(FinishedTransfer transfer, String version) {
    StringBuilder out = new StringBuilder("{");
    for (String name : ALL.keySet()) {
      out.append('"').append(name).append("\":").append(value(name, transfer, true)).append(',');
    }
    return out.append("\"curl_version\":")
        .append(JsonText.string(version, false))
        .append('}')
        .toString();
  }

  private static String zeros(long number, int width) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  private static long numberOf(String name, Variable variable, FinishedTransfer transfer) {
    if (variable.info() != null) {
      return (Long) transfer.easy().getinfo(variable.info());
    }
    return switch (name) {
      case "exitcode" -> transfer.result().number();
      case "num_certs" -> certificates(transfer).size();
      case "num_headers" -> transfer.headerCount();
      case "num_retries" -> transfer.retries();
      case "urlnum" -> transfer.urlNumber();
      default -> throw new IllegalStateException(name);
    };
  }

  private static String textOf(String name, Variable variable, FinishedTransfer transfer) {
    if (variable.info() != null) {
      return (String) transfer.easy().getinfo(variable.info());
    }
    return switch (name) {
      case "certs" -> certificateText(transfer);
      case "errormsg" -> transfer.result() == CurlCode.OK ? null : transfer.errorMessage();
      case "filename_effective" -> transfer.fileName();
      case "http_version" -> httpVersion(transfer.easy().getinfo(CurlInfo.HTTP_VERSION));
      case "url" -> transfer.url();
      default -> {
        int dot = name.indexOf('.');
        boolean effective = name.startsWith("urle.");
        yield part(
            effective ? transfer.easy().getinfo(CurlInfo.EFFECTIVE_URL) : transfer.url(),
            UrlPart.valueOf(name.substring(dot + 1).toUpperCase(Locale.ROOT)));
      }
    };
  }

  private static String part(String url, UrlPart part) {
    CurlUrl parsed = new CurlUrl();
    long flags = CurlSymbols.CURLU_GUESS_SCHEME | CurlSymbols.CURLU_NON_SUPPORT_SCHEME;
    if (url == null || parsed.set(UrlPart.URL, url, flags) != CurlUrlCode.OK) {
      return null;
    }
    CurlUrl.Result result = parsed.get(part, CurlSymbols.CURLU_DEFAULT_PORT);
    return result.code() == CurlUrlCode.OK ? result.value() : null;
  }

  private static String httpVersion(long version) {
    if (version == CurlSymbols.CURL_HTTP_VERSION_NONE) {
      return "0";
    }
    if (version == CurlSymbols.CURL_HTTP_VERSION_1_0) {
      return "1";
    }
    if (version == CurlSymbols.CURL_HTTP_VERSION_1_1) {
      return "1.1";
    }
    if (version == CurlSymbols.CURL_HTTP_VERSION_2) {
      return "2";
    }
    return version == CurlSymbols.CURL_HTTP_VERSION_3 ? "3" : null;
  }

  private static List<List<String>> certificates(FinishedTransfer transfer) {
    List<List<String>> list = transfer.easy().getinfo(CurlInfo.CERTINFO);
    return list == null ? List.of() : list;
  }

  private static String certificateText(FinishedTransfer transfer) {
    StringBuilder out = new StringBuilder();
    for (List<String> certificate : certificates(transfer)) {
      for (String line : certificate) {
        boolean pem = line.regionMatches(true, 0, "cert:", 0, 5);
        out.append(pem ? line.substring(5) : line);
        if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
          out.append('\n');
        }
      }
    }
    return out.toString();
  }
}
