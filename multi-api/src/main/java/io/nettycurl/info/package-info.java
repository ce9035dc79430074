/**
 * What can be asked about a transfer or a multi, as typed constants under libcurl's names.
 *
 * <p>State: the values belong to their easy handle; the constants are immutable.
 *
 * <p>In: numbers and objects that engines and protocols store. Out: answers of getinfo, in the unit
 * of the constant.
 *
 * <p>Next: {@link io.nettycurl.info.CurlInfo}.
 */
package io.nettycurl.info;
