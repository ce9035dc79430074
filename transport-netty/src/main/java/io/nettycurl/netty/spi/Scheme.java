package io.nettycurl.netty.spi;

/**
 * The facts about a URL scheme.
 *
 * @param name in lower case
 * @param defaultPort the port where the URL names none; 0 without network
 * @param tls whether TLS starts with the first byte
 * @param network false if no connection is made at all
 * @param family schemes of one family may reuse each other's handlers; the name of the plain one
 */
public record Scheme(String name, int defaultPort, boolean tls, boolean network, String family) {}
