package io.nettycurl.spi;

import io.nettycurl.CurlCode;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import io.nettycurl.option.OptionValues;

/**
 * Any thread; no state. What setting an option does beyond storing its value: options that share
 * one field in libcurl are stored under one canonical option, and the method options come to one
 * {@link RequestKind}.
 *
 * <p>Engines read the canonical options only: {@code TIMEOUT_MS}, {@code CONNECTTIMEOUT_MS}, {@code
 * SERVER_RESPONSE_TIMEOUT_MS}, {@code INFILESIZE_LARGE}, {@code RESUME_FROM_LARGE}, {@code
 * MAXFILESIZE_LARGE}, {@code POSTFIELDSIZE_LARGE}, {@code TIMEVALUE_LARGE}, {@code POSTFIELDS},
 * {@code USERNAME} and {@code PASSWORD}, {@code PROXYUSERNAME} and {@code PROXYPASSWORD}, {@code
 * PROTOCOLS_STR}, {@code REDIR_PROTOCOLS_STR}.
 */
public final class OptionEffects {
  private OptionEffects() {}

  /**
   * Stores a checked value with all that follows from it.
   *
   * @param easy whose
   * @param option which
   * @param value the value; null to unset
   * @param <T> its type
   * @return OK, or why not
   */
  public static <T> CurlCode store(EasyState easy, EasyOption<T> option, T value) {
    OptionValues options = easy.options();
    if (option == CurlOpt.ERRORBUFFER) {
      easy.errorBuffer().target((StringBuilder) value);
    }
    options.set(option, value);
    return CurlCode.OK;
  }
}
