package io.nettycurl.http.request;

import io.nettycurl.mime.MimeBody;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.BodyReader;
import io.nettycurl.spi.RequestKind;
import java.util.List;

/**
 * Immutable. Which body a request has.
 *
 * @param reader where it comes from; null if there is none
 * @param length how long it is; -1 if not known
 * @param fields fields that describe it, beside its length; never null
 */
public record RequestBody(BodyReader reader, long length, List<String> fields) {
  /** A request without body, or with an empty one. */
  public static final RequestBody EMPTY = new RequestBody(null, 0, List.of());

  /**
   * Chooses by method and options.
   *
   * @param kind what the method options came to
   * @param transfer whose
   * @return the body
   */
  public static RequestBody of(RequestKind kind, TransferContext transfer) {
    OptionValues options = transfer.options();
    switch (kind) {
      case PUT:
        return callback(transfer, options.number(CurlOpt.INFILESIZE_LARGE));
      case POST:
        return post(transfer, options);
      case POST_MIME:
        MimeBody mime = MimeBody.open(options.get(CurlOpt.MIMEPOST), options);
        return new RequestBody(mime, mime.length(), mime.headers());
      default:
        return EMPTY;
    }
  }

  private static RequestBody post(TransferContext transfer, OptionValues options) {
    long size = options.number(CurlOpt.POSTFIELDSIZE_LARGE);
    byte[] fields = options.get(CurlOpt.POSTFIELDS);
    if (fields != null) {
      int length = size < 0 ? fields.length : (int) Math.min(size, fields.length);
      return length == 0 ? EMPTY : of(new BytesBody(fields, length));
    }
    String coding = CustomHeaders.find(options.get(CurlOpt.HTTPHEADER), "Transfer-Encoding");
    boolean chunked = coding != null && CustomHeaders.says(coding, "chunked");
    return callback(transfer, chunked && size != 0 ? -1 : size);
  }

  private static RequestBody callback(TransferContext transfer, long size) {
    return size == 0 ? EMPTY : of(transfer.callbackBody(size));
  }

  private static RequestBody of(BodyReader reader) {
    return new RequestBody(reader, reader.length(), List.of());
  }
}
