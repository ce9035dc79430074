/**
 * TLS: {@code TlsConfig} is what the options ask for (compared by content), {@code TlsContexts}
 * makes Netty's contexts of it off the loop and keeps them, {@code PeerVerifier} judges the peer on
 * every handshake, resumed ones included, {@code TlsHandshake} waits for one on the channel.
 */
package io.nettycurl.netty.connect.tls;
