/**
 * What a transfer costs, beside libcurl and wrk ({@code bin/bench}) and by itself (the JMH classes,
 * {@code bin/jmh}).
 */
package io.nettycurl.benchmark;
