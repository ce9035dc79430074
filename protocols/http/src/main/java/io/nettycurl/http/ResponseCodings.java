package io.nettycurl.http;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import io.nettycurl.http.encoding.ContentCodings;
import io.nettycurl.netty.spi.BodyWriter;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.CurlOpt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Owned by the loop. The codings that one response's body came in, as its fields name them: content
 * codings are undone on the way to the user, transfer codings before the body counts as received.
 */
final class ResponseCodings {
  private static final String CHUNKED = "chunked";
  private static final String IDENTITY = "identity";

  private final ResponseFields fields;
  private TransferContext transfer;
  private int contentCount;
  private int transferCount;
  private ArrayDeque<BodyWriter> transferDecoders;
  private BodyWriter.BodySink entry;

  ResponseCodings(ResponseFields fields) {
    this.fields = fields;
  }

  /** Starts on a response to a transfer. */
  void begin(TransferContext newTransfer) {
    transfer = newTransfer;
    contentCount = 0;
    transferCount = 0;
  }

  /** Takes a Content-Encoding value; gives OK or the result of the exchange. */
  CurlCode content(String value) {
    if (!transfer.options().on(CurlOpt.HTTP_CONTENT_DECODING)) {
      return CurlCode.OK;
    }
    for (String name : names(value)) {
      if (++contentCount > ContentCodings.MAX_STACK) {
        return tooMany("content");
      }
      BodyWriter decoder = ContentCodings.decoder(name, transfer::failed);
      if (decoder != null) {
        transfer.addWriter(decoder);
      }
    }
    return CurlCode.OK;
  }

  /** Takes a Transfer-Encoding value; gives OK or the result of the exchange. */
  CurlCode transfer(String value) {
    boolean decodes = transfer.options().on(CurlOpt.TRANSFER_ENCODING);
    for (String name : names(value)) {
      boolean chunked = name.equalsIgnoreCase(CHUNKED);
      if (!decodes && !chunked) {
        if (!transfer.options().on(CurlOpt.HTTP_TRANSFER_DECODING)) {
          return CurlCode.OK;
        }
        if (fields.chunked || !name.equalsIgnoreCase(IDENTITY)) {
          return unwanted(name);
        }
        continue;
      }
      if (transferCount >= ContentCodings.MAX_STACK) {
        return tooMany("transfer");
      }
      if (fields.chunked && !chunked) {
        transfer.failed("'chunked' is not the last Transfer-Encoding");
        return CurlCode.BAD_CONTENT_ENCODING;
      }
      if (!fields.chunked) {
        transferCount++;
      }
      if (chunked) {
        fields.chunked = true;
      } else {
        add(ContentCodings.decoder(name, transfer::failed));
      }
    }
    return CurlCode.OK;
  }

  private CurlCode unwanted(String name) {
    transfer.failed(
        fields.chunked
            ? "A Transfer-Encoding (" + name + ") was listed after chunked"
            : "Unsolicited Transfer-Encoding (" + name + ") found");
    return CurlCode.BAD_CONTENT_ENCODING;
  }

  private CurlCode tooMany(String kind) {
    transfer.failed(
        "Reject response exceeding limit of "
            + ContentCodings.MAX_STACK
            + ' '
            + kind
            + " encodings");
    return CurlCode.BAD_CONTENT_ENCODING;
  }

  private void add(BodyWriter decoder) {
    if (decoder == null) {
      return;
    }
    if (transferDecoders == null) {
      transferDecoders = new ArrayDeque<>();
    }
    transferDecoders.addFirst(decoder);
    BodyWriter.BodySink rest = entry == null ? transfer::body : entry;
    entry = data -> decoder.write(data, rest);
  }

  /** Passes a piece of the body on, transfer codings undone. */
  CurlCode write(ByteBuf data) {
    return entry == null ? transfer.body(data) : entry.write(data);
  }

  /** Gives up what the transfer decoders hold; those for content are the transfer's. */
  void close() {
    if (transferDecoders != null) {
      transferDecoders.forEach(BodyWriter::close);
      transferDecoders = null;
    }
    entry = null;
    transfer = null;
  }

  private static List<String> names(String value) {
    List<String> names = new ArrayList<>(2);
    for (String element : value.split(",", -1)) {
      String name = element.strip();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }
}
