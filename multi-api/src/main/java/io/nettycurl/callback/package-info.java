/**
 * The functions that a user gives to a transfer or a multi, one interface each.
 *
 * <p>State: none here; an implementation is the user's, and runs on the thread that its Javadoc
 * says.
 *
 * <p>In: bytes, headers, sockets and progress of a transfer. Out: how many were taken, or a code
 * that pauses or stops it.
 *
 * <p>Next: {@link io.nettycurl.option.CallbackOptions}, where they are set.
 */
package io.nettycurl.callback;
