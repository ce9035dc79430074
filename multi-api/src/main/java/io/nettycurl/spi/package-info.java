/**
 * The border to engines and protocols; an application does not need it.
 *
 * <p>State: {@link io.nettycurl.spi.EasyState} belongs to the user's thread until its handle is
 * added to a multi, then to the transfer.
 *
 * <p>In: checked option values, the text of URLs. Out: what engines read, which is canonical
 * options, a request kind, a parsed URL, a body to send.
 *
 * <p>Next: {@link io.nettycurl.spi.OptionEffects}, {@link io.nettycurl.spi.TransferUrl}, {@link
 * io.nettycurl.spi.MultiEngine}.
 */
package io.nettycurl.spi;
