package io.nettycurl.spi;

import static io.nettycurl.CurlSymbols.CURLAUTH_AWS_SIGV4;
import static io.nettycurl.CurlSymbols.CURLAUTH_HTTPSIG;
import static io.nettycurl.CurlSymbols.CURLHTTPSIG_NONE;

import io.nettycurl.CurlCode;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import io.nettycurl.option.OptionValues;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Any thread; no state. Options that stand for one field in libcurl, whichever was set last. */
final class SharedFields {
  private static final long MAX_SECONDS = Long.MAX_VALUE / 1000;

  private SharedFields() {}

  static void register() {
    same(CurlOpt.TIMEOUT, CurlOpt.TIMEOUT_MS, SharedFields::toMillis);
    same(CurlOpt.CONNECTTIMEOUT, CurlOpt.CONNECTTIMEOUT_MS, SharedFields::toMillis);
    same(
        CurlOpt.SERVER_RESPONSE_TIMEOUT,
        CurlOpt.SERVER_RESPONSE_TIMEOUT_MS,
        SharedFields::toMillis);
    same(CurlOpt.INFILESIZE, CurlOpt.INFILESIZE_LARGE, UnaryOperator.identity());
    same(CurlOpt.RESUME_FROM, CurlOpt.RESUME_FROM_LARGE, UnaryOperator.identity());
    same(CurlOpt.MAXFILESIZE, CurlOpt.MAXFILESIZE_LARGE, UnaryOperator.identity());
    same(CurlOpt.TIMEVALUE, CurlOpt.TIMEVALUE_LARGE, UnaryOperator.identity());
    same(CurlOpt.SOCKS5_GSSAPI_SERVICE, CurlOpt.PROXY_SERVICE_NAME, UnaryOperator.identity());
    OptionEffects.on(CurlOpt.PROTOCOLS, (easy, mask) -> list(easy, CurlOpt.PROTOCOLS_STR, mask));
    OptionEffects.on(
        CurlOpt.REDIR_PROTOCOLS, (easy, mask) -> list(easy, CurlOpt.REDIR_PROTOCOLS_STR, mask));
    OptionEffects.on(CurlOpt.PROTOCOLS_STR, (e, v) -> checked(e, CurlOpt.PROTOCOLS_STR, v));
    OptionEffects.on(
        CurlOpt.REDIR_PROTOCOLS_STR, (e, v) -> checked(e, CurlOpt.REDIR_PROTOCOLS_STR, v));
    either(CurlOpt.UNIX_SOCKET_PATH, CurlOpt.ABSTRACT_UNIX_SOCKET);
    either(CurlOpt.ABSTRACT_UNIX_SOCKET, CurlOpt.UNIX_SOCKET_PATH);
    either(CurlOpt.CURLU, CurlOpt.URL);
    OptionEffects.on(CurlOpt.URL, SharedFields::url);
    OptionEffects.on(CurlOpt.STREAM_WEIGHT, SharedFields::streamWeight);
    OptionEffects.on(CurlOpt.HAPROXY_CLIENT_IP, SharedFields::haproxyClientIp);
    OptionEffects.on(CurlOpt.AWS_SIGV4, SharedFields::awsSigv4);
    OptionEffects.on(CurlOpt.HTTPSIG_ALGORITHM, SharedFields::httpSignature);
    OptionEffects.on(
        CurlOpt.COOKIEFILE, (e, v) -> queue(e, CurlOpt.COOKIEFILE, DerivedOptions.COOKIEFILES, v));
    // A verb or a cookie, which is acted on at once and then over.
    OptionEffects.on(CurlOpt.COOKIELIST, (easy, line) -> CurlCode.OK);
    OptionEffects.on(CurlOpt.HSTS, (e, v) -> queue(e, CurlOpt.HSTS, DerivedOptions.HSTSFILES, v));
  }

  private static <T> void same(
      EasyOption<T> option, EasyOption<T> canonical, UnaryOperator<T> conversion) {
    OptionEffects.on(
        option,
        (easy, value) -> {
          T stored = value == null ? null : canonical.adjust(conversion.apply(value));
          easy.options().set(canonical, stored);
          return CurlCode.OK;
        });
  }

  private static Long toMillis(Long seconds) {
    return seconds > MAX_SECONDS ? Long.MAX_VALUE : seconds * 1000;
  }

  private static CurlCode list(EasyState easy, EasyOption<String> option, Long mask) {
    easy.options().set(option, mask == null ? null : ProtocolList.ofMask(mask));
    return CurlCode.OK;
  }

  private static CurlCode checked(EasyState easy, EasyOption<String> option, String list) {
    CurlCode code = list == null ? CurlCode.OK : ProtocolList.check(list);
    if (code == CurlCode.OK) {
      easy.options().set(option, list);
    }
    return code;
  }

  private static <A, B> void either(EasyOption<A> option, EasyOption<B> other) {
    OptionEffects.on(
        option,
        (easy, value) -> {
          easy.options().set(option, value);
          easy.options().set(other, null);
          return CurlCode.OK;
        });
  }

  private static CurlCode url(EasyState easy, String value) {
    easy.options().set(CurlOpt.URL, value);
    return CurlCode.OK;
  }

  /** libcurl leaves the old weight where the new one is out of range, and says OK. */
  private static CurlCode streamWeight(EasyState easy, Long value) {
    if (value == null || (value >= 1 && value <= 256)) {
      easy.options().set(CurlOpt.STREAM_WEIGHT, value);
    }
    return CurlCode.OK;
  }

  private static CurlCode haproxyClientIp(EasyState easy, String value) {
    easy.options().set(CurlOpt.HAPROXY_CLIENT_IP, value);
    easy.options().set(CurlOpt.HAPROXYPROTOCOL, value == null ? 0L : 1L);
    return CurlCode.OK;
  }

  private static CurlCode awsSigv4(EasyState easy, String value) {
    easy.options().set(CurlOpt.AWS_SIGV4, value);
    if (value != null) {
      easy.options().set(CurlOpt.HTTPAUTH, CURLAUTH_AWS_SIGV4);
    }
    return CurlCode.OK;
  }

  private static CurlCode httpSignature(EasyState easy, Long value) {
    OptionValues options = easy.options();
    boolean off = value == null || value == CURLHTTPSIG_NONE;
    options.set(CurlOpt.HTTPSIG_ALGORITHM, value);
    options.set(
        CurlOpt.HTTPAUTH,
        off ? options.number(CurlOpt.HTTPAUTH) & ~CURLAUTH_HTTPSIG : CURLAUTH_HTTPSIG);
    return CurlCode.OK;
  }

  private static CurlCode queue(
      EasyState easy, EasyOption<String> option, EasyOption<List<String>> names, String value) {
    OptionValues options = easy.options();
    options.set(option, value);
    List<String> all = null;
    if (value != null) {
      List<String> before = options.get(names);
      all = before == null ? new ArrayList<>() : new ArrayList<>(before);
      all.add(value);
      all = List.copyOf(all);
    }
    options.set(names, all);
    return CurlCode.OK;
  }
}
