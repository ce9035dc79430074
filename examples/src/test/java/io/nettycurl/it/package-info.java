/**
 * Transfers with servers that others wrote. Each test class starts the servers it needs as child
 * processes on free loopback ports, with files of its own in a temporary folder, and ends them.
 *
 * <p>Without the servers' programs the tests are skipped and say so; with {@code
 * -Dreal.servers=true} that is a failure instead.
 */
package io.nettycurl.it;
