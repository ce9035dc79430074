/** The control connection without I/O: replies in, commands and other actions out. */
package io.nettycurl.ftp.control;
