/**
 * libcurl's handles for Java: easy, multi and share, their result codes, and the functions that
 * belong to no handle.
 *
 * <p>State: a handle belongs to one thread at a time; what it holds is in {@code spi.EasyState}.
 *
 * <p>In: options, and handles added to a multi. Out: callbacks, codes, completions by infoRead.
 *
 * <p>Next: {@link io.nettycurl.option.CurlOpt} for what can be set, {@link
 * io.nettycurl.spi.EngineProvider} for who does the work.
 */
package io.nettycurl;
