package io.nettycurl;

import java.net.SocketOption;
import java.nio.channels.SelectableChannel;

/** Immutable. Stands where no socket is meant. */
final class NoSocket implements CurlSocket {
  @Override
  public SelectableChannel selectableChannel() {
    return null;
  }

  @Override
  public int fd() {
    return -1;
  }

  @Override
  public <T> boolean setOption(SocketOption<T> option, T value) {
    return false;
  }

  @Override
  public Object engineChannel() {
    return null;
  }

  @Override
  public boolean isOpen() {
    return false;
  }
}
