package io.nettycurl.examples.curl.option;

/** Any thread; no state. Arguments that are texts. */
final class Values {
  private Values() {}

  /** The text, which must not be empty. */
  static String notBlank(String value) throws ParameterException {
    if (value.isEmpty()) {
      throw new ParameterException(ParameterError.BLANK_STRING);
    }
    return value;
  }

  /** Sets or clears bits. */
  static long bits(long before, long bits, boolean on) {
    return on ? before | bits : before & ~bits;
  }

  /** A file name and a password, parted by a colon; a backslash takes the next colon as it is. */
  record FileAndPassword(String file, String password) {
    static FileAndPassword parse(String value) throws ParameterException {
      notBlank(value);
      if (value.regionMatches(true, 0, "pkcs11:", 0, 7)
          || value.indexOf(':') < 0 && value.indexOf('\\') < 0) {
        return new FileAndPassword(value, null);
      }
      StringBuilder file = new StringBuilder();
      int at = 0;
      while (at < value.length()) {
        char c = value.charAt(at++);
        if (c == ':') {
          String rest = value.substring(at);
          return new FileAndPassword(file.toString(), rest.isEmpty() ? null : rest);
        }
        if (c == '\\' && at < value.length()) {
          char next = value.charAt(at++);
          if (next != '\\' && next != ':') {
            file.append('\\');
          }
          file.append(next);
        } else {
          file.append(c);
        }
      }
      return new FileAndPassword(file.toString(), null);
    }
  }
}
