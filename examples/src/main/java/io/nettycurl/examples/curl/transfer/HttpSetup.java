package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.config.AuthConfig;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.RequestConfig;
import io.nettycurl.examples.curl.console.ByteStrings;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.examples.curl.option.InputFiles;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Any thread; no state. Options of the command as options of a handle: HTTP. */
final class HttpSetup {
  private static final int MAX_COOKIE_LINE = 8200;

  private HttpSetup() {}

  static void apply(OperationConfig config, String scheme, OptionSetter to, Messages messages)
      throws TransferException {
    RequestConfig request = config.request;
    if (request.follow != 0) {
      to.set(CurlOpt.FOLLOWLOCATION, request.follow);
    }
    to.on(CurlOpt.UNRESTRICTED_AUTH, config.auth.locationTrusted);
    to.set(CurlOpt.AWS_SIGV4, config.auth.awsSigV4);
    signature(config.auth, to, messages);
    to.on(CurlOpt.AUTOREFERER, request.autoReferer);
    if (!config.proxy.headers.isEmpty()) {
      to.set(CurlOpt.PROXYHEADER, config.proxy.headers);
    }
    to.set(CurlOpt.MAXREDIRS, request.maxRedirs);
    if (request.httpVersion != 0) {
      to.set(CurlOpt.HTTP_VERSION, request.httpVersion);
    }
    if (request.postRedirects != 0) {
      to.set(CurlOpt.POSTREDIR, request.postRedirects);
    }
    to.set(CurlOpt.ACCEPT_ENCODING, request.compressed ? "" : null);
    to.on(CurlOpt.TRANSFER_ENCODING, request.transferEncoding);
    to.on(CurlOpt.HTTP09_ALLOWED, request.http09);
    to.set(CurlOpt.ALTSVC, request.altSvc);
    to.set(CurlOpt.HSTS, request.hsts);
    if (request.expect100Ms > 0) {
      to.set(CurlOpt.EXPECT_100_TIMEOUT_MS, request.expect100Ms);
    }
    cookies(request, to, messages);
    if ((config.proxy.proxy != null || !config.proxy.headers.isEmpty())
        && (scheme.equals("https") || config.proxy.tunnel)) {
      to.set(CurlOpt.HEADEROPT, CurlSymbols.CURLHEADER_SEPARATE);
    }
  }

  private static void cookies(RequestConfig request, OptionSetter to, Messages messages)
      throws TransferException {
    if (!request.cookies.isEmpty()) {
      StringBuilder line = new StringBuilder();
      for (String cookie : request.cookies) {
        if (line.length() > 0) {
          boolean blank = cookie.startsWith(" ") || cookie.startsWith("\t");
          line.append(blank ? ";" : "; ");
        }
        line.append(cookie);
      }
      if (line.length() >= MAX_COOKIE_LINE) {
        messages.warn(
            "skipped provided cookie, the cookie header would go over "
                + MAX_COOKIE_LINE
                + " bytes");
        throw new TransferException(CurlCode.TOO_LARGE);
      }
      to.set(CurlOpt.COOKIE, line.toString());
    }
    for (String file : request.cookieFiles) {
      to.set(CurlOpt.COOKIEFILE, file);
    }
    to.set(CurlOpt.COOKIEJAR, request.cookieJar);
    to.on(CurlOpt.COOKIESESSION, request.newCookieSession);
  }

  private static void signature(AuthConfig auth, OptionSetter to, Messages messages)
      throws TransferException {
    if (auth.httpsigAlgorithm == null
        && auth.httpsigKey == null
        && auth.httpsigKeyId == null
        && auth.httpsigHeaders == null) {
      return;
    }
    if (auth.httpsigKey == null || auth.httpsigKeyId == null) {
      String missing = auth.httpsigKey == null ? "--httpsig-key" : "--httpsig-keyid";
      messages.error(missing + " is required");
      throw new TransferException(CurlCode.FAILED_INIT);
    }
    to.set(CurlOpt.HTTPSIG_ALGORITHM, algorithm(auth.httpsigAlgorithm, messages));
    to.set(CurlOpt.HTTPSIG_HEADERS, auth.httpsigHeaders);
    to.set(CurlOpt.HTTPSIG_KEYID, auth.httpsigKeyId);
    to.set(CurlOpt.HTTPSIG_KEY, key(auth.httpsigKey, messages));
  }

  private static long algorithm(String name, Messages messages) throws TransferException {
    switch (name == null ? "ed25519" : name.toLowerCase(Locale.ROOT)) {
      case "ed25519":
        return CurlSymbols.CURLHTTPSIG_ED25519;
      case "hmac-sha256":
        return CurlSymbols.CURLHTTPSIG_HMAC_SHA256;
      default:
        messages.error("--httpsig-algo: unsupported algorithm '" + name + "'");
        throw new TransferException(CurlCode.FAILED_INIT);
    }
  }

  private static String key(String argument, Messages messages) throws TransferException {
    if (!argument.startsWith("@")) {
      return argument;
    }
    String file = argument.substring(1);
    try {
      byte[] bytes = InputFiles.withoutLineEnds(Files.readAllBytes(Path.of(file)));
      if (bytes.length > 0) {
        return ByteStrings.decode(bytes);
      }
      messages.error("httpsig: key file '" + file + "' is empty");
      throw new TransferException(CurlCode.BAD_FUNCTION_ARGUMENT);
    } catch (IOException | InvalidPathException e) {
      messages.error("httpsig: cannot open key file '" + file + "'");
      throw new TransferException(CurlCode.READ_ERROR);
    }
  }
}
