package io.nettycurl.examples.curl.option;

import io.nettycurl.examples.curl.config.RequestConfig;
import io.nettycurl.examples.curl.config.RequestMethod;
import io.nettycurl.examples.curl.console.Messages;

/** Any thread; no state. The one request method that all options together ask for. */
public final class Methods {
  private Methods() {}

  /**
   * Asks for a method.
   *
   * @param method which
   * @param request where it is kept
   * @param messages where a contradiction is told
   * @return whether nothing else was asked for before
   */
  public static boolean tryToSelect(
      RequestMethod method, RequestConfig request, Messages messages) {
    if (request.method != RequestMethod.UNSPECIFIED && request.method != method) {
      messages.warn(
          "You can only select one HTTP request method! You asked for both "
              + method.label()
              + " and "
              + request.method.label()
              + ".");
      return false;
    }
    request.method = method;
    return true;
  }

  static void select(RequestMethod method, RequestConfig request, Messages messages)
      throws ParameterException {
    if (!tryToSelect(method, request, messages)) {
      throw new ParameterException(ParameterError.BAD_USE);
    }
  }
}
