/**
 * URLs by libcurl's rules: taken apart, put together, resolved, encoded.
 *
 * <p>State: a {@link io.nettycurl.url.CurlUrl} belongs to one thread at a time; all else has none.
 *
 * <p>In: text as people and servers write it. Out: parts as written or decoded, or a code that says
 * what is wrong.
 *
 * <p>Next: {@code UrlParser} for how it is read, {@code IdnName} for names beyond ASCII.
 */
package io.nettycurl.url;
