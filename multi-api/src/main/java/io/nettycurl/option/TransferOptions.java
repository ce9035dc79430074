package io.nettycurl.option;

/**
 * Sizes, ranges, conditions, direction: the CURLOPT_* options of that theme, under libcurl's names.
 *
 * <p>Text counts in UTF-8: at most 8000000 bytes, no NUL. Lists and blobs are copied; a blob has 1
 * to 8000000 bytes. What breaks this answers BAD_FUNCTION_ARGUMENT. Null puts the default back.
 * What nothing acts on answers NOT_BUILT_IN.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
 */
public interface TransferOptions {
  /**
   * Convert LF to CRLF in uploads.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_CRLF.html">CURLOPT_CRLF(3)</a>
   */
  EasyOption<Long> CRLF = EasyOption.ofLong("CRLF", 27, 0L);

  /**
   * Swap the method word (HTTP) or the listing command (FTP) only; semantics stay.
   *
   * <p>Default: null. Protocols: HTTP, FTP, IMAP, POP3, SMTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_CUSTOMREQUEST.html">CURLOPT_CUSTOMREQUEST(3)</a>
   */
  EasyOption<String> CUSTOMREQUEST = EasyOption.ofString("CUSTOMREQUEST", 10036);

  /**
   * Try to learn the remote modification time (FTP sends MDTM).
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: HTTP, FTP, SFTP, FILE, SMB.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FILETIME.html">CURLOPT_FILETIME(3)</a>
   */
  EasyOption<Long> FILETIME = EasyOption.ofLong("FILETIME", 69, 0L);

  /**
   * Disregard Content-Length in HTTP replies; skip SIZE in FTP.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: HTTP, FTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_IGNORE_CONTENT_LENGTH.html">CURLOPT_IGNORE_CONTENT_LENGTH(3)</a>
   */
  EasyOption<Long> IGNORE_CONTENT_LENGTH = EasyOption.ofLong("IGNORE_CONTENT_LENGTH", 136, 0L);

  /**
   * Announced size of an upload; -1 is not known. The same field as INFILESIZE_LARGE.
   *
   * <p>Default: -1. Unit: bytes. Values: -1 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_INFILESIZE.html">CURLOPT_INFILESIZE(3)</a>
   */
  EasyOption<Long> INFILESIZE =
      EasyOption.ofLong("INFILESIZE", 14, -1L).checked(ValueRules.atLeast(-1));

  /**
   * Announced size of an upload; -1 is not known, which HTTP/1.1 sends chunked. The same field as
   * INFILESIZE.
   *
   * <p>Default: -1. Unit: bytes. Values: -1 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_INFILESIZE_LARGE.html">CURLOPT_INFILESIZE_LARGE(3)</a>
   */
  EasyOption<Long> INFILESIZE_LARGE =
      EasyOption.ofOffset("INFILESIZE_LARGE", 30115, -1L).checked(ValueRules.atLeast(-1));

  /**
   * The largest download, FILESIZE_EXCEEDED beyond it; 0 is no limit. The same field as
   * MAXFILESIZE_LARGE.
   *
   * <p>Default: 0. Unit: bytes. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAXFILESIZE.html">CURLOPT_MAXFILESIZE(3)</a>
   */
  EasyOption<Long> MAXFILESIZE =
      EasyOption.ofLong("MAXFILESIZE", 114, 0L).checked(ValueRules.atLeast(0));

  /**
   * The largest download, FILESIZE_EXCEEDED beyond it, in the midst of it where the size was not
   * known; 0 is no limit. The same field as MAXFILESIZE.
   *
   * <p>Default: 0. Unit: bytes. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: FTP, HTTP, MQTT.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_MAXFILESIZE_LARGE.html">CURLOPT_MAXFILESIZE_LARGE(3)</a>
   */
  EasyOption<Long> MAXFILESIZE_LARGE =
      EasyOption.ofOffset("MAXFILESIZE_LARGE", 30117, 0L).checked(ValueRules.atLeast(0));

  /**
   * Mode for directories created remotely.
   *
   * <p>Default: 0755. Values: 0 to 0777; others answer BAD_FUNCTION_ARGUMENT. Protocols: SFTP, SCP,
   * FILE.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_NEW_DIRECTORY_PERMS.html">CURLOPT_NEW_DIRECTORY_PERMS(3)</a>
   */
  EasyOption<Long> NEW_DIRECTORY_PERMS =
      EasyOption.ofLong("NEW_DIRECTORY_PERMS", 160, 0755L).checked(ValueRules.between(0, 0777));

  /**
   * Mode for files created remotely.
   *
   * <p>Default: 0644. Values: 0 to 0777; others answer BAD_FUNCTION_ARGUMENT. Protocols: SFTP, SCP,
   * FILE.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_NEW_FILE_PERMS.html">CURLOPT_NEW_FILE_PERMS(3)</a>
   */
  EasyOption<Long> NEW_FILE_PERMS =
      EasyOption.ofLong("NEW_FILE_PERMS", 159, 0644L).checked(ValueRules.between(0, 0777));

  /**
   * Send no request for a body: HEAD for HTTP, only size and time for FTP. Switched off it brings
   * GET back, if HEAD was the method.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_NOBODY.html">CURLOPT_NOBODY(3)</a>
   */
  EasyOption<Long> NOBODY = EasyOption.ofLong("NOBODY", 44, 0L);

  /**
   * Byte range(s) such as 0-499,-500.
   *
   * <p>Default: null. Protocols: HTTP, FTP, FILE, RTSP, SFTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_RANGE.html">CURLOPT_RANGE(3)</a>
   */
  EasyOption<String> RANGE = EasyOption.ofString("RANGE", 10007);

  /**
   * Where to go on: skipped on both sides; -1 on an FTP upload asks the server for the size. The
   * same field as RESUME_FROM_LARGE.
   *
   * <p>Default: 0. Unit: bytes. Values: -1 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_RESUME_FROM.html">CURLOPT_RESUME_FROM(3)</a>
   */
  EasyOption<Long> RESUME_FROM =
      EasyOption.ofLong("RESUME_FROM", 21, 0L).checked(ValueRules.atLeast(-1));

  /**
   * Where to go on: skipped on both sides; -1 on an FTP upload asks the server for the size. The
   * same field as RESUME_FROM. Together with POSTFIELDS the transfer fails with
   * BAD_FUNCTION_ARGUMENT.
   *
   * <p>Default: 0. Unit: bytes. Values: -1 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_RESUME_FROM_LARGE.html">CURLOPT_RESUME_FROM_LARGE(3)</a>
   */
  EasyOption<Long> RESUME_FROM_LARGE =
      EasyOption.ofOffset("RESUME_FROM_LARGE", 30116, 0L).checked(ValueRules.atLeast(-1));

  /**
   * How TIMEVALUE decides whether to transfer (since / unmodified since).
   *
   * <p>Default: NONE. Values: {@code CURL_TIMECOND_*}; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: HTTP, FILE, FTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_TIMECONDITION.html">CURLOPT_TIMECONDITION(3)</a>
   */
  EasyOption<Long> TIMECONDITION =
      EasyOption.ofValues("TIMECONDITION", 33, 0L).checked(ValueRules.between(0, 3));

  /**
   * The time that TIMECONDITION compares with; the same field as TIMEVALUE_LARGE.
   *
   * <p>Default: 0. Unit: seconds since 1970, UTC. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TIMEVALUE.html">CURLOPT_TIMEVALUE(3)</a>
   */
  EasyOption<Long> TIMEVALUE = EasyOption.ofLong("TIMEVALUE", 34, 0L);

  /**
   * The time that TIMECONDITION compares with; the same field as TIMEVALUE.
   *
   * <p>Default: 0. Unit: seconds since 1970, UTC. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_TIMEVALUE_LARGE.html">CURLOPT_TIMEVALUE_LARGE(3)</a>
   */
  EasyOption<Long> TIMEVALUE_LARGE = EasyOption.ofOffset("TIMEVALUE_LARGE", 30270, 0L);

  /**
   * Upload: PUT for HTTP, STOR for FTP, body from the read callback. Switched off it is GET.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_UPLOAD.html">CURLOPT_UPLOAD(3)</a>
   */
  EasyOption<Long> UPLOAD = EasyOption.ofLong("UPLOAD", 46, 0L);
}
