/** Options for FTP that libcurl does not have. */
package io.nettycurl.ftp.option;
