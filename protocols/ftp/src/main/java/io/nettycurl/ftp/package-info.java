/** FTP and FTPS. */
package io.nettycurl.ftp;
