package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.examples.curl.console.ByteStrings;
import io.nettycurl.examples.curl.form.FormPart;
import io.nettycurl.mime.CurlMime;
import io.nettycurl.mime.CurlMimePart;

/** Any thread; no state. The form of -F as a MIME body. */
final class FormSetup {
  private FormSetup() {}

  /** A MIME body of a multipart's parts. */
  static CurlMime mime(FormPart multipart) throws TransferException {
    CurlMime mime = CurlMime.init();
    for (FormPart part : multipart.parts) {
      add(part, mime.addPart());
    }
    return mime;
  }

  private static void add(FormPart from, CurlMimePart to) throws TransferException {
    content(from, to);
    String fileName =
        from.fileName == null && from.kind == FormPart.Kind.STDIN ? "-" : from.fileName;
    if (fileName != null) {
      check(to.filename(fileName));
    }
    check(to.type(from.type));
    if (!from.headers.isEmpty()) {
      check(to.headers(from.headers));
    }
    check(to.encoder(from.encoder));
    check(to.name(from.name));
  }

  private static void content(FormPart from, CurlMimePart to) throws TransferException {
    switch (from.kind) {
      case MULTIPART -> check(to.subparts(mime(from)));
      case DATA -> check(to.data(ByteStrings.encode(from.text)));
      case FILE -> check(to.filedata(from.text));
      case FILE_DATA -> {
        check(to.filedata(from.text));
        check(to.filename(null));
      }
      case STDIN, STDIN_DATA -> check(to.data(from.bytes));
      default -> throw new IllegalStateException(from.kind.name());
    }
  }

  private static void check(CurlCode code) throws TransferException {
    if (code != CurlCode.OK) {
      throw new TransferException(code);
    }
  }
}
