package io.nettycurl.examples.curl.transfer;

/** Owned by the command's thread. What all transfers of a run share: cookies and HSTS. */
final class Shared implements AutoCloseable {
  Shared() {}

  void attach(OptionSetter setter) throws TransferException {}

  @Override
  public void close() {}
}
