package io.nettycurl.netty;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlVersionInfo;
import io.nettycurl.option.EasyOption;
import io.nettycurl.spi.EngineProvider;
import io.nettycurl.spi.MultiEngine;

/** Any thread. Makes the engines on Netty; found by ServiceLoader. */
public final class NettyEngineProvider implements EngineProvider {
  /** For ServiceLoader. */
  public NettyEngineProvider() {}

  @Override
  public MultiEngine newEngine(CurlMulti multi) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean actsOn(EasyOption<?> option) {
    return true;
  }

  @Override
  public <T> CurlCode check(EasyOption<T> option, T value) {
    return CurlCode.OK;
  }

  @Override
  public CurlVersionInfo versionInfo() {
    throw new UnsupportedOperationException();
  }
}
