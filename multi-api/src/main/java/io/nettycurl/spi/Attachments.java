package io.nettycurl.spi;

import java.util.Collection;

/** Any thread; no state. Closes what handles and shares keep for others. */
final class Attachments {
  private Attachments() {}

  /**
   * Closes all that can be closed, whatever becomes of the others.
   *
   * @param all what
   * @return the first failure; null if there was none
   */
  static RuntimeException closeAll(Collection<?> all) {
    RuntimeException failure = null;
    for (Object each : all) {
      try {
        close(each);
      } catch (RuntimeException e) {
        failure = failure == null ? e : failure;
      }
    }
    return failure;
  }

  /**
   * Closes an object, if it can be closed.
   *
   * @param object which; may be null
   */
  static void close(Object object) {
    if (object instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
