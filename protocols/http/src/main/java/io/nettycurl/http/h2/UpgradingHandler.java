package io.nettycurl.http.h2;

import io.nettycurl.CurlCode;
import io.nettycurl.http.HttpExchange;
import io.nettycurl.http.h1.Http1Handler;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.ProtocolHandler;

/**
 * Owned by the loop. A clear connection that begins with HTTP/1.1, and goes on in HTTP/2 if the
 * server agrees to it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7540#section-3.2">RFC 7540, section 3.2</a>
 */
public final class UpgradingHandler implements ProtocolHandler, Http1Handler.Successor {
  private final ConnectionContext connection;
  private ProtocolHandler present;

  /**
   * A handler; adds itself to the channel's pipeline.
   *
   * @param connection the connection
   */
  public UpgradingHandler(ConnectionContext connection) {
    this.connection = connection;
    this.present = new Http1Handler(connection, this);
  }

  @Override
  public void switched(HttpExchange exchange) {
    Http2Handler two = new Http2Handler(connection);
    present = two;
    two.adopt(exchange);
    connection.capacityChanged();
  }

  @Override
  public void start(Exchange exchange) {
    present.start(exchange);
  }

  @Override
  public boolean cancel(Exchange exchange, CurlCode why) {
    return present.cancel(exchange, why);
  }

  @Override
  public int capacity() {
    return present.capacity();
  }

  @Override
  public void upkeep() {
    present.upkeep();
  }

  @Override
  public boolean alive() {
    return present.alive();
  }

  @Override
  public void close() {
    present.close();
  }
}
