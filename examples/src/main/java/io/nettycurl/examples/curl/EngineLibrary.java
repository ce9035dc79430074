package io.nettycurl.examples.curl;

import io.nettycurl.CurlVersionInfo;
import io.nettycurl.examples.curl.option.Library;
import io.nettycurl.option.EasyOption;
import io.nettycurl.spi.EngineProvider;
import io.nettycurl.spi.Engines;
import java.util.List;

/** Any thread. What the engine on the class path can do; looked up when first asked. */
final class EngineLibrary implements Library {
  private CurlVersionInfo info;

  CurlVersionInfo info() {
    if (info == null) {
      EngineProvider provider = Engines.provider();
      info =
          provider == null
              ? new CurlVersionInfo("8.22.0", "NettyCurl", List.of(), List.of(), List.of())
              : provider.versionInfo();
    }
    return info;
  }

  @Override
  public boolean actsOn(String option) {
    EasyOption<?> found = EasyOption.byName(option);
    return found != null && Engines.provider() != null && Engines.provider().actsOn(found);
  }

  @Override
  public boolean hasFeature(String name) {
    return info().features().contains(name);
  }

  @Override
  public List<String> protocols() {
    return info().protocols();
  }
}
