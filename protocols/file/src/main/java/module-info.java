/** file:// for the engine. */
module io.nettycurl.file {
  requires transitive io.nettycurl;
  requires transitive io.nettycurl.netty;
  requires io.netty.buffer;

  exports io.nettycurl.file;

  provides io.nettycurl.netty.spi.ProtocolProvider with
      io.nettycurl.file.FileProvider;
}
