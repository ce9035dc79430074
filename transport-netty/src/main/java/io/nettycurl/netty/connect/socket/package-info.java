/**
 * From addresses to one connected socket. {@code Eyeballs} decides which address is tried when,
 * {@code SocketOptions} and {@code LocalEnd} say how a socket is made, {@code ErrorNumbers} reads
 * the system's error numbers out of Netty's exceptions.
 */
package io.nettycurl.netty.connect.socket;
