package io.nettycurl.option;

/**
 * Sizes, ranges, conditions, direction: the CURLOPT_* options of that theme, under libcurl's names.
 */
public interface TransferOptions {
  /**
   * Convert LF to CRLF in uploads.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_CRLF.html">CURLOPT_CRLF(3)</a>
   */
  EasyOption<Long> CRLF = EasyOption.ofLong("CRLF", 27, 0L);

  /**
   * Swap the method word (HTTP) or the listing command (FTP) only; semantics stay.
   *
   * <p>Default: null. Protocols: HTTP,FTP,IMAP,POP3,SMTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_CUSTOMREQUEST.html">CURLOPT_CUSTOMREQUEST(3)</a>
   */
  EasyOption<String> CUSTOMREQUEST = EasyOption.ofString("CUSTOMREQUEST", 10036);

  /**
   * Try to learn the remote modification time (FTP sends MDTM).
   *
   * <p>Default: 0. Protocols: HTTP,FTP,SFTP,FILE,SMB.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FILETIME.html">CURLOPT_FILETIME(3)</a>
   */
  EasyOption<Long> FILETIME = EasyOption.ofLong("FILETIME", 69, 0L);

  /**
   * Disregard Content-Length in HTTP replies; skip SIZE in FTP.
   *
   * <p>Default: 0. Protocols: HTTP,FTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_IGNORE_CONTENT_LENGTH.html">CURLOPT_IGNORE_CONTENT_LENGTH(3)</a>
   */
  EasyOption<Long> IGNORE_CONTENT_LENGTH = EasyOption.ofLong("IGNORE_CONTENT_LENGTH", 136, 0L);

  /**
   * Announced upload size; -1 unknown.
   *
   * <p>Default: -1. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_INFILESIZE.html">CURLOPT_INFILESIZE(3)</a>
   */
  EasyOption<Long> INFILESIZE = EasyOption.ofLong("INFILESIZE", 14, -1L);

  /**
   * Announced upload size as 64-bit; unknown means chunked on HTTP/1.1.
   *
   * <p>Default: -1. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_INFILESIZE_LARGE.html">CURLOPT_INFILESIZE_LARGE(3)</a>
   */
  EasyOption<Long> INFILESIZE_LARGE = EasyOption.ofOffset("INFILESIZE_LARGE", 30115, -1L);

  /**
   * Stop with CURLE_FILESIZE_EXCEEDED beyond this size (31-bit).
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAXFILESIZE.html">CURLOPT_MAXFILESIZE(3)</a>
   */
  EasyOption<Long> MAXFILESIZE = EasyOption.ofLong("MAXFILESIZE", 114, 0L);

  /**
   * 64-bit download size cap; also stops mid-way if size was unknown.
   *
   * <p>Default: 0. Protocols: FTP,HTTP,MQTT.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_MAXFILESIZE_LARGE.html">CURLOPT_MAXFILESIZE_LARGE(3)</a>
   */
  EasyOption<Long> MAXFILESIZE_LARGE = EasyOption.ofOffset("MAXFILESIZE_LARGE", 30117, 0L);

  /**
   * Mode for directories created remotely.
   *
   * <p>Default: 0755. Protocols: SFTP,SCP,FILE.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_NEW_DIRECTORY_PERMS.html">CURLOPT_NEW_DIRECTORY_PERMS(3)</a>
   */
  EasyOption<Long> NEW_DIRECTORY_PERMS = EasyOption.ofLong("NEW_DIRECTORY_PERMS", 160, 0755L);

  /**
   * Mode for files created remotely.
   *
   * <p>Default: 0644. Protocols: SFTP,SCP,FILE.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_NEW_FILE_PERMS.html">CURLOPT_NEW_FILE_PERMS(3)</a>
   */
  EasyOption<Long> NEW_FILE_PERMS = EasyOption.ofLong("NEW_FILE_PERMS", 159, 0644L);

  /**
   * No body: HEAD for HTTP, only size/time queries for FTP.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_NOBODY.html">CURLOPT_NOBODY(3)</a>
   */
  EasyOption<Long> NOBODY = EasyOption.ofLong("NOBODY", 44, 0L);

  /**
   * Byte range(s) such as 0-499,-500.
   *
   * <p>Default: null. Protocols: HTTP,FTP,FILE,RTSP,SFTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_RANGE.html">CURLOPT_RANGE(3)</a>
   */
  EasyOption<String> RANGE = EasyOption.ofString("RANGE", 10007);

  /**
   * Resume offset (31-bit); -1 on FTP upload asks the server.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_RESUME_FROM.html">CURLOPT_RESUME_FROM(3)</a>
   */
  EasyOption<Long> RESUME_FROM = EasyOption.ofLong("RESUME_FROM", 21, 0L);

  /**
   * 64-bit resume offset; negative: see SEMANTICS.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_RESUME_FROM_LARGE.html">CURLOPT_RESUME_FROM_LARGE(3)</a>
   */
  EasyOption<Long> RESUME_FROM_LARGE = EasyOption.ofOffset("RESUME_FROM_LARGE", 30116, 0L);

  /**
   * How TIMEVALUE decides whether to transfer (since / unmodified since).
   *
   * <p>Default: NONE. Protocols: HTTP,FILE,FTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_TIMECONDITION.html">CURLOPT_TIMECONDITION(3)</a>
   */
  EasyOption<Long> TIMECONDITION = EasyOption.ofValues("TIMECONDITION", 33, 0L);

  /**
   * Unix time for TIMECONDITION.
   *
   * <p>Default: 0. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TIMEVALUE.html">CURLOPT_TIMEVALUE(3)</a>
   */
  EasyOption<Long> TIMEVALUE = EasyOption.ofLong("TIMEVALUE", 34, 0L);

  /**
   * 64-bit variant.
   *
   * <p>Default: 0. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_TIMEVALUE_LARGE.html">CURLOPT_TIMEVALUE_LARGE(3)</a>
   */
  EasyOption<Long> TIMEVALUE_LARGE = EasyOption.ofOffset("TIMEVALUE_LARGE", 30270, 0L);

  /**
   * Upload: PUT for HTTP, STOR for FTP.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_UPLOAD.html">CURLOPT_UPLOAD(3)</a>
   */
  EasyOption<Long> UPLOAD = EasyOption.ofLong("UPLOAD", 46, 0L);
}
