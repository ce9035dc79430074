package io.nettycurl.spi;

/**
 * Owned like the easy handle it is kept with. What a protocol keeps for a handle from one transfer
 * to the next, such as a cookie jar.
 */
public interface EasyAttachment extends AutoCloseable {
  /**
   * What a duplicate of the handle begins with.
   *
   * @param copy the duplicate; its options are set
   * @return an attachment of the same class; null for none
   */
  default EasyAttachment duplicateFor(EasyState copy) {
    return null;
  }

  /** The handle's options were reset. */
  default void reset() {}

  /** The handle is closed; its options are still there. Runs on the thread that closes it. */
  @Override
  void close();
}
