package io.nettycurl.netty.connect;

/**
 * Immutable. One proxy.
 *
 * @param type a {@code CURLPROXY_*} value
 * @param host its host
 * @param port its port
 * @param user user name, decoded; null if none
 * @param password password, decoded; null if none
 */
public record ProxyConfig(long type, String host, int port, String user, String password) {}
