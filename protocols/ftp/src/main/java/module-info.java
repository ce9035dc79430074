/** FTP and FTPS for the engine. */
module io.nettycurl.ftp {
  requires transitive io.nettycurl;
  requires transitive io.nettycurl.netty;
  requires io.netty.buffer;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;

  exports io.nettycurl.ftp.option;

  provides io.nettycurl.netty.spi.ProtocolProvider with
      io.nettycurl.ftp.FtpProvider;
}
