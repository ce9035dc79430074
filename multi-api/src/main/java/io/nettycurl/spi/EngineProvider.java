package io.nettycurl.spi;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlVersionInfo;
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

  /** What is built in: protocols, features, library versions. */
  CurlVersionInfo versionInfo();
}
