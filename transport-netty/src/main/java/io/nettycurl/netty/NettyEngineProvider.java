package io.nettycurl.netty;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlVersionInfo;
import io.nettycurl.info.EasyInfo;
import io.nettycurl.netty.engine.BuiltIn;
import io.nettycurl.netty.engine.CallerEngine;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.netty.transfer.Protocols;
import io.nettycurl.option.EasyOption;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.EngineProvider;
import io.nettycurl.spi.MultiEngine;
import io.nettycurl.spi.ShareKind;

/** Any thread. Makes the engines on Netty; found by ServiceLoader. */
public final class NettyEngineProvider implements EngineProvider {
  /** For ServiceLoader. */
  public NettyEngineProvider() {}

  @Override
  public MultiEngine newEngine(CurlMulti multi) {
    return new CallerEngine(multi, Transport.preferred(), Protocols.installed());
  }

  @Override
  public boolean actsOn(EasyOption<?> option) {
    return BuiltIn.actsOn(option);
  }

  @Override
  public <T> CurlCode check(EasyOption<T> option, T value) {
    return BuiltIn.check(option, value);
  }

  @Override
  public boolean shares(ShareKind kind) {
    return BuiltIn.shares(kind);
  }

  @Override
  public <T> CurlCode stored(EasyState easy, EasyOption<T> option, T value) {
    return BuiltIn.stored(easy, option, value);
  }

  @Override
  public <T> T info(EasyState easy, EasyInfo<T> info) {
    return BuiltIn.info(easy, info);
  }

  @Override
  public CurlVersionInfo versionInfo() {
    return BuiltIn.versionInfo();
  }
}
