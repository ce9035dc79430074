/** The data channel: what flows over it, in which direction, and how it ends. */
package io.nettycurl.ftp.data;
