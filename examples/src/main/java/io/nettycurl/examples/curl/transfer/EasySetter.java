package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.examples.curl.form.FormPart;
import io.nettycurl.examples.curl.source.LibcurlSource;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import io.nettycurl.spi.Engines;

/** Owned by the command's thread. Sets options on a handle. */
final class EasySetter implements OptionSetter {
  private final CurlEasy easy;
  private final Messages messages;
  private final LibcurlSource source;

  /**
   * A setter.
   *
   * @param easy the handle
   * @param messages where faults are told
   * @param source where --libcurl notes what is set; null without
   */
  EasySetter(CurlEasy easy, Messages messages, LibcurlSource source) {
    this.easy = easy;
    this.messages = messages;
    this.source = source;
  }

  /**
   * Whatever a user asked for was looked up when it was parsed: an option that nothing acts on can
   * only be one of the command's own defaults here, and those may go without.
   */
  @Override
  public <T> void set(EasyOption<T> option, T value) throws TransferException {
    if (value == null) {
      return;
    }
    CurlCode code = easy.setopt(option, value);
    if (code == CurlCode.OK && source != null) {
      source.option(option, value);
    }
    if (code == CurlCode.OK
        || code == CurlCode.NOT_BUILT_IN && !Engines.provider().actsOn(option)) {
      return;
    }
    messages.error("(" + code.number() + ") " + option + " refused its value: " + code.strerror());
    throw new TransferException(code);
  }

  @Override
  public void form(FormPart form) throws TransferException {
    CurlCode code = easy.setopt(CurlOpt.MIMEPOST, FormSetup.mime(form));
    if (code != CurlCode.OK) {
      throw new TransferException(code);
    }
    if (source != null) {
      source.form(CurlOpt.MIMEPOST, form);
    }
  }
}
