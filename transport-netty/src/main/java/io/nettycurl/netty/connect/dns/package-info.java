/**
 * Names to addresses. {@code Resolver} is what the rest sees: it asks the cache, knows the names
 * that need no lookup, and has the system's resolver asked off the loop. Everything but the lookup
 * itself runs on the loop.
 */
package io.nettycurl.netty.connect.dns;
