/**
 * Other clients under the same loads as NettyCurl: one adapter each, made as its own documentation
 * advises for many requests on one core. {@code benchmarks/bin/compare} runs them.
 */
package io.nettycurl.benchmark.peer;
