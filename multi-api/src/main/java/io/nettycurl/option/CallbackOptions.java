package io.nettycurl.option;

import io.nettycurl.callback.ChunkBeginCallback;
import io.nettycurl.callback.ChunkEndCallback;
import io.nettycurl.callback.CloseSocketCallback;
import io.nettycurl.callback.DebugCallback;
import io.nettycurl.callback.FnMatchCallback;
import io.nettycurl.callback.HeaderCallback;
import io.nettycurl.callback.HstsReadCallback;
import io.nettycurl.callback.HstsWriteCallback;
import io.nettycurl.callback.IoctlCallback;
import io.nettycurl.callback.OpenSocketCallback;
import io.nettycurl.callback.PreReqCallback;
import io.nettycurl.callback.ProgressCallback;
import io.nettycurl.callback.ReadCallback;
import io.nettycurl.callback.ResolverStartCallback;
import io.nettycurl.callback.SeekCallback;
import io.nettycurl.callback.SockOptCallback;
import io.nettycurl.callback.TrailerCallback;
import io.nettycurl.callback.WriteCallback;
import io.nettycurl.callback.XferInfoCallback;

/**
 * Functions that a transfer calls, and the objects handed to them: the CURLOPT_* options of that
 * theme, under libcurl's names.
 *
 * <p>Text counts in UTF-8: at most 8000000 bytes, no NUL. Lists and blobs are copied; a blob has 1
 * to 8000000 bytes. What breaks this answers BAD_FUNCTION_ARGUMENT. Null puts the default back.
 * What nothing acts on answers NOT_BUILT_IN.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
 */
public interface CallbackOptions {
  /**
   * Called before each file matched by an FTP wildcard; may skip or fail it.
   *
   * <p>Default: null. Thread: as its type says. Protocols: FTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_CHUNK_BGN_FUNCTION.html">CURLOPT_CHUNK_BGN_FUNCTION(3)</a>
   */
  EasyOption<ChunkBeginCallback> CHUNK_BGN_FUNCTION =
      EasyOption.ofFunction("CHUNK_BGN_FUNCTION", 20198, ChunkBeginCallback.class);

  /**
   * User object handed to both wildcard chunk callbacks.
   *
   * <p>Default: null. Protocols: FTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_CHUNK_DATA.html">CURLOPT_CHUNK_DATA(3)</a>
   */
  EasyOption<Object> CHUNK_DATA = EasyOption.ofData("CHUNK_DATA", 10201);

  /**
   * Called after each file matched by an FTP wildcard, skipped ones included.
   *
   * <p>Default: null. Thread: as its type says. Protocols: FTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_CHUNK_END_FUNCTION.html">CURLOPT_CHUNK_END_FUNCTION(3)</a>
   */
  EasyOption<ChunkEndCallback> CHUNK_END_FUNCTION =
      EasyOption.ofFunction("CHUNK_END_FUNCTION", 20199, ChunkEndCallback.class);

  /**
   * User object for the close-socket callback.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_CLOSESOCKETDATA.html">CURLOPT_CLOSESOCKETDATA(3)</a>
   */
  EasyOption<Object> CLOSESOCKETDATA = EasyOption.ofData("CLOSESOCKETDATA", 10209);

  /**
   * Replaces closing of a socket; must return 0.
   *
   * <p>Default: null. Thread: as its type says. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_CLOSESOCKETFUNCTION.html">CURLOPT_CLOSESOCKETFUNCTION(3)</a>
   */
  EasyOption<CloseSocketCallback> CLOSESOCKETFUNCTION =
      EasyOption.ofFunction("CLOSESOCKETFUNCTION", 20208, CloseSocketCallback.class);

  /**
   * User object for the debug callback.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_DEBUGDATA.html">CURLOPT_DEBUGDATA(3)</a>
   */
  EasyOption<Object> DEBUGDATA = EasyOption.ofData("DEBUGDATA", 10095);

  /**
   * Receives trace text, headers and payload when VERBOSE is on; must return 0.
   *
   * <p>Default: null. Thread: as its type says. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_DEBUGFUNCTION.html">CURLOPT_DEBUGFUNCTION(3)</a>
   */
  EasyOption<DebugCallback> DEBUGFUNCTION =
      EasyOption.ofFunction("DEBUGFUNCTION", 20094, DebugCallback.class);

  /**
   * User object for the wildcard match callback.
   *
   * <p>Default: null. Protocols: FTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FNMATCH_DATA.html">CURLOPT_FNMATCH_DATA(3)</a>
   */
  EasyOption<Object> FNMATCH_DATA = EasyOption.ofData("FNMATCH_DATA", 10202);

  /**
   * Custom matcher for FTP wildcard patterns.
   *
   * <p>Default: built-in. Thread: as its type says. Protocols: FTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_FNMATCH_FUNCTION.html">CURLOPT_FNMATCH_FUNCTION(3)</a>
   */
  EasyOption<FnMatchCallback> FNMATCH_FUNCTION =
      EasyOption.ofFunction("FNMATCH_FUNCTION", 20200, FnMatchCallback.class);

  /**
   * User object for the header callback (or the write callback if only this is set).
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_HEADERDATA.html">CURLOPT_HEADERDATA(3)</a>
   */
  EasyOption<Object> HEADERDATA = EasyOption.ofData("HEADERDATA", 10029);

  /**
   * Gets each complete header line, status line and blank line included.
   *
   * <p>Default: null. Thread: as its type says. Protocols: HTTP, FTP, POP3, IMAP, SMTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HEADERFUNCTION.html">CURLOPT_HEADERFUNCTION(3)</a>
   */
  EasyOption<HeaderCallback> HEADERFUNCTION =
      EasyOption.ofFunction("HEADERFUNCTION", 20079, HeaderCallback.class);

  /**
   * User object for the HSTS read callback.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_HSTSREADDATA.html">CURLOPT_HSTSREADDATA(3)</a>
   */
  EasyOption<Object> HSTSREADDATA = EasyOption.ofData("HSTSREADDATA", 10302);

  /**
   * Supplies HSTS hosts, one per call, when a transfer starts, until it answers DONE. FAIL ends the
   * transfer with ABORTED_BY_CALLBACK, an entry without a name with BAD_FUNCTION_ARGUMENT.
   *
   * <p>Default: null. Thread: as its type says. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HSTSREADFUNCTION.html">CURLOPT_HSTSREADFUNCTION(3)</a>
   */
  EasyOption<HstsReadCallback> HSTSREADFUNCTION =
      EasyOption.ofFunction("HSTSREADFUNCTION", 20301, HstsReadCallback.class);

  /**
   * User object for the HSTS write callback.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HSTSWRITEDATA.html">CURLOPT_HSTSWRITEDATA(3)</a>
   */
  EasyOption<Object> HSTSWRITEDATA = EasyOption.ofData("HSTSWRITEDATA", 10304);

  /**
   * Gets all HSTS hosts, one per call, when the handle is closed, on the thread that closes it. Any
   * answer but OK stops it.
   *
   * <p>Default: null. Thread: as its type says. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HSTSWRITEFUNCTION.html">CURLOPT_HSTSWRITEFUNCTION(3)</a>
   */
  EasyOption<HstsWriteCallback> HSTSWRITEFUNCTION =
      EasyOption.ofFunction("HSTSWRITEFUNCTION", 20303, HstsWriteCallback.class);

  /**
   * User object for the old ioctl callback.
   *
   * <p>Default: null. Protocols: All. Deprecated in libcurl 7.18.0.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_IOCTLDATA.html">CURLOPT_IOCTLDATA(3)</a>
   */
  EasyOption<Object> IOCTLDATA = EasyOption.ofData("IOCTLDATA", 10131);

  /**
   * Old rewind callback for uploads.
   *
   * <p>Default: null. Thread: as its type says. Protocols: All. Deprecated in libcurl 7.18.0.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_IOCTLFUNCTION.html">CURLOPT_IOCTLFUNCTION(3)</a>
   */
  EasyOption<IoctlCallback> IOCTLFUNCTION =
      EasyOption.ofFunction("IOCTLFUNCTION", 20130, IoctlCallback.class);

  /**
   * User object for the open-socket callback.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_OPENSOCKETDATA.html">CURLOPT_OPENSOCKETDATA(3)</a>
   */
  EasyOption<Object> OPENSOCKETDATA = EasyOption.ofData("OPENSOCKETDATA", 10164);

  /**
   * Creates the socket, may veto or change the address. Called for the one that active FTP listens
   * on as well, whose address cannot be changed; a veto there is FTP_PORT_FAILED.
   *
   * <p>Default: built-in. Thread: as its type says. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_OPENSOCKETFUNCTION.html">CURLOPT_OPENSOCKETFUNCTION(3)</a>
   */
  EasyOption<OpenSocketCallback> OPENSOCKETFUNCTION =
      EasyOption.ofFunction("OPENSOCKETFUNCTION", 20163, OpenSocketCallback.class);

  /**
   * User object for the pre-request callback.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PREREQDATA.html">CURLOPT_PREREQDATA(3)</a>
   */
  EasyOption<Object> PREREQDATA = EasyOption.ofData("PREREQDATA", 10313);

  /**
   * Runs once connected, before sending; sees both endpoints and may abort.
   *
   * <p>Default: null. Thread: as its type says. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PREREQFUNCTION.html">CURLOPT_PREREQFUNCTION(3)</a>
   */
  EasyOption<PreReqCallback> PREREQFUNCTION =
      EasyOption.ofFunction("PREREQFUNCTION", 20312, PreReqCallback.class);

  /**
   * Old double-typed progress callback.
   *
   * <p>Default: null. Thread: as its type says. Protocols: All. Deprecated in libcurl 7.32.0.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROGRESSFUNCTION.html">CURLOPT_PROGRESSFUNCTION(3)</a>
   */
  EasyOption<ProgressCallback> PROGRESSFUNCTION =
      EasyOption.ofFunction("PROGRESSFUNCTION", 20056, ProgressCallback.class);

  /**
   * User object for the read callback. Without one, where the upload is read from: an InputStream
   * or a ReadableByteChannel. A FileChannel can be sought in, and is sent by the system without a
   * copy where there is no TLS; it must stay open until the transfer is over, and stays the
   * caller's.
   *
   * <p>Default: the standard input. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_READDATA.html">CURLOPT_READDATA(3)</a>
   */
  EasyOption<Object> READDATA = EasyOption.ofData("READDATA", 10009);

  /**
   * Supplies upload data; 0 is end, special codes abort or pause.
   *
   * <p>Default: reads from READDATA. Thread: as its type says. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_READFUNCTION.html">CURLOPT_READFUNCTION(3)</a>
   */
  EasyOption<ReadCallback> READFUNCTION =
      EasyOption.ofFunction("READFUNCTION", 20012, ReadCallback.class);

  /**
   * User object for the resolver-start callback.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_RESOLVER_START_DATA.html">CURLOPT_RESOLVER_START_DATA(3)</a>
   */
  EasyOption<Object> RESOLVER_START_DATA = EasyOption.ofData("RESOLVER_START_DATA", 10273);

  /**
   * Runs before each new name lookup; nonzero fails it.
   *
   * <p>Default: null. Thread: as its type says. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_RESOLVER_START_FUNCTION.html">CURLOPT_RESOLVER_START_FUNCTION(3)</a>
   */
  EasyOption<ResolverStartCallback> RESOLVER_START_FUNCTION =
      EasyOption.ofFunction("RESOLVER_START_FUNCTION", 20272, ResolverStartCallback.class);

  /**
   * User object for the seek callback.
   *
   * <p>Default: null. Protocols: FTP, HTTP, SFTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SEEKDATA.html">CURLOPT_SEEKDATA(3)</a>
   */
  EasyOption<Object> SEEKDATA = EasyOption.ofData("SEEKDATA", 10168);

  /**
   * Repositions the upload source for rewinds and resumes.
   *
   * <p>Default: null. Thread: as its type says. Protocols: FTP, HTTP, SFTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SEEKFUNCTION.html">CURLOPT_SEEKFUNCTION(3)</a>
   */
  EasyOption<SeekCallback> SEEKFUNCTION =
      EasyOption.ofFunction("SEEKFUNCTION", 20167, SeekCallback.class);

  /**
   * User object for the sockopt callback.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SOCKOPTDATA.html">CURLOPT_SOCKOPTDATA(3)</a>
   */
  EasyOption<Object> SOCKOPTDATA = EasyOption.ofData("SOCKOPTDATA", 10149);

  /**
   * Runs after socket creation, before connect; may say already connected.
   *
   * <p>Default: null. Thread: as its type says. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SOCKOPTFUNCTION.html">CURLOPT_SOCKOPTFUNCTION(3)</a>
   */
  EasyOption<SockOptCallback> SOCKOPTFUNCTION =
      EasyOption.ofFunction("SOCKOPTFUNCTION", 20148, SockOptCallback.class);

  /**
   * User object for the trailer callback.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TRAILERDATA.html">CURLOPT_TRAILERDATA(3)</a>
   */
  EasyOption<Object> TRAILERDATA = EasyOption.ofData("TRAILERDATA", 10284);

  /**
   * Adds trailers after a chunked upload.
   *
   * <p>Default: null. Thread: as its type says. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_TRAILERFUNCTION.html">CURLOPT_TRAILERFUNCTION(3)</a>
   */
  EasyOption<TrailerCallback> TRAILERFUNCTION =
      EasyOption.ofFunction("TRAILERFUNCTION", 20283, TrailerCallback.class);

  /**
   * User object for the write callback.
   *
   * <p>Default: the standard output. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_WRITEDATA.html">CURLOPT_WRITEDATA(3)</a>
   */
  EasyOption<Object> WRITEDATA = EasyOption.ofData("WRITEDATA", 10001);

  /**
   * Gets body data; wrong count fails, special code pauses.
   *
   * <p>Default: writes to WRITEDATA. Thread: as its type says. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_WRITEFUNCTION.html">CURLOPT_WRITEFUNCTION(3)</a>
   */
  EasyOption<WriteCallback> WRITEFUNCTION =
      EasyOption.ofFunction("WRITEFUNCTION", 20011, WriteCallback.class);

  /**
   * User object for the progress callback.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_XFERINFODATA.html">CURLOPT_XFERINFODATA(3)</a>
   */
  EasyOption<Object> XFERINFODATA = EasyOption.ofData("XFERINFODATA", 10057);

  /**
   * Progress callback with 64-bit totals; nonzero aborts.
   *
   * <p>Default: null. Thread: as its type says. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_XFERINFOFUNCTION.html">CURLOPT_XFERINFOFUNCTION(3)</a>
   */
  EasyOption<XferInfoCallback> XFERINFOFUNCTION =
      EasyOption.ofFunction("XFERINFOFUNCTION", 20219, XferInfoCallback.class);

  /**
   * Old name of WRITEDATA.
   *
   * <p>Default: the standard output. Protocols: All. Deprecated in libcurl 7.9.7.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FILE.html">CURLOPT_FILE(3)</a>
   */
  EasyOption<Object> FILE = EasyOption.alias("FILE", WRITEDATA);

  /**
   * Old name of READDATA.
   *
   * <p>Default: the standard input. Protocols: All. Deprecated in libcurl 7.9.7.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_INFILE.html">CURLOPT_INFILE(3)</a>
   */
  EasyOption<Object> INFILE = EasyOption.alias("INFILE", READDATA);

  /**
   * Same option as XFERINFODATA.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROGRESSDATA.html">CURLOPT_PROGRESSDATA(3)</a>
   */
  EasyOption<Object> PROGRESSDATA = EasyOption.alias("PROGRESSDATA", XFERINFODATA);

  /**
   * Old name of HEADERDATA.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_WRITEHEADER.html">CURLOPT_WRITEHEADER(3)</a>
   */
  EasyOption<Object> WRITEHEADER = EasyOption.alias("WRITEHEADER", HEADERDATA);
}
