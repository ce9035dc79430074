package io.nettycurl;

/**
 * Result of a transfer or of a call on an easy handle (CURLcode).
 *
 * <p>Names are libcurl's after the CURLE_ prefix, numbers are the same.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-errors.html">libcurl-errors(3)</a>
 */
public enum CurlCode {
  /** Success. libcurl: CURLE_OK. */
  OK(0, "Success"),
  /** Scheme unknown, disabled or not allowed here. libcurl: CURLE_UNSUPPORTED_PROTOCOL. */
  UNSUPPORTED_PROTOCOL(1, "Scheme unknown, disabled or not allowed here"),
  /** Something basic failed while starting. libcurl: CURLE_FAILED_INIT. */
  FAILED_INIT(2, "Something basic failed while starting"),
  /** URL missing or cannot be parsed. libcurl: CURLE_URL_MALFORMAT. */
  URL_MALFORMAT(3, "URL missing or cannot be parsed"),
  /** Feature or option absent from this build. libcurl: CURLE_NOT_BUILT_IN. */
  NOT_BUILT_IN(4, "Feature or option absent from this build"),
  /** Proxy name does not resolve. libcurl: CURLE_COULDNT_RESOLVE_PROXY. */
  COULDNT_RESOLVE_PROXY(5, "Proxy name does not resolve"),
  /** Host name does not resolve. libcurl: CURLE_COULDNT_RESOLVE_HOST. */
  COULDNT_RESOLVE_HOST(6, "Host name does not resolve"),
  /** No connection to host or proxy. libcurl: CURLE_COULDNT_CONNECT. */
  COULDNT_CONNECT(7, "No connection to host or proxy"),
  /** Reply makes no sense. libcurl: CURLE_WEIRD_SERVER_REPLY. */
  WEIRD_SERVER_REPLY(8, "Reply makes no sense"),
  /** Server refused the resource (FTP: CWD refused). libcurl: CURLE_REMOTE_ACCESS_DENIED. */
  REMOTE_ACCESS_DENIED(9, "Server refused the resource (FTP: CWD refused)"),
  /**
   * Active FTP: error while waiting for the server's data connection. libcurl:
   * CURLE_FTP_ACCEPT_FAILED.
   */
  FTP_ACCEPT_FAILED(10, "Active FTP: error while waiting for the server's data connection"),
  /** Unexpected reply to PASS. libcurl: CURLE_FTP_WEIRD_PASS_REPLY. */
  FTP_WEIRD_PASS_REPLY(11, "Unexpected reply to PASS"),
  /**
   * Active FTP: server never opened the data connection in time. libcurl: CURLE_FTP_ACCEPT_TIMEOUT.
   */
  FTP_ACCEPT_TIMEOUT(12, "Active FTP: server never opened the data connection in time"),
  /** No usable answer to EPSV and PASV. libcurl: CURLE_FTP_WEIRD_PASV_REPLY. */
  FTP_WEIRD_PASV_REPLY(13, "No usable answer to EPSV and PASV"),
  /** 227 reply cannot be parsed. libcurl: CURLE_FTP_WEIRD_227_FORMAT. */
  FTP_WEIRD_227_FORMAT(14, "227 reply cannot be parsed"),
  /** Host from the passive reply unusable. libcurl: CURLE_FTP_CANT_GET_HOST. */
  FTP_CANT_GET_HOST(15, "Host from the passive reply unusable"),
  /** HTTP/2 connection-level fault. libcurl: CURLE_HTTP2. */
  HTTP2(16, "HTTP/2 connection-level fault"),
  /** TYPE refused. libcurl: CURLE_FTP_COULDNT_SET_TYPE. */
  FTP_COULDNT_SET_TYPE(17, "TYPE refused"),
  /** Fewer (or more) bytes than announced. libcurl: CURLE_PARTIAL_FILE. */
  PARTIAL_FILE(18, "Fewer (or more) bytes than announced"),
  /** RETR refused or broken. libcurl: CURLE_FTP_COULDNT_RETR_FILE. */
  FTP_COULDNT_RETR_FILE(19, "RETR refused or broken"),
  /** Unused. libcurl: CURLE_OBSOLETE20. */
  OBSOLETE20(20, "Unused"),
  /** A quote command failed. libcurl: CURLE_QUOTE_ERROR. */
  QUOTE_ERROR(21, "A quote command failed"),
  /** Status &gt;= 400 with FAILONERROR on. libcurl: CURLE_HTTP_RETURNED_ERROR. */
  HTTP_RETURNED_ERROR(22, "Status >= 400 with FAILONERROR on"),
  /** Write callback failed or local write failed. libcurl: CURLE_WRITE_ERROR. */
  WRITE_ERROR(23, "Write callback failed or local write failed"),
  /** Unused. libcurl: CURLE_OBSOLETE24. */
  OBSOLETE24(24, "Unused"),
  /** Server refused the upload. libcurl: CURLE_UPLOAD_FAILED. */
  UPLOAD_FAILED(25, "Server refused the upload"),
  /** Upload source could not be read. libcurl: CURLE_READ_ERROR. */
  READ_ERROR(26, "Upload source could not be read"),
  /** Allocation failed. libcurl: CURLE_OUT_OF_MEMORY. */
  OUT_OF_MEMORY(27, "Allocation failed"),
  /** A time or speed limit was hit. libcurl: CURLE_OPERATION_TIMEDOUT. */
  OPERATION_TIMEDOUT(28, "A time or speed limit was hit"),
  /** Unused. libcurl: CURLE_OBSOLETE29. */
  OBSOLETE29(29, "Unused"),
  /** PORT/EPRT failed. libcurl: CURLE_FTP_PORT_FAILED. */
  FTP_PORT_FAILED(30, "PORT/EPRT failed"),
  /** REST refused. libcurl: CURLE_FTP_COULDNT_USE_REST. */
  FTP_COULDNT_USE_REST(31, "REST refused"),
  /** Unused. libcurl: CURLE_OBSOLETE32. */
  OBSOLETE32(32, "Unused"),
  /** Server does not do the range. libcurl: CURLE_RANGE_ERROR. */
  RANGE_ERROR(33, "Server does not do the range"),
  /** Unused. libcurl: CURLE_OBSOLETE34. */
  OBSOLETE34(34, "Unused"),
  /** TLS handshake failed. libcurl: CURLE_SSL_CONNECT_ERROR. */
  SSL_CONNECT_ERROR(35, "TLS handshake failed"),
  /** Resume offset not possible. libcurl: CURLE_BAD_DOWNLOAD_RESUME. */
  BAD_DOWNLOAD_RESUME(36, "Resume offset not possible"),
  /** file:// path cannot be opened. libcurl: CURLE_FILE_COULDNT_READ_FILE. */
  FILE_COULDNT_READ_FILE(37, "file:// path cannot be opened"),
  /** LDAP bind failed. libcurl: CURLE_LDAP_CANNOT_BIND. */
  LDAP_CANNOT_BIND(38, "LDAP bind failed"),
  /** LDAP search failed. libcurl: CURLE_LDAP_SEARCH_FAILED. */
  LDAP_SEARCH_FAILED(39, "LDAP search failed"),
  /** Unused. libcurl: CURLE_OBSOLETE40. */
  OBSOLETE40(40, "Unused"),
  /** Unused. libcurl: CURLE_OBSOLETE41. */
  OBSOLETE41(41, "Unused"),
  /** A callback asked to stop. libcurl: CURLE_ABORTED_BY_CALLBACK. */
  ABORTED_BY_CALLBACK(42, "A callback asked to stop"),
  /** Bad argument. libcurl: CURLE_BAD_FUNCTION_ARGUMENT. */
  BAD_FUNCTION_ARGUMENT(43, "Bad argument"),
  /** Unused. libcurl: CURLE_OBSOLETE44. */
  OBSOLETE44(44, "Unused"),
  /** Cannot bind the wanted local interface. libcurl: CURLE_INTERFACE_FAILED. */
  INTERFACE_FAILED(45, "Cannot bind the wanted local interface"),
  /** Unused. libcurl: CURLE_OBSOLETE46. */
  OBSOLETE46(46, "Unused"),
  /** MAXREDIRS exceeded. libcurl: CURLE_TOO_MANY_REDIRECTS. */
  TOO_MANY_REDIRECTS(47, "MAXREDIRS exceeded"),
  /** Option number not known. libcurl: CURLE_UNKNOWN_OPTION. */
  UNKNOWN_OPTION(48, "Option number not known"),
  /** Option value badly formed. libcurl: CURLE_SETOPT_OPTION_SYNTAX. */
  SETOPT_OPTION_SYNTAX(49, "Option value badly formed"),
  /** Unused. libcurl: CURLE_OBSOLETE50. */
  OBSOLETE50(50, "Unused"),
  /** Unused. libcurl: CURLE_OBSOLETE51. */
  OBSOLETE51(51, "Unused"),
  /** Connection closed with no reply at all. libcurl: CURLE_GOT_NOTHING. */
  GOT_NOTHING(52, "Connection closed with no reply at all"),
  /** Engine not found. libcurl: CURLE_SSL_ENGINE_NOTFOUND. */
  SSL_ENGINE_NOTFOUND(53, "Engine not found"),
  /** Engine not usable as default. libcurl: CURLE_SSL_ENGINE_SETFAILED. */
  SSL_ENGINE_SETFAILED(54, "Engine not usable as default"),
  /** Sending failed. libcurl: CURLE_SEND_ERROR. */
  SEND_ERROR(55, "Sending failed"),
  /** Receiving failed. libcurl: CURLE_RECV_ERROR. */
  RECV_ERROR(56, "Receiving failed"),
  /** Unused. libcurl: CURLE_OBSOLETE57. */
  OBSOLETE57(57, "Unused"),
  /** Own certificate or key is bad. libcurl: CURLE_SSL_CERTPROBLEM. */
  SSL_CERTPROBLEM(58, "Own certificate or key is bad"),
  /** Cipher choice unusable. libcurl: CURLE_SSL_CIPHER. */
  SSL_CIPHER(59, "Cipher choice unusable"),
  /** Peer certificate not accepted. libcurl: CURLE_PEER_FAILED_VERIFICATION. */
  PEER_FAILED_VERIFICATION(60, "Peer certificate not accepted"),
  /** Compressed body broken or coding unknown. libcurl: CURLE_BAD_CONTENT_ENCODING. */
  BAD_CONTENT_ENCODING(61, "Compressed body broken or coding unknown"),
  /** Unused. libcurl: CURLE_OBSOLETE62. */
  OBSOLETE62(62, "Unused"),
  /** MAXFILESIZE exceeded. libcurl: CURLE_FILESIZE_EXCEEDED. */
  FILESIZE_EXCEEDED(63, "MAXFILESIZE exceeded"),
  /** Required TLS level not reached. libcurl: CURLE_USE_SSL_FAILED. */
  USE_SSL_FAILED(64, "Required TLS level not reached"),
  /** Body had to be resent but cannot be rewound. libcurl: CURLE_SEND_FAIL_REWIND. */
  SEND_FAIL_REWIND(65, "Body had to be resent but cannot be rewound"),
  /** Engine failed to start. libcurl: CURLE_SSL_ENGINE_INITFAILED. */
  SSL_ENGINE_INITFAILED(66, "Engine failed to start"),
  /** Login refused. libcurl: CURLE_LOGIN_DENIED. */
  LOGIN_DENIED(67, "Login refused"),
  /** TFTP: no such file. libcurl: CURLE_TFTP_NOTFOUND. */
  TFTP_NOTFOUND(68, "TFTP: no such file"),
  /** TFTP: no permission. libcurl: CURLE_TFTP_PERM. */
  TFTP_PERM(69, "TFTP: no permission"),
  /** Server has no room. libcurl: CURLE_REMOTE_DISK_FULL. */
  REMOTE_DISK_FULL(70, "Server has no room"),
  /** TFTP: illegal operation. libcurl: CURLE_TFTP_ILLEGAL. */
  TFTP_ILLEGAL(71, "TFTP: illegal operation"),
  /** TFTP: unknown transfer id. libcurl: CURLE_TFTP_UNKNOWNID. */
  TFTP_UNKNOWNID(72, "TFTP: unknown transfer id"),
  /** Remote file is already there. libcurl: CURLE_REMOTE_FILE_EXISTS. */
  REMOTE_FILE_EXISTS(73, "Remote file is already there"),
  /** TFTP: no such user. libcurl: CURLE_TFTP_NOSUCHUSER. */
  TFTP_NOSUCHUSER(74, "TFTP: no such user"),
  /** Unused. libcurl: CURLE_OBSOLETE75. */
  OBSOLETE75(75, "Unused"),
  /** Unused. libcurl: CURLE_OBSOLETE76. */
  OBSOLETE76(76, "Unused"),
  /** CA file cannot be loaded. libcurl: CURLE_SSL_CACERT_BADFILE. */
  SSL_CACERT_BADFILE(77, "CA file cannot be loaded"),
  /** Remote file does not exist. libcurl: CURLE_REMOTE_FILE_NOT_FOUND. */
  REMOTE_FILE_NOT_FOUND(78, "Remote file does not exist"),
  /** SSH fault. libcurl: CURLE_SSH. */
  SSH(79, "SSH fault"),
  /** TLS close failed (FTP CCC). libcurl: CURLE_SSL_SHUTDOWN_FAILED. */
  SSL_SHUTDOWN_FAILED(80, "TLS close failed (FTP CCC)"),
  /** Nothing to do yet, try once the socket is ready. libcurl: CURLE_AGAIN. */
  AGAIN(81, "Nothing to do yet, try once the socket is ready"),
  /** CRL file cannot be loaded. libcurl: CURLE_SSL_CRL_BADFILE. */
  SSL_CRL_BADFILE(82, "CRL file cannot be loaded"),
  /** Issuer differs from ISSUERCERT. libcurl: CURLE_SSL_ISSUER_ERROR. */
  SSL_ISSUER_ERROR(83, "Issuer differs from ISSUERCERT"),
  /** PRET refused. libcurl: CURLE_FTP_PRET_FAILED. */
  FTP_PRET_FAILED(84, "PRET refused"),
  /** RTSP CSeq mismatch. libcurl: CURLE_RTSP_CSEQ_ERROR. */
  RTSP_CSEQ_ERROR(85, "RTSP CSeq mismatch"),
  /** RTSP session mismatch. libcurl: CURLE_RTSP_SESSION_ERROR. */
  RTSP_SESSION_ERROR(86, "RTSP session mismatch"),
  /** Wildcard: listing cannot be parsed. libcurl: CURLE_FTP_BAD_FILE_LIST. */
  FTP_BAD_FILE_LIST(87, "Wildcard: listing cannot be parsed"),
  /** Wildcard chunk callback failed. libcurl: CURLE_CHUNK_FAILED. */
  CHUNK_FAILED(88, "Wildcard chunk callback failed"),
  /** Internal: must queue. libcurl: CURLE_NO_CONNECTION_AVAILABLE. */
  NO_CONNECTION_AVAILABLE(89, "Internal: must queue"),
  /** Server key is not the pinned one. libcurl: CURLE_SSL_PINNEDPUBKEYNOTMATCH. */
  SSL_PINNEDPUBKEYNOTMATCH(90, "Server key is not the pinned one"),
  /** OCSP staple bad or missing. libcurl: CURLE_SSL_INVALIDCERTSTATUS. */
  SSL_INVALIDCERTSTATUS(91, "OCSP staple bad or missing"),
  /** HTTP/2 stream reset or stream fault. libcurl: CURLE_HTTP2_STREAM. */
  HTTP2_STREAM(92, "HTTP/2 stream reset or stream fault"),
  /** Called from within a callback. libcurl: CURLE_RECURSIVE_API_CALL. */
  RECURSIVE_API_CALL(93, "Called from within a callback"),
  /** Auth mechanism fault. libcurl: CURLE_AUTH_ERROR. */
  AUTH_ERROR(94, "Auth mechanism fault"),
  /** HTTP/3 fault. libcurl: CURLE_HTTP3. */
  HTTP3(95, "HTTP/3 fault"),
  /** QUIC connect failed. libcurl: CURLE_QUIC_CONNECT_ERROR. */
  QUIC_CONNECT_ERROR(96, "QUIC connect failed"),
  /** Proxy handshake failed, see PROXY_ERROR. libcurl: CURLE_PROXY. */
  PROXY(97, "Proxy handshake failed, see PROXY_ERROR"),
  /** Server demands a client certificate. libcurl: CURLE_SSL_CLIENTCERT. */
  SSL_CLIENTCERT(98, "Server demands a client certificate"),
  /** poll/select broke. libcurl: CURLE_UNRECOVERABLE_POLL. */
  UNRECOVERABLE_POLL(99, "poll/select broke"),
  /** Value over an internal size cap. libcurl: CURLE_TOO_LARGE. */
  TOO_LARGE(100, "Value over an internal size cap"),
  /** ECH was demanded and failed. libcurl: CURLE_ECH_REQUIRED. */
  ECH_REQUIRED(101, "ECH was demanded and failed"),
  /** Nothing to download; obsolete, never given. libcurl: CURLE_ALREADY_COMPLETE. */
  ALREADY_COMPLETE(99999, "Nothing to download");

  // old names

  /** Old name of NOT_BUILT_IN. */
  public static final CurlCode URL_MALFORMAT_USER = NOT_BUILT_IN;

  /** Old name of WEIRD_SERVER_REPLY. */
  public static final CurlCode FTP_WEIRD_SERVER_REPLY = WEIRD_SERVER_REPLY;

  /** Old name of REMOTE_ACCESS_DENIED. */
  public static final CurlCode FTP_ACCESS_DENIED = REMOTE_ACCESS_DENIED;

  /** Old name of FTP_ACCEPT_FAILED. */
  public static final CurlCode FTP_USER_PASSWORD_INCORRECT = FTP_ACCEPT_FAILED;

  /** Old name of FTP_ACCEPT_FAILED. */
  public static final CurlCode OBSOLETE10 = FTP_ACCEPT_FAILED;

  /** Old name of FTP_ACCEPT_TIMEOUT. */
  public static final CurlCode FTP_WEIRD_USER_REPLY = FTP_ACCEPT_TIMEOUT;

  /** Old name of FTP_ACCEPT_TIMEOUT. */
  public static final CurlCode OBSOLETE12 = FTP_ACCEPT_TIMEOUT;

  /** Old name of HTTP2. */
  public static final CurlCode FTP_CANT_RECONNECT = HTTP2;

  /** Old name of HTTP2. */
  public static final CurlCode OBSOLETE16 = HTTP2;

  /** Old name of FTP_COULDNT_SET_TYPE. */
  public static final CurlCode FTP_COULDNT_SET_BINARY = FTP_COULDNT_SET_TYPE;

  /** Old name of PARTIAL_FILE. */
  public static final CurlCode FTP_PARTIAL_FILE = PARTIAL_FILE;

  /** Old name of OBSOLETE20. */
  public static final CurlCode FTP_WRITE_ERROR = OBSOLETE20;

  /** Old name of QUOTE_ERROR. */
  public static final CurlCode FTP_QUOTE_ERROR = QUOTE_ERROR;

  /** Old name of HTTP_RETURNED_ERROR. */
  public static final CurlCode HTTP_NOT_FOUND = HTTP_RETURNED_ERROR;

  /** Old name of OBSOLETE24. */
  public static final CurlCode MALFORMAT_USER = OBSOLETE24;

  /** Old name of UPLOAD_FAILED. */
  public static final CurlCode FTP_COULDNT_STOR_FILE = UPLOAD_FAILED;

  /** Old name of OPERATION_TIMEDOUT. */
  public static final CurlCode OPERATION_TIMEOUTED = OPERATION_TIMEDOUT;

  /** Old name of OBSOLETE29. */
  public static final CurlCode FTP_COULDNT_SET_ASCII = OBSOLETE29;

  /** Old name of OBSOLETE32. */
  public static final CurlCode FTP_COULDNT_GET_SIZE = OBSOLETE32;

  /** Old name of RANGE_ERROR. */
  public static final CurlCode HTTP_RANGE_ERROR = RANGE_ERROR;

  /** Old name of OBSOLETE34. */
  public static final CurlCode HTTP_POST_ERROR = OBSOLETE34;

  /** Old name of BAD_DOWNLOAD_RESUME. */
  public static final CurlCode FTP_BAD_DOWNLOAD_RESUME = BAD_DOWNLOAD_RESUME;

  /** Old name of OBSOLETE40. */
  public static final CurlCode LIBRARY_NOT_FOUND = OBSOLETE40;

  /** Old name of OBSOLETE41. */
  public static final CurlCode FUNCTION_NOT_FOUND = OBSOLETE41;

  /** Old name of OBSOLETE44. */
  public static final CurlCode BAD_CALLING_ORDER = OBSOLETE44;

  /** Old name of INTERFACE_FAILED. */
  public static final CurlCode HTTP_PORT_FAILED = INTERFACE_FAILED;

  /** Old name of OBSOLETE46. */
  public static final CurlCode BAD_PASSWORD_ENTERED = OBSOLETE46;

  /** Old name of UNKNOWN_OPTION. */
  public static final CurlCode UNKNOWN_TELNET_OPTION = UNKNOWN_OPTION;

  /** Old name of SETOPT_OPTION_SYNTAX. */
  public static final CurlCode TELNET_OPTION_SYNTAX = SETOPT_OPTION_SYNTAX;

  /** Old name of OBSOLETE50. */
  public static final CurlCode OBSOLETE = OBSOLETE50;

  /** Old name of OBSOLETE57. */
  public static final CurlCode SHARE_IN_USE = OBSOLETE57;

  /** Old name of PEER_FAILED_VERIFICATION. */
  public static final CurlCode SSL_CACERT = PEER_FAILED_VERIFICATION;

  /** Old name of PEER_FAILED_VERIFICATION. */
  public static final CurlCode SSL_PEER_CERTIFICATE = PEER_FAILED_VERIFICATION;

  /** Old name of OBSOLETE62. */
  public static final CurlCode LDAP_INVALID_URL = OBSOLETE62;

  /** Old name of USE_SSL_FAILED. */
  public static final CurlCode FTP_SSL_FAILED = USE_SSL_FAILED;

  /** Old name of OBSOLETE75. */
  public static final CurlCode CONV_FAILED = OBSOLETE75;

  /** Old name of OBSOLETE76. */
  public static final CurlCode CONV_REQD = OBSOLETE76;

  private static final CurlCode[] VALUES = values();

  private final int number;
  private final String text;

  CurlCode(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** libcurl's number of this code. */
  public int number() {
    return number;
  }

  /** A short text for people; libcurl's strerror function in our own words. */
  public String strerror() {
    return text;
  }

  /**
   * The code with a given number.
   *
   * @param number libcurl's number
   * @return the code, or null if there is none
   */
  public static CurlCode of(int number) {
    for (CurlCode code : VALUES) {
      if (code.number == number) {
        return code;
      }
    }
    return null;
  }
}
