/** file://: files and directories of this machine. */
package io.nettycurl.file;
