package io.nettycurl.http.encoding;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;

/** Owned by the loop. A coding nobody knows: only a body that is not empty makes it an error. */
final class UnknownDecoder extends BodyDecoder {
  private final String name;

  UnknownDecoder(String name, DecodeTrouble trouble) {
    super(trouble);
    this.name = name;
  }

  @Override
  CurlCode decode(ByteBuf in, BodySink next) {
    return bad("unknown coding " + name);
  }
}
