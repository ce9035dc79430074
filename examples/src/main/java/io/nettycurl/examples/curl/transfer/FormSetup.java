package io.nettycurl.examples.curl.transfer;

/** Any thread; no state. The form of -F as a MIME body. */
final class FormSetup {
  private FormSetup() {}

  static void apply(Transfer transfer, OptionSetter to) throws TransferException {}
}
