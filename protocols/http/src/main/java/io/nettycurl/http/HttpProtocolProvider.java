package io.nettycurl.http;

import static io.nettycurl.CurlSymbols.CURLAUTH_AWS_SIGV4;
import static io.nettycurl.CurlSymbols.CURLAUTH_BASIC;
import static io.nettycurl.CurlSymbols.CURLAUTH_BEARER;
import static io.nettycurl.CurlSymbols.CURLAUTH_DIGEST;
import static io.nettycurl.CurlSymbols.CURLAUTH_DIGEST_IE;
import static io.nettycurl.CurlSymbols.CURLAUTH_NEGOTIATE;
import static io.nettycurl.CurlSymbols.CURLAUTH_NTLM;
import static io.nettycurl.CurlSymbols.CURLAUTH_ONLY;
import static io.nettycurl.CurlSymbols.CURLFOLLOW_FIRSTONLY;
import static io.nettycurl.CurlSymbols.CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE;
import static io.nettycurl.CurlSymbols.CURL_HTTP_VERSION_3;
import static io.nettycurl.CurlSymbols.CURL_HTTP_VERSION_3ONLY;
import static io.nettycurl.CurlSymbols.CURL_HTTP_VERSION_NONE;

import io.nettycurl.CurlCode;
import io.nettycurl.http.altsvc.AltSvcEngine;
import io.nettycurl.http.cookie.CookieEngine;
import io.nettycurl.http.encoding.ContentCodings;
import io.nettycurl.http.h1.Http1Handler;
import io.nettycurl.http.h2.Http2Handler;
import io.nettycurl.http.h2.UpgradingHandler;
import io.nettycurl.http.hsts.HstsEngine;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.EasyInfo;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.Preparation;
import io.nettycurl.netty.spi.ProtocolHandler;
import io.nettycurl.netty.spi.ProtocolProvider;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.netty.spi.auth.AuthState;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.ShareKind;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Any thread; no state. HTTP and HTTPS, and whatever an HTTP proxy fetches for us. */
public final class HttpProtocolProvider implements ProtocolProvider {
  private static final List<Scheme> SCHEMES =
      List.of(
          new Scheme("http", 80, false, true, "http"),
          new Scheme("https", 443, true, true, "http"));

  private static final long KNOWN_AUTH =
      CURLAUTH_BASIC
          | CURLAUTH_BEARER
          | CURLAUTH_DIGEST
          | CURLAUTH_DIGEST_IE
          | CURLAUTH_NTLM
          | CURLAUTH_NEGOTIATE
          | CURLAUTH_AWS_SIGV4;

  private static final Set<EasyOption<?>> OPTIONS =
      Set.of(
          // The request
          CurlOpt.CUSTOMREQUEST,
          CurlOpt.HTTPGET,
          CurlOpt.NOBODY,
          CurlOpt.POST,
          CurlOpt.UPLOAD,
          CurlOpt.PUT,
          CurlOpt.REQUEST_TARGET,
          CurlOpt.HTTP_VERSION,
          CurlOpt.STREAM_WEIGHT,
          CurlOpt.HTTPHEADER,
          CurlOpt.PROXYHEADER,
          CurlOpt.HEADEROPT,
          CurlOpt.PROXY_TRANSFER_MODE,
          CurlOpt.USERAGENT,
          CurlOpt.REFERER,
          CurlOpt.AUTOREFERER,
          CurlOpt.COOKIE,
          CurlOpt.COOKIEFILE,
          CurlOpt.COOKIEJAR,
          CurlOpt.COOKIELIST,
          CurlOpt.COOKIESESSION,
          CurlOpt.RANGE,
          CurlOpt.RESUME_FROM,
          CurlOpt.RESUME_FROM_LARGE,
          CurlOpt.TIMECONDITION,
          CurlOpt.TIMEVALUE,
          CurlOpt.TIMEVALUE_LARGE,
          // Its body
          CurlOpt.POSTFIELDS,
          CurlOpt.COPYPOSTFIELDS,
          CurlOpt.POSTFIELDSIZE,
          CurlOpt.POSTFIELDSIZE_LARGE,
          CurlOpt.MIMEPOST,
          CurlOpt.HTTPPOST,
          CurlOpt.MIME_OPTIONS,
          CurlOpt.CRLF,
          CurlOpt.INFILESIZE,
          CurlOpt.INFILESIZE_LARGE,
          CurlOpt.UPLOAD_BUFFERSIZE,
          CurlOpt.EXPECT_100_TIMEOUT_MS,
          CurlOpt.KEEP_SENDING_ON_ERROR,
          CurlOpt.TRAILERFUNCTION,
          CurlOpt.TRAILERDATA,
          // The response
          CurlOpt.FAILONERROR,
          CurlOpt.FILETIME,
          CurlOpt.HTTP09_ALLOWED,
          CurlOpt.HTTP200ALIASES,
          CurlOpt.IGNORE_CONTENT_LENGTH,
          CurlOpt.HTTP_TRANSFER_DECODING,
          CurlOpt.HTTP_CONTENT_DECODING,
          CurlOpt.ACCEPT_ENCODING,
          CurlOpt.TRANSFER_ENCODING,
          // What is remembered
          CurlOpt.ALTSVC,
          CurlOpt.ALTSVC_CTRL,
          CurlOpt.HSTS,
          CurlOpt.HSTS_CTRL,
          CurlOpt.HSTSREADFUNCTION,
          CurlOpt.HSTSREADDATA,
          CurlOpt.HSTSWRITEFUNCTION,
          CurlOpt.HSTSWRITEDATA,
          // What follows
          CurlOpt.FOLLOWLOCATION,
          CurlOpt.MAXREDIRS,
          CurlOpt.POSTREDIR,
          CurlOpt.REDIR_PROTOCOLS,
          CurlOpt.REDIR_PROTOCOLS_STR,
          CurlOpt.UNRESTRICTED_AUTH,
          // Who we are
          CurlOpt.HTTPAUTH,
          CurlOpt.AWS_SIGV4,
          CurlOpt.PROXYAUTH,
          CurlOpt.USERNAME,
          CurlOpt.PASSWORD,
          CurlOpt.USERPWD,
          CurlOpt.PROXYUSERNAME,
          CurlOpt.PROXYPASSWORD,
          CurlOpt.PROXYUSERPWD,
          CurlOpt.XOAUTH2_BEARER,
          CurlOpt.SERVICE_NAME,
          CurlOpt.PROXY_SERVICE_NAME,
          CurlOpt.GSSAPI_DELEGATION);

  private static final Set<EasyOption<?>> LINES =
      Set.of(
          CurlOpt.CUSTOMREQUEST,
          CurlOpt.REQUEST_TARGET,
          CurlOpt.USERAGENT,
          CurlOpt.REFERER,
          CurlOpt.COOKIE,
          CurlOpt.RANGE,
          CurlOpt.ACCEPT_ENCODING,
          CurlOpt.XOAUTH2_BEARER);

  /** Made by ServiceLoader. */
  public HttpProtocolProvider() {}

  @Override
  public Collection<Scheme> schemes() {
    return SCHEMES;
  }

  @Override
  public Set<EasyOption<?>> options() {
    return OPTIONS;
  }

  @Override
  public CurlCode check(EasyOption<?> option, Object value) {
    if (option == CurlOpt.HTTP_VERSION) {
      return checkVersion((Long) value);
    }
    if (option == CurlOpt.HTTPAUTH || option == CurlOpt.PROXYAUTH) {
      return checkAuth((Long) value);
    }
    if (option == CurlOpt.FOLLOWLOCATION) {
      long mode = (Long) value;
      return mode < 0 || mode > CURLFOLLOW_FIRSTONLY ? CurlCode.BAD_FUNCTION_ARGUMENT : CurlCode.OK;
    }
    if (option == CurlOpt.MAXREDIRS) {
      return (Long) value < -1 ? CurlCode.BAD_FUNCTION_ARGUMENT : CurlCode.OK;
    }
    if (option == CurlOpt.ACCEPT_ENCODING) {
      // Now rather than on a loop, when the body comes.
      ContentCodings.load((String) value);
    }
    if (LINES.contains(option)) {
      return breaksLine((String) value) ? CurlCode.BAD_FUNCTION_ARGUMENT : CurlCode.OK;
    }
    if (option == CurlOpt.HTTPHEADER || option == CurlOpt.PROXYHEADER) {
      for (Object line : (List<?>) value) {
        if (breaksLine((String) line)) {
          return CurlCode.BAD_FUNCTION_ARGUMENT;
        }
      }
    }
    return CurlCode.OK;
  }

  private static CurlCode checkVersion(long version) {
    if (version >= CURL_HTTP_VERSION_NONE && version <= CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE) {
      return CurlCode.OK;
    }
    boolean known = version == CURL_HTTP_VERSION_3 || version == CURL_HTTP_VERSION_3ONLY;
    return known ? CurlCode.NOT_BUILT_IN : CurlCode.UNSUPPORTED_PROTOCOL;
  }

  /** Schemes that are not built in are dropped from a set; a set of nothing else is refused. */
  private static CurlCode checkAuth(long schemes) {
    return schemes == 0 || (AuthState.usable(schemes) & KNOWN_AUTH & ~CURLAUTH_ONLY) != 0
        ? CurlCode.OK
        : CurlCode.NOT_BUILT_IN;
  }

  /** Whether a text would end the line it stands in, and let another one begin. */
  private static boolean breaksLine(String text) {
    return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0;
  }

  @Override
  public CurlCode stored(EasyState easy, EasyOption<?> option, Object value) {
    if (option == CurlOpt.HSTS || option == CurlOpt.HSTS_CTRL) {
      HstsEngine.stored(easy, option, value);
    }
    if (option == CurlOpt.ALTSVC || option == CurlOpt.ALTSVC_CTRL) {
      AltSvcEngine.stored(easy, option, value);
    }
    return option == CurlOpt.COOKIEFILE
            || option == CurlOpt.COOKIEJAR
            || option == CurlOpt.COOKIELIST
        ? CookieEngine.stored(easy, option, (String) value)
        : CurlCode.OK;
  }

  @Override
  public Set<EasyInfo<?>> infos() {
    return Set.of(CurlInfo.COOKIELIST);
  }

  @Override
  public Object info(EasyState easy, EasyInfo<?> info) {
    return CookieEngine.of(easy).list();
  }

  /** There is one list of public suffixes for all anyway. */
  @Override
  public Set<ShareKind> shares() {
    return Set.of(ShareKind.COOKIE, ShareKind.HSTS, ShareKind.PSL);
  }

  /** A host that is known to want TLS gets it. */
  @Override
  public CurlUrl instead(EasyState easy, CurlUrl url) {
    HstsEngine hsts = url.scheme().equals("http") ? HstsEngine.active(easy) : null;
    if (hsts == null) {
      return url;
    }
    String ascii = url.asciiHost();
    if (!hsts.applies(ascii == null ? url.host() : ascii)) {
      return url;
    }
    CurlUrl secure = url.duplicate();
    secure.set(UrlPart.SCHEME, "https", 0);
    return secure;
  }

  @Override
  public Preparation preparation(EasyState easy, boolean mayWait) {
    return HttpPreparation.of(easy, mayWait);
  }

  @Override
  public List<String> features() {
    List<String> features =
        new ArrayList<>(List.of("alt-svc", "libz", "HTTP2", "HSTS", "NTLM", "PSL"));
    if (AuthState.negotiates()) {
      features.addAll(List.of("GSS-API", "Kerberos", "SPNEGO"));
    }
    if (ContentCodings.brotli()) {
      features.add("brotli");
    }
    if (ContentCodings.zstd()) {
      features.add("zstd");
    }
    return features;
  }

  @Override
  public boolean forwards(Scheme scheme) {
    return scheme.name().equals("http") || scheme.name().equals("ftp");
  }

  @Override
  public Exchange newExchange(TransferContext transfer) {
    return HttpExchange.of(transfer);
  }

  @Override
  public ProtocolHandler newHandler(ConnectionContext connection) {
    if (VersionDemand.isTwo(connection)) {
      return new Http2Handler(connection);
    }
    return VersionDemand.mayUpgrade(connection)
        ? new UpgradingHandler(connection)
        : new Http1Handler(connection);
  }
}
