package io.nettycurl.option;

import io.nettycurl.CurlEasy;
import io.nettycurl.mime.CurlMime;
import java.util.List;

/**
 * HTTP: the CURLOPT_* options of that theme, under libcurl's names.
 *
 * <p>Text counts in UTF-8: at most 8000000 bytes, no NUL. Lists and blobs are copied; a blob has 1
 * to 8000000 bytes. What breaks this answers BAD_FUNCTION_ARGUMENT. Null puts the default back.
 * What nothing acts on answers NOT_BUILT_IN.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
 */
public interface HttpOptions {
  /**
   * Value for Accept-Encoding and switch on decoding; "" offers every built-in coding.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_ACCEPT_ENCODING.html">CURLOPT_ACCEPT_ENCODING(3)</a>
   */
  EasyOption<String> ACCEPT_ENCODING = EasyOption.ofString("ACCEPT_ENCODING", 10102);

  /**
   * A file of alternative services to read when the next transfer starts and to write when the
   * handle is closed. From now on they are followed, and what origins say over TLS is kept.
   *
   * <p>A file that is not there is passed over; a line of 4095 bytes fails the transfer with
   * TOO_LARGE. Nothing is written by a handle that read nothing; libcurl empties the file then.
   * Where the loop is not the caller's own, a thread for such work reads it.
   *
   * <p>A service that does not answer fails the transfer, though the origin might; RFC 7838,
   * section 2.4, leaves that to the client, and libcurl gives the same code.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_ALTSVC.html">CURLOPT_ALTSVC(3)</a>
   */
  EasyOption<String> ALTSVC = EasyOption.ofString("ALTSVC", 10287);

  /**
   * Which alternative services are followed, and whether their file is not to be written. HTTP/3 is
   * kept but not followed, as it is not spoken.
   *
   * <p>Default: 0. Values: {@code CURLALTSVC_*} bits, one at least; others answer
   * BAD_FUNCTION_ARGUMENT. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_ALTSVC_CTRL.html">CURLOPT_ALTSVC_CTRL(3)</a>
   */
  EasyOption<Long> ALTSVC_CTRL =
      EasyOption.ofLong("ALTSVC_CTRL", 286, 0L).checked(ValueRules::notZero);

  /**
   * Fill in Referer by itself while following redirects (credentials and fragment cut off).
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_AUTOREFERER.html">CURLOPT_AUTOREFERER(3)</a>
   */
  EasyOption<Long> AUTOREFERER = EasyOption.ofLong("AUTOREFERER", 58, 0L);

  /**
   * Sign the request the AWS way, version 4; the text picks providers, region and service. Sets
   * HTTPAUTH.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_AWS_SIGV4.html">CURLOPT_AWS_SIGV4(3)</a>
   */
  EasyOption<String> AWS_SIGV4 = EasyOption.ofString("AWS_SIGV4", 10305);

  /**
   * Literal Cookie header content added next to engine cookies.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_COOKIE.html">CURLOPT_COOKIE(3)</a>
   */
  EasyOption<String> COOKIE = EasyOption.ofString("COOKIE", 10022);

  /**
   * A file of cookies to read when a transfer starts; every set adds one. "" only switches cookies
   * on, "-" is standard input; null forgets the names, all cookies, and switches cookies off.
   *
   * <p>Read again at the start of each transfer; what servers said meanwhile stands. In Netscape's
   * format or made of header lines. A file that is not there is passed over; a line of 5000 bytes
   * fails the transfer with TOO_LARGE. Where the loop is not the caller's own, a thread for such
   * work reads it.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_COOKIEFILE.html">CURLOPT_COOKIEFILE(3)</a>
   */
  EasyOption<String> COOKIEFILE = EasyOption.ofString("COOKIEFILE", 10031);

  /**
   * The file that all cookies are written to when the handle is closed, if it ran a transfer, and
   * at COOKIELIST's FLUSH, by the thread that does so; "-" is standard output. Minds cookies from
   * now on.
   *
   * <p>The file is written under another name first and keeps its permissions. What cannot be
   * written is lost without an error, as in libcurl.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_COOKIEJAR.html">CURLOPT_COOKIEJAR(3)</a>
   */
  EasyOption<String> COOKIEJAR = EasyOption.ofString("COOKIEJAR", 10082);

  /**
   * Acts at once, on the thread that sets it: a Set-Cookie field or a line of a cookie file is
   * added, and cookies are minded from now on; {@code ALL} forgets all, {@code SESS} those of the
   * session, {@code FLUSH} writes COOKIEJAR's file, {@code RELOAD} reads COOKIEFILE's.
   *
   * <p>A cookie without a domain goes to every host and is neither told nor written. RELOAD answers
   * TOO_LARGE for a file with a line of 5000 bytes, READ_ERROR for one that cannot be read to its
   * end. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_COOKIELIST.html">CURLOPT_COOKIELIST(3)</a>
   */
  EasyOption<String> COOKIELIST = EasyOption.ofString("COOKIELIST", 10135);

  /**
   * Whether files are read without the cookies that were to end with their session.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_COOKIESESSION.html">CURLOPT_COOKIESESSION(3)</a>
   */
  EasyOption<Long> COOKIESESSION = EasyOption.ofLong("COOKIESESSION", 96, 0L);

  /**
   * The body of a POST, copied at once, as far as a POSTFIELDSIZE set before says. Picks POST, also
   * with null.
   *
   * <p>Default: null. A POSTFIELDSIZE beyond the bytes answers BAD_FUNCTION_ARGUMENT. Protocols:
   * HTTP, MQTT, RTSP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_COPYPOSTFIELDS.html">CURLOPT_COPYPOSTFIELDS(3)</a>
   */
  EasyOption<byte[]> COPYPOSTFIELDS = EasyOption.ofObject("COPYPOSTFIELDS", 10165, byte[].class);

  /**
   * How long to wait for 100 Continue before sending the body anyway.
   *
   * <p>Default: 1000. Unit: milliseconds. Values: 0 and above, cut to 65535; others answer
   * BAD_FUNCTION_ARGUMENT. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_EXPECT_100_TIMEOUT_MS.html">CURLOPT_EXPECT_100_TIMEOUT_MS(3)</a>
   */
  EasyOption<Long> EXPECT_100_TIMEOUT_MS =
      EasyOption.ofLong("EXPECT_100_TIMEOUT_MS", 227, 1000L)
          .checked(ValueRules.atLeast(0))
          .adjusted(ValueRules.clamp(0, 0xFFFF));

  /**
   * Follow 3xx Location; values 1-3 pick how a custom method is carried on.
   *
   * <p>Default: 0. Values: 0 or {@code CURLFOLLOW_*}; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_FOLLOWLOCATION.html">CURLOPT_FOLLOWLOCATION(3)</a>
   */
  EasyOption<Long> FOLLOWLOCATION =
      EasyOption.ofLong("FOLLOWLOCATION", 52, 0L).checked(ValueRules.between(0, 3));

  /**
   * Allow Kerberos credential delegation.
   *
   * <p>Default: NONE. Values: {@code CURLGSSAPI_DELEGATION_*} bits. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_GSSAPI_DELEGATION.html">CURLOPT_GSSAPI_DELEGATION(3)</a>
   */
  EasyOption<Long> GSSAPI_DELEGATION =
      EasyOption.ofValues("GSSAPI_DELEGATION", 210, 0L).adjusted(ValueRules.mask(3));

  /**
   * A file of HSTS hosts to read when a transfer starts and to write at close; switches HSTS on.
   * Every set adds one to read, the last one is written; null forgets them and all hosts, and
   * switches HSTS off.
   *
   * <p>A file that is not there is passed over; a line of 4095 bytes fails the transfer with
   * TOO_LARGE. Nothing is written by a handle that never ran a transfer, as it read nothing either;
   * libcurl empties the file then. Where the loop is not the caller's own, a thread for such work
   * reads it.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_HSTS.html">CURLOPT_HSTS(3)</a>
   */
  EasyOption<String> HSTS = EasyOption.ofString("HSTS", 10300);

  /**
   * Whether HSTS is minded, and whether its file is not to be written. Without the bit that enables
   * it all hosts are forgotten.
   *
   * <p>Default: 0. Values: {@code CURLHSTS_*} bits. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_HSTS_CTRL.html">CURLOPT_HSTS_CTRL(3)</a>
   */
  EasyOption<Long> HSTS_CTRL = EasyOption.ofLong("HSTS_CTRL", 299, 0L);

  /**
   * Accept a reply without status line (HTTP/0.9).
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HTTP09_ALLOWED.html">CURLOPT_HTTP09_ALLOWED(3)</a>
   */
  EasyOption<Long> HTTP09_ALLOWED = EasyOption.ofLong("HTTP09_ALLOWED", 285, 0L);

  /**
   * Status-line prefixes to treat as 200 OK (e.g. ICY).
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HTTP200ALIASES.html">CURLOPT_HTTP200ALIASES(3)</a>
   */
  EasyOption<List<String>> HTTP200ALIASES = EasyOption.ofList("HTTP200ALIASES", 10104);

  /**
   * Bitmask of allowed server auth schemes; several bits mean probe first.
   *
   * <p>Default: BASIC. Values: {@code CURLAUTH_*} bits; no known one answers NOT_BUILT_IN.
   * Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPAUTH.html">CURLOPT_HTTPAUTH(3)</a>
   */
  EasyOption<Long> HTTPAUTH =
      EasyOption.ofValues("HTTPAUTH", 107, 1L)
          .checked(ValueRules::auth)
          .adjusted(ValueRules::authBits);

  /**
   * GET; takes NOBODY back. Switched off it changes nothing.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPGET.html">CURLOPT_HTTPGET(3)</a>
   */
  EasyOption<Long> HTTPGET = EasyOption.ofLong("HTTPGET", 80, 0L);

  /**
   * Extra, replaced ("X: y"), emptied ("X;") or removed ("X:") request headers.
   *
   * <p>Default: null. Protocols: HTTP, SMTP, IMAP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPHEADER.html">CURLOPT_HTTPHEADER(3)</a>
   */
  EasyOption<List<String>> HTTPHEADER = EasyOption.ofList("HTTPHEADER", 10023);

  /**
   * Old form list; the same as MIMEPOST.
   *
   * <p>Default: null. Protocols: HTTP. Deprecated in libcurl 7.56.0.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPPOST.html">CURLOPT_HTTPPOST(3)</a>
   */
  EasyOption<CurlMime> HTTPPOST = EasyOption.ofObject("HTTPPOST", 10024, CurlMime.class);

  /**
   * Algorithm for the signature of RFC 9421. Sets HTTPAUTH.
   *
   * <p>Default: NONE. Values: {@code CURLHTTPSIG_*}; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HTTPSIG_ALGORITHM.html">CURLOPT_HTTPSIG_ALGORITHM(3)</a>
   */
  EasyOption<Long> HTTPSIG_ALGORITHM =
      EasyOption.ofValues("HTTPSIG_ALGORITHM", 329, 0L).checked(ValueRules.between(0, 2));

  /**
   * Components covered by the RFC 9421 signature.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HTTPSIG_HEADERS.html">CURLOPT_HTTPSIG_HEADERS(3)</a>
   */
  EasyOption<String> HTTPSIG_HEADERS = EasyOption.ofString("HTTPSIG_HEADERS", 10332);

  /**
   * Signing key in hex.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPSIG_KEY.html">CURLOPT_HTTPSIG_KEY(3)</a>
   */
  EasyOption<String> HTTPSIG_KEY = EasyOption.ofString("HTTPSIG_KEY", 10330);

  /**
   * Key id placed in the signature parameters.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HTTPSIG_KEYID.html">CURLOPT_HTTPSIG_KEYID(3)</a>
   */
  EasyOption<String> HTTPSIG_KEYID = EasyOption.ofString("HTTPSIG_KEYID", 10331);

  /**
   * 0 delivers content-encoded bytes untouched.
   *
   * <p>Default: 1. Switch: any value but 0 is on. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HTTP_CONTENT_DECODING.html">CURLOPT_HTTP_CONTENT_DECODING(3)</a>
   */
  EasyOption<Long> HTTP_CONTENT_DECODING = EasyOption.ofLong("HTTP_CONTENT_DECODING", 158, 1L);

  /**
   * 0 delivers transfer-encoded (chunked) bytes untouched.
   *
   * <p>Default: 1. Switch: any value but 0 is on. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HTTP_TRANSFER_DECODING.html">CURLOPT_HTTP_TRANSFER_DECODING(3)</a>
   */
  EasyOption<Long> HTTP_TRANSFER_DECODING = EasyOption.ofLong("HTTP_TRANSFER_DECODING", 157, 1L);

  /**
   * Which HTTP version to try: 1.0, 1.1, 2, 2 over TLS only, prior knowledge, 3.
   *
   * <p>Default: NONE (lib picks). Values: {@code CURL_HTTP_VERSION_*}; unknown ones and HTTP/3
   * answer UNSUPPORTED_PROTOCOL, negative ones BAD_FUNCTION_ARGUMENT. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTP_VERSION.html">CURLOPT_HTTP_VERSION(3)</a>
   */
  EasyOption<Long> HTTP_VERSION =
      EasyOption.ofValues("HTTP_VERSION", 84, 0L).checked(ValueRules::httpVersion);

  /**
   * Redirect cap; -1 endless, 0 refuses the first redirect.
   *
   * <p>Default: 30. Values: -1 and above, cut to 32767; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAXREDIRS.html">CURLOPT_MAXREDIRS(3)</a>
   */
  EasyOption<Long> MAXREDIRS =
      EasyOption.ofLong("MAXREDIRS", 68, 30L)
          .checked(ValueRules.atLeast(-1))
          .adjusted(ValueRules.clamp(-1, 0x7FFF));

  /**
   * Body built from parts; picks POST. The handle may be used by one transfer at a time.
   *
   * <p>Default: null. Protocols: HTTP, SMTP, IMAP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_MIMEPOST.html">CURLOPT_MIMEPOST(3)</a>
   */
  EasyOption<CurlMime> MIMEPOST = EasyOption.ofObject("MIMEPOST", 10269, CurlMime.class);

  /**
   * Bitmask, e.g. backslash escaping in form names.
   *
   * <p>Default: 0. Values: {@code CURLMIMEOPT_*} bits. Protocols: HTTP, IMAP, SMTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_MIME_OPTIONS.html">CURLOPT_MIME_OPTIONS(3)</a>
   */
  EasyOption<Long> MIME_OPTIONS =
      EasyOption.ofLong("MIME_OPTIONS", 315, 0L).adjusted(ValueRules.mask(1));

  /**
   * Prefer waiting for a multiplexable connection over opening a new one.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PIPEWAIT.html">CURLOPT_PIPEWAIT(3)</a>
   */
  EasyOption<Long> PIPEWAIT = EasyOption.ofLong("PIPEWAIT", 237, 0L);

  /**
   * POST, body from POSTFIELDS or else from the read callback. Switched off it is GET.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_POST.html">CURLOPT_POST(3)</a>
   */
  EasyOption<Long> POST = EasyOption.ofLong("POST", 47, 0L);

  /**
   * The body of a POST, kept by reference and not copied: leave the bytes alone until the transfer
   * is over. Picks POST, also with null.
   *
   * <p>Default: null. Protocols: HTTP, MQTT.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_POSTFIELDS.html">CURLOPT_POSTFIELDS(3)</a>
   */
  EasyOption<byte[]> POSTFIELDS = EasyOption.ofObject("POSTFIELDS", 10015, byte[].class);

  /**
   * How many bytes of POSTFIELDS to send; -1 is all of them. The same field as POSTFIELDSIZE_LARGE.
   *
   * <p>Default: -1. Unit: bytes. Values: -1 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: HTTP, MQTT, RTSP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_POSTFIELDSIZE.html">CURLOPT_POSTFIELDSIZE(3)</a>
   */
  EasyOption<Long> POSTFIELDSIZE =
      EasyOption.ofLong("POSTFIELDSIZE", 60, -1L).checked(ValueRules.atLeast(-1));

  /**
   * How many bytes of POSTFIELDS to send; -1 is all of them. A copy that COPYPOSTFIELDS made for a
   * smaller size is dropped. The same field as POSTFIELDSIZE.
   *
   * <p>Default: -1. Unit: bytes. Values: -1 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: HTTP, MQTT, RTSP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_POSTFIELDSIZE_LARGE.html">CURLOPT_POSTFIELDSIZE_LARGE(3)</a>
   */
  EasyOption<Long> POSTFIELDSIZE_LARGE =
      EasyOption.ofOffset("POSTFIELDSIZE_LARGE", 30120, -1L).checked(ValueRules.atLeast(-1));

  /**
   * Bits keeping POST across 301, 302, 303.
   *
   * <p>Default: 0. Values: {@code CURL_REDIR_*} bits; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_POSTREDIR.html">CURLOPT_POSTREDIR(3)</a>
   */
  EasyOption<Long> POSTREDIR =
      EasyOption.ofValues("POSTREDIR", 161, 0L)
          .checked(ValueRules.atLeast(0))
          .adjusted(ValueRules.mask(7));

  /**
   * Old switch for an upload; the same as UPLOAD.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: HTTP. Deprecated in libcurl 7.12.1.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PUT.html">CURLOPT_PUT(3)</a>
   */
  EasyOption<Long> PUT = EasyOption.ofLong("PUT", 54, 0L);

  /**
   * Referer header.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_REFERER.html">CURLOPT_REFERER(3)</a>
   */
  EasyOption<String> REFERER = EasyOption.ofString("REFERER", 10016);

  /**
   * Request target to send in place of the URL path (e.g. * for OPTIONS).
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_REQUEST_TARGET.html">CURLOPT_REQUEST_TARGET(3)</a>
   */
  EasyOption<String> REQUEST_TARGET = EasyOption.ofString("REQUEST_TARGET", 10266);

  /**
   * HTTP/2 priority parent handle.
   *
   * <p>Default: null. Protocols: HTTP. Deprecated in libcurl 8.21.0.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_STREAM_DEPENDS.html">CURLOPT_STREAM_DEPENDS(3)</a>
   */
  EasyOption<CurlEasy> STREAM_DEPENDS =
      EasyOption.ofObject("STREAM_DEPENDS", 10240, CurlEasy.class);

  /**
   * HTTP/2 priority parent handle, this one its only child.
   *
   * <p>Default: null. Protocols: HTTP. Deprecated in libcurl 8.21.0.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_STREAM_DEPENDS_E.html">CURLOPT_STREAM_DEPENDS_E(3)</a>
   */
  EasyOption<CurlEasy> STREAM_DEPENDS_E =
      EasyOption.ofObject("STREAM_DEPENDS_E", 10241, CurlEasy.class);

  /**
   * HTTP/2 weight 1-256.
   *
   * <p>Default: 16. Values: 1 to 256; others are OK and change nothing. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_STREAM_WEIGHT.html">CURLOPT_STREAM_WEIGHT(3)</a>
   */
  EasyOption<Long> STREAM_WEIGHT = EasyOption.ofLong("STREAM_WEIGHT", 239, 16L);

  /**
   * Ask for compressed Transfer-Encoding (TE header).
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_TRANSFER_ENCODING.html">CURLOPT_TRANSFER_ENCODING(3)</a>
   */
  EasyOption<Long> TRANSFER_ENCODING = EasyOption.ofLong("TRANSFER_ENCODING", 207, 0L);

  /**
   * Keep sending credentials after redirects to other hosts.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_UNRESTRICTED_AUTH.html">CURLOPT_UNRESTRICTED_AUTH(3)</a>
   */
  EasyOption<Long> UNRESTRICTED_AUTH = EasyOption.ofLong("UNRESTRICTED_AUTH", 105, 0L);

  /**
   * User-Agent header; none sent when unset.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_USERAGENT.html">CURLOPT_USERAGENT(3)</a>
   */
  EasyOption<String> USERAGENT = EasyOption.ofString("USERAGENT", 10018);

  /**
   * Bearer token, sent when CURLAUTH_BEARER is picked.
   *
   * <p>Default: null. Protocols: HTTP, IMAP, LDAP, POP3, SMTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_XOAUTH2_BEARER.html">CURLOPT_XOAUTH2_BEARER(3)</a>
   */
  EasyOption<String> XOAUTH2_BEARER = EasyOption.ofString("XOAUTH2_BEARER", 10220);

  /**
   * Old name of ACCEPT_ENCODING.
   *
   * <p>Default: null. Protocols: HTTP. Deprecated in libcurl 7.21.6.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_ENCODING.html">CURLOPT_ENCODING(3)</a>
   */
  EasyOption<String> ENCODING = EasyOption.alias("ENCODING", ACCEPT_ENCODING);

  /**
   * Old name of POSTREDIR.
   *
   * <p>Default: 0. Protocols: HTTP. Deprecated in libcurl 7.19.1.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_POST301.html">CURLOPT_POST301(3)</a>
   */
  EasyOption<Long> POST301 = EasyOption.alias("POST301", POSTREDIR);
}
