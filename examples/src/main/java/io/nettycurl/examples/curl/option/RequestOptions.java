package io.nettycurl.examples.curl.option;

import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.OutputConfig;
import io.nettycurl.examples.curl.config.RequestConfig;
import io.nettycurl.examples.curl.config.RequestMethod;
import io.nettycurl.examples.curl.config.UrlNode;
import io.nettycurl.examples.curl.console.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Owned by the command's thread. Options on what is asked for. */
final class RequestOptions implements OptionHandler {
  private static final int LONGEST_HEADER = 100 * 1024;
  private static final int LONGEST_URL = 8092;
  private static final String AUTO = ";auto";

  private final OptionContext context;
  private final Messages messages;

  RequestOptions(OptionContext context) {
    this.context = context;
    this.messages = context.messages();
  }

  @Override
  public void apply(CliOption option, String value, boolean on, OperationConfig config)
      throws ParameterException {
    RequestConfig request = config.request;
    switch (option) {
      case URL -> url(config, value);
      case UPLOAD_FILE -> upload(config, value);
      case REQUEST -> request.customMethod = Values.notBlank(value);
      case REQUEST_TARGET -> request.target = Values.notBlank(value);
      case HEADER -> headers(request.headers, value, "HTTP");
      case USER_AGENT -> request.userAgent = value;
      case REFERER -> referer(request, value);
      case COOKIE -> (value.indexOf('=') >= 0 ? request.cookies : request.cookieFiles).add(value);
      case COOKIE_JAR -> request.cookieJar = Values.notBlank(value);
      case JUNK_SESSION_COOKIES -> request.newCookieSession = on;
      case COMPRESSED -> request.compressed = on;
      case TR_ENCODING -> request.transferEncoding = on;
      case RAW -> request.raw = on;
      case IGNORE_CONTENT_LENGTH -> request.ignoreContentLength = on;
      case RANGE -> range(request, value);
      case CONTINUE_AT -> continueAt(config, value);
      case TIME_COND -> timeCondition(request, value);
      case HEAD -> {
        request.noBody = on;
        config.output.showHeaders = on;
        Methods.select(on ? RequestMethod.HEAD : RequestMethod.GET, request, messages);
      }
      case CRLF -> request.crlf = on;
      case PATH_AS_IS -> request.pathAsIs = on;
      case GLOBOFF -> request.globOff = on;
      default -> http(option, value, on, config);
    }
  }

  private void http(CliOption option, String value, boolean on, OperationConfig config)
      throws ParameterException {
    RequestConfig request = config.request;
    switch (option) {
      case HTTP0_9 -> request.http09 = on;
      case HTTP1_0 -> version(request, CurlSymbols.CURL_HTTP_VERSION_1_0, null);
      case HTTP1_1 -> version(request, CurlSymbols.CURL_HTTP_VERSION_1_1, null);
      case HTTP2 -> version(request, CurlSymbols.CURL_HTTP_VERSION_2_0, "HTTP2");
      case HTTP2_PRIOR_KNOWLEDGE ->
          version(request, CurlSymbols.CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE, "HTTP2");
      case HTTP3 -> version(request, CurlSymbols.CURL_HTTP_VERSION_3, "HTTP3");
      case HTTP3_ONLY -> version(request, CurlSymbols.CURL_HTTP_VERSION_3ONLY, "HTTP3");
      case LOCATION_TRUSTED -> {
        config.auth.locationTrusted = on;
        follow(request, on, CurlSymbols.CURLFOLLOW_ALL, "--location overrides --follow");
      }
      case LOCATION ->
          follow(request, on, CurlSymbols.CURLFOLLOW_ALL, "--location overrides --follow");
      case FOLLOW ->
          follow(request, on, CurlSymbols.CURLFOLLOW_OBEYCODE, "--follow overrides --location");
      case MAX_REDIRS -> maxRedirs(request, value);
      case POST301 -> postRedirect(request, CurlSymbols.CURL_REDIR_POST_301, on);
      case POST302 -> postRedirect(request, CurlSymbols.CURL_REDIR_POST_302, on);
      case POST303 -> postRedirect(request, CurlSymbols.CURL_REDIR_POST_303, on);
      case IPFS_GATEWAY -> request.ipfsGateway = Values.notBlank(value);
      case ALT_SVC -> request.altSvc = value;
      case HSTS -> request.hsts = value;
      case EXPECT100_TIMEOUT -> request.expect100Ms = Numbers.millis(value);
      default -> throw new ParameterException(ParameterError.OPTION_UNKNOWN);
    }
  }

  private void url(OperationConfig config, String value) throws ParameterException {
    if (!value.startsWith("@")) {
      addUrl(config, value, false);
      return;
    }
    InputStream in = InputFiles.open(value.substring(1), context.console());
    if (in == null) {
      throw new ParameterException(ParameterError.READ_ERROR);
    }
    try (LineReader lines = new LineReader(in, LONGEST_URL)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        addUrl(config, line, true);
      }
    } catch (IOException | ParameterException e) {
      throw new ParameterException(ParameterError.READ_ERROR);
    }
  }

  private void addUrl(OperationConfig config, String url, boolean fromFile)
      throws ParameterException {
    UrlNode node = config.nodeWithout(UrlNode.Slot.URL);
    node.fill(UrlNode.Slot.URL);
    node.url = Values.notBlank(url);
    if (fromFile) {
      node.remoteName = true;
      node.literal = true;
    }
    if (config.urlCount() > 1
        && (config.request.etagSave != null || config.request.etagCompare != null)) {
      messages.error("The etag options only work on a single URL");
      throw new ParameterException(ParameterError.BAD_USE);
    }
  }

  private static void upload(OperationConfig config, String value) {
    UrlNode node = config.nodeWithout(UrlNode.Slot.UPLOAD);
    node.fill(UrlNode.Slot.UPLOAD);
    node.upload = value.isEmpty() ? null : value;
  }

  /** A header, or a file of headers. */
  void headers(List<String> list, String value, String kind) throws ParameterException {
    if (!value.startsWith("@")) {
      if (value.indexOf(':') < 0 && value.indexOf(';') < 0) {
        messages.warn(
            "The provided " + kind + " header '" + value + "' does not look like a header?");
      }
      list.add(value);
      return;
    }
    String name = value.substring(1);
    InputStream in = InputFiles.open(name, context.console());
    if (in == null) {
      messages.error("Failed to open " + name);
      throw new ParameterException(ParameterError.READ_ERROR);
    }
    try (LineReader lines = new LineReader(in, LONGEST_HEADER)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        list.add(line);
      }
    } catch (IOException e) {
      throw new ParameterException(ParameterError.READ_ERROR);
    }
  }

  private static void referer(RequestConfig request, String value) {
    request.autoReferer = value.endsWith(AUTO);
    String text = request.autoReferer ? value.substring(0, value.length() - AUTO.length()) : value;
    request.referer = text.isEmpty() ? null : text;
  }

  private void version(RequestConfig request, long version, String feature)
      throws ParameterException {
    if (feature != null && !context.library().hasFeature(feature)) {
      throw new ParameterException(ParameterError.LIBCURL_DOESNT_SUPPORT);
    }
    if (request.httpVersion != 0 && request.httpVersion != version) {
      messages.warn("Overrides previous HTTP version option");
    }
    request.httpVersion = version;
  }

  private void follow(RequestConfig request, boolean on, long mode, String warning) {
    if (request.follow != 0 && request.follow != mode) {
      messages.warn(warning);
    }
    request.follow = on ? mode : 0;
  }

  private static void maxRedirs(RequestConfig request, String value) throws ParameterException {
    long number = Numbers.signed(value);
    if (number < -1) {
      throw new ParameterException(ParameterError.BAD_NUMERIC);
    }
    request.maxRedirs = number;
  }

  private static void postRedirect(RequestConfig request, long bit, boolean on) {
    request.postRedirects = Values.bits(request.postRedirects, bit, on);
  }

  private void range(RequestConfig request, String value) throws ParameterException {
    if (request.resume) {
      messages.error("--continue-at is mutually exclusive with --range");
      throw new ParameterException(ParameterError.BAD_USE);
    }
    Numbers.Scanner scanner = new Numbers.Scanner(value);
    long start = scanner.number(Long.MAX_VALUE);
    if (start >= 0 && scanner.peek() != '-') {
      messages.warn("A specified range MUST include at least one dash (-). Appending one for you");
      request.range = start + "-";
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Numbers.isDigit(c) && c != '-' && c != ',') {
        messages.warn(
            "Invalid character is found in given range. A specified range MUST have only digits"
                + " in 'start'-'stop'. The server's response to this request is uncertain.");
        break;
      }
    }
    request.range = Values.notBlank(value);
  }

  private void continueAt(OperationConfig config, String value) throws ParameterException {
    RequestConfig request = config.request;
    String other = null;
    if (request.range != null) {
      other = "--range";
    } else if (config.output.removeOnError) {
      other = "--remove-on-error";
    } else if (config.output.clobber == OutputConfig.Clobber.NEVER) {
      other = "--no-clobber";
    }
    if (other != null) {
      messages.error("--continue-at is mutually exclusive with " + other);
      throw new ParameterException(ParameterError.BAD_USE);
    }
    request.resumeFromLocal = value.equals("-");
    request.resumeFrom = request.resumeFromLocal ? 0 : Numbers.offset(value);
    request.resume = true;
  }

  private void timeCondition(RequestConfig request, String value) {
    char sign = value.isEmpty() ? 0 : value.charAt(0);
    request.timeCondition =
        sign == '-'
            ? CurlSymbols.CURL_TIMECOND_IFUNMODSINCE
            : sign == '='
                ? CurlSymbols.CURL_TIMECOND_LASTMOD
                : CurlSymbols.CURL_TIMECOND_IFMODSINCE;
    String date = sign == '+' || sign == '-' || sign == '=' ? value.substring(1) : value;
    Long seconds = Dates.secondsOrFileTime(date, messages);
    if (seconds == null) {
      request.timeCondition = CurlSymbols.CURL_TIMECOND_NONE;
      request.timeValue = -1;
      messages.warn(
          "Illegal date format for -z, --time-cond (and not a filename). Disabling time"
              + " condition. See curl_getdate(3) for valid date syntax.");
    } else {
      request.timeValue = seconds;
    }
  }
}
