/**
 * Hosts that want to be reached over TLS only (RFC 6797), and the file they are kept in.
 *
 * <p>State: a {@link io.nettycurl.http.hsts.HstsEngine} belongs to its handle, a {@link
 * io.nettycurl.http.hsts.HstsStore} may be used by any thread.
 *
 * <p>In: Strict-Transport-Security fields, files, a read callback. Out: which URLs change their
 * scheme, the file, a write callback.
 */
package io.nettycurl.http.hsts;
