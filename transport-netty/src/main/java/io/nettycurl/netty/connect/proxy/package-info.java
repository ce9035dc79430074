/**
 * Proxies. {@code NoProxy} and {@code ProxyAddress} help to choose them; {@code SocksStep} and
 * {@code TunnelStep} speak with them on the channel, each in one handler that takes itself out when
 * it is through; {@code ProxyLogin} knows what CONNECT asks and answers challenges; {@code
 * HaproxyLine} is what is told to a server behind a load balancer.
 */
package io.nettycurl.netty.connect.proxy;
