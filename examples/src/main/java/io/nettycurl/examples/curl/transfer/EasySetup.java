package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.examples.curl.config.AuthConfig;
import io.nettycurl.examples.curl.config.GlobalConfig;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.OutputConfig.Fail;
import io.nettycurl.examples.curl.config.RequestConfig;
import io.nettycurl.examples.curl.config.RequestMethod;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.examples.curl.url.IpfsUrl;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.util.Locale;

/**
 * Any thread; no state. Options of the command as options of a handle: what is asked, and by whom.
 */
final class EasySetup {
  /** What the command says it is. */
  static final String USER_AGENT = "curl/8.22.0";

  private static final long BUFFER_SIZE = 102_400;

  private EasySetup() {}

  /**
   * Sets everything but the callbacks.
   *
   * @param transfer what for
   * @param global the options of the run
   * @param to where to
   * @param messages where faults are told
   * @throws TransferException if the options cannot be combined
   */
  static void apply(Transfer transfer, GlobalConfig global, OptionSetter to, Messages messages)
      throws TransferException {
    OperationConfig config = transfer.config;
    String scheme = scheme(transfer.url, config.network.defaultProtocol);
    if (IpfsUrl.isIpfs(scheme)) {
      fromGateway(transfer, messages);
    }
    long rate = config.network.receivePerSecond;
    to.set(CurlOpt.BUFFERSIZE, rate > 0 && rate < BUFFER_SIZE ? rate : BUFFER_SIZE);
    to.set(CurlOpt.URL, transfer.url);
    to.set(CurlOpt.NOPROGRESS, global.noProgress || global.silent);
    NetworkSetup.proxy(config.proxy, config.proxyTls, to);
    credentials(config, to);
    request(transfer, to, messages);
    if (scheme.equals("http") || scheme.equals("https")) {
      HttpSetup.apply(config, scheme, to, messages);
    }
    if (scheme.equals("ftp") || scheme.equals("ftps")) {
      FtpSetup.apply(config.ftp, to);
    }
    TlsSetup.apply(config, to);
    NetworkSetup.apply(config, to, messages);
  }

  private static void fromGateway(Transfer transfer, Messages messages) throws TransferException {
    OperationConfig config = transfer.config;
    IpfsUrl.Rewritten rewritten =
        IpfsUrl.rewrite(transfer.url, config.request.ipfsGateway, System.getenv());
    if (rewritten.code() != CurlCode.OK) {
      messages.usage(rewritten.problem());
      config.errorShown = true;
      throw new TransferException(rewritten.code());
    }
    transfer.url = rewritten.url();
  }

  /** The scheme a URL will be fetched by, as far as one can see; "" if one cannot. */
  static String scheme(String url, String defaultProtocol) {
    CurlUrl parsed = new CurlUrl();
    CurlUrlCode code =
        parsed.set(
            UrlPart.URL,
            url,
            CurlSymbols.CURLU_GUESS_SCHEME | CurlSymbols.CURLU_NON_SUPPORT_SCHEME);
    if (code != CurlUrlCode.OK) {
      return "";
    }
    long flags =
        defaultProtocol == null
            ? CurlSymbols.CURLU_DEFAULT_SCHEME
            : CurlSymbols.CURLU_NO_GUESS_SCHEME;
    CurlUrl.Result scheme = parsed.get(UrlPart.SCHEME, flags);
    if (scheme.code() == CurlUrlCode.OK) {
      return scheme.value();
    }
    return defaultProtocol == null ? "" : defaultProtocol.toLowerCase(Locale.ROOT);
  }

  private static void credentials(OperationConfig config, OptionSetter to)
      throws TransferException {
    AuthConfig auth = config.auth;
    RequestConfig request = config.request;
    to.set(CurlOpt.XOAUTH2_BEARER, auth.bearer);
    if (auth.netrcOptional) {
      to.set(CurlOpt.NETRC, CurlSymbols.CURL_NETRC_OPTIONAL);
    } else if (auth.netrc || auth.netrcFile != null) {
      to.set(CurlOpt.NETRC, CurlSymbols.CURL_NETRC_REQUIRED);
    }
    to.set(CurlOpt.NETRC_FILE, auth.netrcFile);
    to.set(CurlOpt.USERPWD, auth.user);
    if (auth.methods != 0) {
      to.set(CurlOpt.HTTPAUTH, auth.methods);
    }
    if (!request.headers.isEmpty()) {
      to.set(CurlOpt.HTTPHEADER, request.headers);
    }
    to.set(CurlOpt.REFERER, request.referer);
    to.set(CurlOpt.USERAGENT, request.userAgent == null ? USER_AGENT : request.userAgent);
    to.set(CurlOpt.KEYPASSWD, config.tls.keyPassword);
  }

  private static void request(Transfer transfer, OptionSetter to, Messages messages)
      throws TransferException {
    OperationConfig config = transfer.config;
    RequestConfig request = config.request;
    to.on(CurlOpt.NOBODY, request.noBody);
    to.on(CurlOpt.FAILONERROR, config.output.fail == Fail.WITHOUT_BODY);
    to.set(CurlOpt.REQUEST_TARGET, request.target);
    to.on(CurlOpt.UPLOAD, transfer.uploadFile != null);
    FtpSetup.all(config.ftp, to);
    to.set(CurlOpt.RANGE, request.range);
    NetworkSetup.number(CurlOpt.TIMEOUT_MS, config.network.timeoutMs, to);
    post(config, to, messages);
    to.on(CurlOpt.MIME_OPTIONS, request.formEscape);
    NetworkSetup.speeds(config.network, to);
    if (request.resume) {
      to.set(CurlOpt.RESUME_FROM_LARGE, request.resumeFrom);
    }
    to.on(CurlOpt.PATH_AS_IS, request.pathAsIs);
    to.on(CurlOpt.FILETIME, request.noBody || config.output.remoteTime);
    to.on(CurlOpt.CRLF, request.crlf);
    FtpSetup.commands(config.ftp, to);
    if (request.timeCondition != CurlSymbols.CURL_TIMECOND_NONE) {
      to.set(CurlOpt.TIMECONDITION, request.timeCondition);
      to.set(CurlOpt.TIMEVALUE_LARGE, request.timeValue);
    }
    to.set(CurlOpt.CUSTOMREQUEST, request.customMethod);
    customMethodNote(request, messages);
  }

  private static void post(OperationConfig config, OptionSetter to, Messages messages)
      throws TransferException {
    RequestConfig request = config.request;
    boolean form = request.method == RequestMethod.MIME_POST;
    if (!form && request.method != RequestMethod.SIMPLE_POST) {
      return;
    }
    if (request.resumeFrom != 0) {
      messages.error("cannot mix --continue-at with " + (form ? "--form" : "--data"));
      throw new TransferException(CurlCode.FAILED_INIT);
    }
    if (form) {
      to.form(config.form);
    } else {
      byte[] data = request.data.toByteArray();
      to.set(CurlOpt.POSTFIELDS, data);
      to.set(CurlOpt.POSTFIELDSIZE_LARGE, (long) data.length);
    }
  }

  private static void customMethodNote(RequestConfig request, Messages messages) {
    String method = request.customMethod;
    if (method == null) {
      return;
    }
    if (method.equalsIgnoreCase(request.method.verb())) {
      messages.note(
          "Unnecessary use of -X or --request, " + request.method.verb() + " is already inferred.");
    } else if (method.equalsIgnoreCase("head")) {
      messages.warn(
          "Setting custom HTTP method to HEAD with -X/--request may not work the way you want."
              + " Consider using -I/--head instead.");
    }
  }
}
