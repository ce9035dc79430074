package io.nettycurl.spi;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlVersionInfo;
import io.nettycurl.info.EasyInfo;
import io.nettycurl.option.EasyOption;

/** Found by ServiceLoader: makes the engines. Any thread. */
public interface EngineProvider {
  /**
   * A new engine, driven by the thread that calls perform.
   *
   * @param multi the handle it stands behind
   * @return the engine
   */
  MultiEngine newEngine(CurlMulti multi);

  /**
   * Whether anything acts on an option: the engine itself or one of the protocols found.
   *
   * @param option which
   * @return false if setting it has to be refused
   */
  boolean actsOn(EasyOption<?> option);

  /**
   * Whether a value that the option itself allows can be acted on.
   *
   * @param option which
   * @param value the value
   * @param <T> its type
   * @return OK, or the code to refuse it with
   */
  <T> CurlCode check(EasyOption<T> option, T value);

  /**
   * Told that an option was set, on the thread that sets it: for options that act at once rather
   * than with the next transfer, such as COOKIELIST.
   *
   * @param easy whose; the value is stored already
   * @param option which
   * @param value the value; null after an unset
   * @param <T> its type
   * @return OK, or the code that setopt is to return
   */
  default <T> CurlCode stored(EasyState easy, EasyOption<T> option, T value) {
    return CurlCode.OK;
  }

  /**
   * Whether anything shares a kind of data between handles.
   *
   * @param kind which
   * @return false if CURLSHOPT_SHARE has to refuse it
   */
  default boolean shares(ShareKind kind) {
    return false;
  }

  /**
   * Answers for an info that is made when it is asked for, such as COOKIELIST.
   *
   * @param easy whose
   * @param info which
   * @param <T> the type of the answer
   * @return the answer; null if there is none
   */
  default <T> T info(EasyState easy, EasyInfo<T> info) {
    return null;
  }

  /** What is built in: protocols, features, library versions. */
  CurlVersionInfo versionInfo();
}
