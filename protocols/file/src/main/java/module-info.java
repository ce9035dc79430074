/** file:// for the engine. */
module io.nettycurl.file {
  requires transitive io.nettycurl;
  requires transitive io.nettycurl.netty;
  requires io.netty.buffer;

  provides io.nettycurl.netty.spi.ProtocolProvider with
      io.nettycurl.file.FileProvider;
}
