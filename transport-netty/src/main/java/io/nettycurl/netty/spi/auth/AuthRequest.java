package io.nettycurl.netty.spi.auth;

/**
 * Immutable. The request that is to carry the proof.
 *
 * @param method its method
 * @param target path and query, or what a tunnel is to lead to
 * @param custom whether the user gave a field of the name himself
 */
public record AuthRequest(String method, String target, boolean custom) {}
