package io.nettycurl.http.encoding;

/** Owned by the loop. Where a decoder says what is wrong. */
@FunctionalInterface
public interface DecodeTrouble {
  /**
   * Called before a result other than OK is given.
   *
   * @param text what is wrong
   */
  void tell(String text);
}
