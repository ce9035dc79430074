/**
 * libcurl's easy, multi, share and URL interfaces for Java: handles, options, infos, callbacks and
 * codes. Needs an engine at run time, found by ServiceLoader.
 */
module io.nettycurl {
  exports io.nettycurl;
  exports io.nettycurl.callback;
  exports io.nettycurl.info;
  exports io.nettycurl.mime;
  exports io.nettycurl.option;
  exports io.nettycurl.spi;
  exports io.nettycurl.url;

  uses io.nettycurl.spi.EngineProvider;
}
