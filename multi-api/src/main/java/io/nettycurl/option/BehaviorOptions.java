package io.nettycurl.option;

import io.nettycurl.CurlShare;
import io.nettycurl.url.CurlUrl;
import java.io.OutputStream;

/**
 * What a transfer is about and how much it tells: the CURLOPT_* options of that theme, under
 * libcurl's names.
 *
 * <p>Text counts in UTF-8: at most 8000000 bytes, no NUL. Lists and blobs are copied; a blob has 1
 * to 8000000 bytes. What breaks this answers BAD_FUNCTION_ARGUMENT. Null puts the default back.
 * What nothing acts on answers NOT_BUILT_IN.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
 */
public interface BehaviorOptions {
  /**
   * A URL taken apart, read at the start of each transfer; wins over URL, which is unset.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_CURLU.html">CURLOPT_CURLU(3)</a>
   */
  EasyOption<CurlUrl> CURLU = EasyOption.ofObject("CURLU", 10282, CurlUrl.class);

  /**
   * Scheme for URLs that lack one, in place of guessing by host prefix.
   *
   * <p>Default: null (guess). Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_DEFAULT_PROTOCOL.html">CURLOPT_DEFAULT_PROTOCOL(3)</a>
   */
  EasyOption<String> DEFAULT_PROTOCOL = EasyOption.ofString("DEFAULT_PROTOCOL", 10238);

  /**
   * Reject URLs carrying credentials with CURLE_LOGIN_DENIED.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_DISALLOW_USERNAME_IN_URL.html">CURLOPT_DISALLOW_USERNAME_IN_URL(3)</a>
   */
  EasyOption<Long> DISALLOW_USERNAME_IN_URL =
      EasyOption.ofLong("DISALLOW_USERNAME_IN_URL", 278, 0L);

  /**
   * Where the readable error text goes (256 bytes in C).
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_ERRORBUFFER.html">CURLOPT_ERRORBUFFER(3)</a>
   */
  EasyOption<StringBuilder> ERRORBUFFER =
      EasyOption.ofObject("ERRORBUFFER", 10010, StringBuilder.class);

  /**
   * Turn response status &gt;= 400 into CURLE_HTTP_RETURNED_ERROR, body not delivered.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FAILONERROR.html">CURLOPT_FAILONERROR(3)</a>
   */
  EasyOption<Long> FAILONERROR = EasyOption.ofLong("FAILONERROR", 45, 0L);

  /**
   * Deliver response headers through the write callback in front of the body.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: HTTP, FTP, IMAP, POP3, SMTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_HEADER.html">CURLOPT_HEADER(3)</a>
   */
  EasyOption<Long> HEADER = EasyOption.ofLong("HEADER", 42, 0L);

  /**
   * Go on uploading after an early status &gt;= 300.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_KEEP_SENDING_ON_ERROR.html">CURLOPT_KEEP_SENDING_ON_ERROR(3)</a>
   */
  EasyOption<Long> KEEP_SENDING_ON_ERROR = EasyOption.ofLong("KEEP_SENDING_ON_ERROR", 245, 0L);

  /**
   * 0 lets the progress callback run.
   *
   * <p>Default: 1. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_NOPROGRESS.html">CURLOPT_NOPROGRESS(3)</a>
   */
  EasyOption<Long> NOPROGRESS = EasyOption.ofLong("NOPROGRESS", 43, 1L);

  /**
   * Keep /../ and /./ sequences in the URL path.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PATH_AS_IS.html">CURLOPT_PATH_AS_IS(3)</a>
   */
  EasyOption<Long> PATH_AS_IS = EasyOption.ofLong("PATH_AS_IS", 234, 0L);

  /**
   * Opaque object kept on the handle, read by CURLINFO_PRIVATE.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PRIVATE.html">CURLOPT_PRIVATE(3)</a>
   */
  EasyOption<Object> PRIVATE = EasyOption.ofObject("PRIVATE", 10103, Object.class);

  /**
   * Schemes that a URL may have, as bits. The same field as PROTOCOLS_STR.
   *
   * <p>Default: all. Values: {@code CURLPROTO_*} bits. Protocols: All. Deprecated in libcurl
   * 7.85.0.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROTOCOLS.html">CURLOPT_PROTOCOLS(3)</a>
   */
  EasyOption<Long> PROTOCOLS = EasyOption.ofLong("PROTOCOLS", 181, 0xFFFFFFFFL);

  /**
   * Schemes that a URL may have, with commas between them, or "all".
   *
   * <p>Default: all. An unknown name answers UNSUPPORTED_PROTOCOL, no name at all
   * BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROTOCOLS_STR.html">CURLOPT_PROTOCOLS_STR(3)</a>
   */
  EasyOption<String> PROTOCOLS_STR = EasyOption.ofString("PROTOCOLS_STR", 10318);

  /**
   * Schemes that a redirect may lead to, as bits. The same field as REDIR_PROTOCOLS_STR.
   *
   * <p>Default: http,https,ftp,ftps. Values: {@code CURLPROTO_*} bits. Protocols: HTTP. Deprecated
   * in libcurl 7.85.0.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_REDIR_PROTOCOLS.html">CURLOPT_REDIR_PROTOCOLS(3)</a>
   */
  EasyOption<Long> REDIR_PROTOCOLS = EasyOption.ofLong("REDIR_PROTOCOLS", 182, 15L);

  /**
   * Schemes that a redirect may lead to, with commas between them, or "all"; PROTOCOLS_STR counts
   * too.
   *
   * <p>Default: http,https,ftp,ftps. An unknown name answers UNSUPPORTED_PROTOCOL, no name at all
   * BAD_FUNCTION_ARGUMENT. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_REDIR_PROTOCOLS_STR.html">CURLOPT_REDIR_PROTOCOLS_STR(3)</a>
   */
  EasyOption<String> REDIR_PROTOCOLS_STR = EasyOption.ofString("REDIR_PROTOCOLS_STR", 10319);

  /**
   * What to share with other handles; null for nothing. A handle's own cookies and HSTS hosts give
   * way to those of the share. Takes effect with the next transfer; a reset does not touch it, a
   * duplicate does not get it.
   *
   * <p>Default: null. A share that was given up, or a handle that has a connection at the moment:
   * BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SHARE.html">CURLOPT_SHARE(3)</a>
   */
  EasyOption<CurlShare> SHARE = EasyOption.ofObject("SHARE", 10100, CurlShare.class);

  /**
   * Stream for verbose and progress text.
   *
   * <p>Default: the standard error output. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_STDERR.html">CURLOPT_STDERR(3)</a>
   */
  EasyOption<OutputStream> STDERR = EasyOption.ofObject("STDERR", 10037, OutputStream.class);

  /**
   * The URL to work on.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_URL.html">CURLOPT_URL(3)</a>
   */
  EasyOption<String> URL = EasyOption.ofString("URL", 10002);

  /**
   * Tell the debug callback, or the error stream, what goes on.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_VERBOSE.html">CURLOPT_VERBOSE(3)</a>
   */
  EasyOption<Long> VERBOSE = EasyOption.ofLong("VERBOSE", 41, 0L);

  /**
   * Fetch every file matching the last path part's pattern.
   *
   * <p>The pattern is what stands behind the URL's last slash, as written: {@code *}, {@code ?},
   * bracket expressions, backslash. Directories and links are told to CHUNK_BGN_FUNCTION and not
   * fetched. Results: REMOTE_FILE_NOT_FOUND where nothing fits, FTP_BAD_FILE_LIST where the listing
   * cannot be read, CHUNK_FAILED, and those of a plain download. A URL without a pattern is fetched
   * as ever.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: FTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_WILDCARDMATCH.html">CURLOPT_WILDCARDMATCH(3)</a>
   */
  EasyOption<Long> WILDCARDMATCH = EasyOption.ofLong("WILDCARDMATCH", 197, 0L);
}
