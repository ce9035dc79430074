package io.nettycurl.spi;

import io.nettycurl.CurlCode;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.url.PercentCoding;

/** Any thread; no state. Options that hold a name and a password in one string. */
final class LoginOptions {
  private LoginOptions() {}

  static void register() {
    OptionEffects.on(CurlOpt.USERPWD, LoginOptions::userPassword);
    OptionEffects.on(CurlOpt.PROXYUSERPWD, LoginOptions::proxyUserPassword);
  }

  private static CurlCode userPassword(EasyState easy, String value) {
    OptionValues options = easy.options();
    options.set(CurlOpt.USERNAME, userOf(value));
    options.set(CurlOpt.PASSWORD, passwordOf(value));
    return CurlCode.OK;
  }

  /** Unlike USERPWD this one is percent-encoded, since a proxy URL would be too. */
  private static CurlCode proxyUserPassword(EasyState easy, String value) {
    String user = PercentCoding.decodeToText(userOf(value));
    String password = PercentCoding.decodeToText(passwordOf(value));
    if (hasNul(user) || hasNul(password)) {
      return CurlCode.URL_MALFORMAT;
    }
    OptionValues options = easy.options();
    options.set(CurlOpt.PROXYUSERNAME, user);
    options.set(CurlOpt.PROXYPASSWORD, password);
    return CurlCode.OK;
  }

  private static boolean hasNul(String text) {
    return text != null && text.indexOf('\0') >= 0;
  }

  private static String userOf(String login) {
    int colon = login == null ? -1 : login.indexOf(':');
    return colon < 0 ? login : login.substring(0, colon);
  }

  private static String passwordOf(String login) {
    int colon = login == null ? -1 : login.indexOf(':');
    return colon < 0 ? null : login.substring(colon + 1);
  }
}
