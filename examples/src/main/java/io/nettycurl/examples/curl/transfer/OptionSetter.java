package io.nettycurl.examples.curl.transfer;

import io.nettycurl.examples.curl.form.FormPart;
import io.nettycurl.option.EasyOption;

/** Where the configuration of a transfer goes: a handle, or a test's record. */
interface OptionSetter {
  /**
   * Sets an option.
   *
   * @param option which
   * @param value the value; null leaves the default
   * @param <T> its type
   * @throws TransferException if it is refused
   */
  <T> void set(EasyOption<T> option, T value) throws TransferException;

  /**
   * Sets the form of -F as the body.
   *
   * @param form its parts
   * @throws TransferException if it is refused
   */
  void form(FormPart form) throws TransferException;

  /** Sets a switch. */
  default void set(EasyOption<Long> option, boolean on) throws TransferException {
    set(option, on ? 1L : 0L);
  }

  /** Sets a switch that is off by default. */
  default void on(EasyOption<Long> option, boolean on) throws TransferException {
    if (on) {
      set(option, 1L);
    }
  }
}
