package io.nettycurl.netty.transfer;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.BodyWriter;
import io.nettycurl.option.CurlOpt;

/**
 * Owned by the loop. The way of one hop's body from the protocol to the user: the phases that the
 * protocol added, then the size limit, then the delivery.
 */
final class BodyPath implements BodyWriter.BodySink {
  private final Transfer transfer;
  private Phase first;
  private long maxSize;

  BodyPath(Transfer transfer) {
    this.transfer = transfer;
  }

  /** One phase and what comes after it. */
  private static final class Phase implements BodyWriter.BodySink {
    private final BodyWriter writer;
    private final BodyWriter.BodySink next;

    private Phase(BodyWriter writer, BodyWriter.BodySink next) {
      this.writer = writer;
      this.next = next;
    }

    @Override
    public CurlCode write(ByteBuf data) {
      return writer.write(data, next);
    }
  }

  void start() {
    first = null;
    maxSize = transfer.options().number(CurlOpt.MAXFILESIZE_LARGE);
  }

  void add(BodyWriter writer) {
    first = new Phase(writer, first == null ? this : first);
  }

  CurlCode enter(ByteBuf data) {
    return first == null ? write(data) : first.write(data);
  }

  /** The last phase: what gets here is what the user asked for. */
  @Override
  public CurlCode write(ByteBuf data) {
    int length = data.readableBytes();
    if (length == 0) {
      data.release();
      return CurlCode.OK;
    }
    Progress progress = transfer.progressState();
    if (maxSize > 0 && progress.delivered() + length > maxSize) {
      return overLimit(data, progress);
    }
    progress.addDelivered(length);
    return transfer.delivery().body(data);
  }

  /** Bytes as received are delivered up to the limit; a decoder's output is withheld as a piece. */
  private CurlCode overLimit(ByteBuf data, Progress progress) {
    int room = (int) (maxSize - progress.delivered());
    transfer.log().failed("Exceeded the maximum allowed file size (" + maxSize + ")");
    if (first != null || room == 0) {
      data.release();
      return CurlCode.FILESIZE_EXCEEDED;
    }
    progress.addDelivered(room);
    data.writerIndex(data.readerIndex() + room);
    CurlCode code = transfer.delivery().body(data);
    return code == CurlCode.OK ? CurlCode.FILESIZE_EXCEEDED : code;
  }

  CurlCode finish() {
    CurlCode code = CurlCode.OK;
    for (Phase phase = first; phase != null && code == CurlCode.OK; phase = after(phase)) {
      code = phase.writer.finish(phase.next);
    }
    return code;
  }

  private static Phase after(Phase phase) {
    return phase.next instanceof Phase next ? next : null;
  }

  void close() {
    for (Phase phase = first; phase != null; phase = after(phase)) {
      phase.writer.close();
    }
    first = null;
  }
}
