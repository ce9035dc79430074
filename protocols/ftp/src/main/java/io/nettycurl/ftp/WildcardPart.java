package io.nettycurl.ftp;

import io.nettycurl.CurlCode;
import io.nettycurl.ftp.control.FtpTarget;
import io.nettycurl.ftp.list.ListEntry;
import io.nettycurl.ftp.list.Wildcard;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.OptionValues;
import java.util.function.Consumer;

/** Owned by the loop. One exchange of a wildcard download: the listing, or one of the files. */
final class WildcardPart {
  private static final String CALLBACK = "wildcard";

  private final TransferContext transfer;
  private final Run run;
  private boolean handedOn;

  /** Owned by the loop. What lasts from the listing to the last file. */
  private static final class Run {
    private final FtpTarget directory;
    private final Wildcard wildcard;
    private ListEntry file;

    Run(FtpTarget directory, Wildcard wildcard) {
      this.directory = directory;
      this.wildcard = wildcard;
    }
  }

  private WildcardPart(TransferContext transfer, Run run) {
    this.transfer = transfer;
    this.run = run;
  }

  static WildcardPart of(TransferContext transfer, FtpTarget target, String urlPath) {
    return new WildcardPart(
        transfer,
        transfer.attachment(
            Run.class, () -> new Run(target.directory(urlPath), new Wildcard(target.pattern()))));
  }

  FtpTarget target() {
    return run.file == null
        ? run.directory
        : run.directory.file(run.file.name(), run.file.info().size());
  }

  void addWriter() {
    if (run.file == null) {
      transfer.addWriter(run.wildcard.writer(transfer.options()));
    }
  }

  /** Has the user say what is next. */
  void over(CurlCode code, Consumer<CurlCode> end) {
    OptionValues options = transfer.options();
    transfer.ask(
        CALLBACK,
        () -> run.wildcard.advance(code, options),
        step -> {
          handedOn = true;
          run.file = step.file();
          end.accept(step.code());
        });
  }

  boolean hasNext() {
    return handedOn && run.file != null;
  }

  /** The same will be tried on another connection. */
  void again() {
    handedOn = true;
  }

  /** A file that was begun is ended, however that came about. */
  void close() {
    if (!handedOn) {
      handedOn = true;
      OptionValues options = transfer.options();
      transfer.lastWord(CALLBACK, () -> run.wildcard.abandon(options));
    }
  }
}
