/**
 * Proving who one is by HTTP's means: Basic, Digest, NTLM, Negotiate, Bearer. Stands here because
 * both the protocol and the connector, which asks proxies for tunnels, have to. Machines without
 * I/O: they take challenges and give the values of fields. What must not hold a loop up is given
 * out as work to be done elsewhere.
 */
package io.nettycurl.netty.spi.auth;
