package io.nettycurl.examples.curl.option;

import io.nettycurl.examples.curl.config.OperationConfig;

/** Acts on the options of one topic. */
interface OptionHandler {
  /**
   * Takes an option in.
   *
   * @param option which, of the handler's topic
   * @param value its argument; null if it takes none
   * @param on false for the --no- form
   * @param config the set of options it belongs to
   * @throws ParameterException if it cannot be used like that
   */
  void apply(CliOption option, String value, boolean on, OperationConfig config)
      throws ParameterException;
}
