/** Wildcards: reads a listing, matches its names, and goes through the files that fit. */
package io.nettycurl.ftp.list;
