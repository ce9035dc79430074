/**
 * Cookies: what servers set, what is sent back, and the files they are kept in.
 *
 * <p>State: a {@link io.nettycurl.http.cookie.CookieEngine} belongs to its handle, a {@link
 * io.nettycurl.http.cookie.CookieStore} may be used by any thread.
 *
 * <p>In: Set-Cookie lines, cookie files, COOKIELIST. Out: the Cookie line of a request, the jar.
 *
 * <p>Text is one character per byte throughout, as nobody says which charset a cookie is in.
 */
package io.nettycurl.http.cookie;
