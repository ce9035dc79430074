/**
 * What a transfer costs, beside other clients ({@code bin/compare}), and what its hot pieces cost
 * by themselves (the JMH classes, {@code bin/jmh}).
 */
package io.nettycurl.benchmark;
