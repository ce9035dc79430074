package io.nettycurl.mime;

import io.nettycurl.CurlCode;
import java.nio.ByteBuffer;
import java.util.List;

/** Owned by its body. Sources one after another. */
final class SequenceSource implements PartSource {
  private final List<PartSource> sources;
  private int current;

  SequenceSource(List<PartSource> sources) {
    this.sources = sources;
  }

  @Override
  public long length() {
    long sum = 0;
    for (PartSource source : sources) {
      long length = source.length();
      if (length < 0) {
        return -1;
      }
      sum += length;
    }
    return sum;
  }

  @Override
  public boolean callsUser() {
    return sources.stream().anyMatch(PartSource::callsUser);
  }

  @Override
  public long read(ByteBuffer into, Round round) {
    int start = into.position();
    while (into.hasRemaining() && current < sources.size()) {
      long count = sources.get(current).read(into, round);
      if (count == END) {
        sources.get(current).close();
        current++;
      } else if (count < 0 || count == PAUSE || count == ABORT) {
        return into.position() > start ? into.position() - start : count;
      }
    }
    return (long) into.position() - start;
  }

  @Override
  public void resume() {
    if (current < sources.size()) {
      sources.get(current).resume();
    }
  }

  @Override
  public CurlCode rewind() {
    for (PartSource source : sources) {
      CurlCode code = source.rewind();
      if (code != CurlCode.OK) {
        return code;
      }
    }
    current = 0;
    return CurlCode.OK;
  }

  @Override
  public void close() {
    sources.forEach(PartSource::close);
  }
}
