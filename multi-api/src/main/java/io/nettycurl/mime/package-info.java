/**
 * Bodies made of parts, and the bytes that they are sent as.
 *
 * <p>State: a {@link io.nettycurl.mime.CurlMime} is the user's; a {@link
 * io.nettycurl.mime.MimeBody} belongs to the transfer that opened it.
 *
 * <p>In: names, data, files, callbacks, parts in parts. Out: a stream of known length where all
 * parts have one, which can start over where all parts can.
 *
 * <p>Next: {@code PartHeaders} for what stands before a part, {@code EncodedSource} for encodings.
 */
package io.nettycurl.mime;
