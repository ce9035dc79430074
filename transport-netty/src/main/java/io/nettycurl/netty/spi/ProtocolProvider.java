package io.nettycurl.netty.spi;

import io.nettycurl.CurlCode;
import io.nettycurl.info.EasyInfo;
import io.nettycurl.option.EasyOption;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.ShareKind;
import io.nettycurl.url.CurlUrl;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Found by ServiceLoader: what speaks one family of schemes. Any thread; no state of its own. */
public interface ProtocolProvider {
  /** The schemes it speaks. */
  Collection<Scheme> schemes();

  /** The easy options it acts on; setting one that nobody acts on is refused. */
  Set<EasyOption<?>> options();

  /**
   * Whether a value that the option itself allows can be acted on.
   *
   * @param option one of {@link #options()}
   * @param value the value, never null
   * @return OK, or the code to refuse it with
   */
  default CurlCode check(EasyOption<?> option, Object value) {
    return CurlCode.OK;
  }

  /** The kinds of data it keeps in a share instead of in the handle, where there is one. */
  default Set<ShareKind> shares() {
    return Set.of();
  }

  /**
   * Told that an option was set, on the thread that sets it: for options that act at once.
   *
   * @param easy whose; the value is stored already
   * @param option one of {@link #options()}
   * @param value the value; null after an unset
   * @return OK, or the code that setopt is to return
   */
  default CurlCode stored(EasyState easy, EasyOption<?> option, Object value) {
    return CurlCode.OK;
  }

  /** The infos that {@link #info} answers for. */
  default Set<EasyInfo<?>> infos() {
    return Set.of();
  }

  /**
   * Makes the answer for an info when it is asked for, on the thread that asks.
   *
   * @param easy whose
   * @param info one of {@link #infos()}
   * @return the answer, of the info's type; null if there is none
   */
  default Object info(EasyState easy, EasyInfo<?> info) {
    return null;
  }

  /**
   * Where a hop goes instead of where its URL says. Called on the loop, for every hop.
   *
   * @param easy whose
   * @param url the URL, of one of {@link #schemes}; stays as it is
   * @return the same URL, or another one
   */
  default CurlUrl instead(EasyState easy, CurlUrl url) {
    return url;
  }

  /**
   * What has to be done before a transfer can begin. Asked of every provider at the start of every
   * transfer, on the loop.
   *
   * @param easy the handle
   * @param mayWait whether {@link Preparation#load} would run on this very thread
   * @return null if there is nothing
   */
  default Preparation preparation(EasyState easy, boolean mayWait) {
    return null;
  }

  /** Names for the feature list of the version info, such as "libz". */
  default List<String> features() {
    return List.of();
  }

  /** Names and versions of the libraries in use, "name/version" each. */
  default List<String> libraries() {
    return List.of();
  }

  /**
   * Whether it can ask a forwarding HTTP proxy for a URL of a scheme that is not its own.
   *
   * @param scheme which
   */
  default boolean forwards(Scheme scheme) {
    return false;
  }

  /**
   * Whether a connection is made only when its handler has logged in, so that it is the handler
   * that says when a request may go out: {@link TransferContext#loggedIn}.
   */
  default boolean logsIn() {
    return false;
  }

  /**
   * A new exchange: one request and its answer. Called on the loop for each hop of a transfer.
   *
   * @param transfer whose
   * @return the exchange
   */
  Exchange newExchange(TransferContext transfer);

  /**
   * Makes what speaks on a new connection, once TLS and the like are done. It adds its handlers to
   * the channel's pipeline itself. Called on the loop.
   *
   * @param connection the connection
   * @return the handler
   */
  ProtocolHandler newHandler(ConnectionContext connection);
}
