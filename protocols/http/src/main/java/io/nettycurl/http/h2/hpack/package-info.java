/**
 * Header compression for responses. Netty's decoder makes a text and an entry for each field of
 * each response; here the fields that a server says again are the objects of the time before.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7541">RFC 7541</a>
 */
package io.nettycurl.http.h2.hpack;
