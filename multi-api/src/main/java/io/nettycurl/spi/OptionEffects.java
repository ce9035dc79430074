package io.nettycurl.spi;

import io.nettycurl.CurlCode;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import io.nettycurl.option.OptionType;
import java.util.List;

/**
 * Any thread; no state of its own. What setting an option does beyond storing its value: options
 * that share one field in libcurl are stored under one canonical option, and the method options
 * come to one {@link RequestKind}.
 *
 * <p>Engines read the canonical options only: {@code TIMEOUT_MS}, {@code CONNECTTIMEOUT_MS}, {@code
 * SERVER_RESPONSE_TIMEOUT_MS}, {@code INFILESIZE_LARGE}, {@code RESUME_FROM_LARGE}, {@code
 * MAXFILESIZE_LARGE}, {@code POSTFIELDSIZE_LARGE}, {@code TIMEVALUE_LARGE}, {@code POSTFIELDS},
 * {@code MIMEPOST}, {@code UPLOAD}, {@code USERNAME} and {@code PASSWORD}, {@code PROXYUSERNAME}
 * and {@code PROXYPASSWORD}, {@code PROXY_SERVICE_NAME}, {@code PROTOCOLS_STR}, {@code
 * REDIR_PROTOCOLS_STR}, and those of {@link DerivedOptions}. {@code UPLOAD}, {@code POST} and
 * {@code HTTPGET} always say what the request kind is.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
 */
public final class OptionEffects {
  private static final Effect<?>[] BY_SLOT = new Effect<?>[EasyOption.SLOTS];

  /** What a set of one option does; the value is checked, adjusted, and null to unset. */
  interface Effect<T> {
    CurlCode store(EasyState easy, T value);
  }

  static {
    SharedFields.register();
    MethodOptions.register();
    LoginOptions.register();
    on(CurlOpt.ERRORBUFFER, OptionEffects::errorBuffer);
  }

  private OptionEffects() {}

  static <T> void on(EasyOption<T> option, Effect<T> effect) {
    BY_SLOT[option.slot()] = effect;
  }

  /**
   * Stores a checked value with all that follows from it.
   *
   * @param easy whose
   * @param option which
   * @param value the value; null to unset
   * @param <T> its type
   * @return OK, or why not
   */
  @SuppressWarnings("unchecked")
  public static <T> CurlCode store(EasyState easy, EasyOption<T> option, T value) {
    T stored = copy(option, option.adjust(value));
    Effect<T> effect = (Effect<T>) BY_SLOT[option.slot()];
    if (effect != null) {
      return effect.store(easy, stored);
    }
    easy.options().set(option, stored);
    return CurlCode.OK;
  }

  /** Lists and blobs are the caller's to change after the call; an empty list is none. */
  @SuppressWarnings("unchecked")
  private static <T> T copy(EasyOption<T> option, T value) {
    if (value != null && option.type() == OptionType.SLIST) {
      List<String> copy = List.copyOf((List<String>) value);
      return copy.isEmpty() ? null : (T) copy;
    }
    return value != null && option.type() == OptionType.BLOB ? (T) ((byte[]) value).clone() : value;
  }

  private static CurlCode errorBuffer(EasyState easy, StringBuilder value) {
    easy.errorBuffer().target(value);
    easy.options().set(CurlOpt.ERRORBUFFER, value);
    return CurlCode.OK;
  }
}
