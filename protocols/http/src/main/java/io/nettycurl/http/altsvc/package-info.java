/**
 * Alternative services (RFC 7838): where else an origin can be had, and the file that is kept in.
 *
 * <p>State: an {@link io.nettycurl.http.altsvc.AltSvcEngine} with its {@link
 * io.nettycurl.http.altsvc.AltSvcStore} belongs to its handle.
 *
 * <p>In: Alt-Svc fields, a file. Out: where to connect and which version to speak there.
 */
package io.nettycurl.http.altsvc;
