package io.nettycurl;

/**
 * libcurl's plain constants, under their full names: the values that options take, the bits and
 * results that callbacks use.
 *
 * @see <a href="https://curl.se/libcurl/c/symbols-in-versions.html">symbols-in-versions</a>
 */
public final class CurlSymbols {
  // CURLMOPT_NETWORK_CHANGED bits

  /** Everything. */
  public static final long CURLMNWC_CLEAR_ALL = 1L;

  /** Idle connections go, busy ones are not reused later. */
  public static final long CURLMNWC_CLEAR_CONNS = 2L;

  /** DNS cache. */
  public static final long CURLMNWC_CLEAR_DNS = 4L;

  // CURLMOPT_PIPELINING bits

  /** HTTP/1 pipelining, no effect since 7.62.0. */
  public static final long CURLPIPE_HTTP1 = 1L;

  /** Multiplex over HTTP/2 and later. */
  public static final long CURLPIPE_MULTIPLEX = 2L;

  /** One transfer per connection. */
  public static final long CURLPIPE_NOTHING = 0L;

  // CURLMsg.msg

  /** Transfer finished, data.result holds its CURLcode. */
  public static final long CURLMSG_DONE = 1L;

  /** Placeholder. */
  public static final long CURLMSG_NONE = 0L;

  // CURLOPT_ALTSVC_CTRL bits

  /** Accept HTTP/1.1 alternatives. */
  public static final long CURLALTSVC_H1 = 8L;

  /** Accept HTTP/2 alternatives. */
  public static final long CURLALTSVC_H2 = 16L;

  /** Accept HTTP/3 alternatives. */
  public static final long CURLALTSVC_H3 = 32L;

  /** Never write the cache file. */
  public static final long CURLALTSVC_READONLYFILE = 4L;

  // CURLOPT_FOLLOWLOCATION values

  /** Follow, keep a custom method on every hop. */
  public static final long CURLFOLLOW_ALL = 1L;

  /** Follow, use the custom method on the first request only. */
  public static final long CURLFOLLOW_FIRSTONLY = 3L;

  /** Follow, drop the custom method where 301/302/303 turn into GET. */
  public static final long CURLFOLLOW_OBEYCODE = 2L;

  // CURLOPT_FTPSSLAUTH values

  /** Behaves like SSL: AUTH SSL first, then AUTH TLS. */
  public static final long CURLFTPAUTH_DEFAULT = 0L;

  /** AUTH SSL first, then TLS. */
  public static final long CURLFTPAUTH_SSL = 1L;

  /** AUTH TLS first, then SSL. */
  public static final long CURLFTPAUTH_TLS = 2L;

  // CURLOPT_FTP_CREATE_MISSING_DIRS values

  /** MKD then CWD again, fail if MKD fails. */
  public static final long CURLFTP_CREATE_DIR = 1L;

  /** Never create. */
  public static final long CURLFTP_CREATE_DIR_NONE = 0L;

  /** MKD then CWD again even if MKD failed. */
  public static final long CURLFTP_CREATE_DIR_RETRY = 2L;

  // CURLOPT_FTP_FILEMETHOD values

  /** Same as MULTICWD. */
  public static final long CURLFTPMETHOD_DEFAULT = 0L;

  /** One CWD per path part. */
  public static final long CURLFTPMETHOD_MULTICWD = 1L;

  /** No CWD, full path in the command. */
  public static final long CURLFTPMETHOD_NOCWD = 2L;

  /** One CWD for the whole directory. */
  public static final long CURLFTPMETHOD_SINGLECWD = 3L;

  // CURLOPT_FTP_SSL_CCC values

  /** Client closes TLS first. */
  public static final long CURLFTPSSL_CCC_ACTIVE = 2L;

  /** No CCC. */
  public static final long CURLFTPSSL_CCC_NONE = 0L;

  /** Wait for the server to close TLS. */
  public static final long CURLFTPSSL_CCC_PASSIVE = 1L;

  // CURLOPT_GSSAPI_DELEGATION bits

  /** Always delegate. */
  public static final long CURLGSSAPI_DELEGATION_FLAG = 2L;

  /** Never delegate. */
  public static final long CURLGSSAPI_DELEGATION_NONE = 0L;

  /** Delegate if the ticket policy says so. */
  public static final long CURLGSSAPI_DELEGATION_POLICY_FLAG = 1L;

  // CURLOPT_HEADEROPT values

  /** HTTPHEADER to the server only, PROXYHEADER to the proxy. */
  public static final long CURLHEADER_SEPARATE = 1L;

  /** HTTPHEADER to both. */
  public static final long CURLHEADER_UNIFIED = 0L;

  // CURLOPT_HSTS_CTRL bits

  /** Turn HSTS on. */
  public static final long CURLHSTS_ENABLE = 1L;

  /** Never write the file. */
  public static final long CURLHSTS_READONLYFILE = 2L;

  // CURLOPT_HTTPSIG_ALGORITHM values

  /** Ed25519. */
  public static final long CURLHTTPSIG_ED25519 = 1L;

  /** HMAC with SHA-256. */
  public static final long CURLHTTPSIG_HMAC_SHA256 = 2L;

  /** Off. */
  public static final long CURLHTTPSIG_NONE = 0L;

  // CURLOPT_HTTP_VERSION values

  /** HTTP/1.0. */
  public static final long CURL_HTTP_VERSION_1_0 = 1L;

  /** HTTP/1.1. */
  public static final long CURL_HTTP_VERSION_1_1 = 2L;

  /** Alias of 2_0. */
  public static final long CURL_HTTP_VERSION_2 = 3L;

  /** HTTP/2 on TLS, 1.1 in clear. */
  public static final long CURL_HTTP_VERSION_2TLS = 4L;

  /** HTTP/2, Upgrade in clear. */
  public static final long CURL_HTTP_VERSION_2_0 = 3L;

  /** HTTP/2 in clear without Upgrade. */
  public static final long CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE = 5L;

  /** HTTP/3 with fallback. */
  public static final long CURL_HTTP_VERSION_3 = 30L;

  /** HTTP/3 without fallback. */
  public static final long CURL_HTTP_VERSION_3ONLY = 31L;

  /** Library picks. */
  public static final long CURL_HTTP_VERSION_NONE = 0L;

  // CURLOPT_IPRESOLVE values

  /** IPv4 only. */
  public static final long CURL_IPRESOLVE_V4 = 1L;

  /** IPv6 only. */
  public static final long CURL_IPRESOLVE_V6 = 2L;

  /** Both. */
  public static final long CURL_IPRESOLVE_WHATEVER = 0L;

  // CURLOPT_MIME_OPTIONS bits

  /** Escape form names by backslash, not percent. */
  public static final long CURLMIMEOPT_FORMESCAPE = 1L;

  // CURLOPT_NETRC values

  /** Never read. */
  public static final long CURL_NETRC_IGNORED = 0L;

  /** URL credentials win. */
  public static final long CURL_NETRC_OPTIONAL = 1L;

  /** URL credentials ignored. */
  public static final long CURL_NETRC_REQUIRED = 2L;

  // CURLOPT_POSTREDIR bits

  /** POST turns to GET on 301, 302, 303. */
  public static final long CURL_REDIR_GET_ALL = 0L;

  /** Keep POST on 301. */
  public static final long CURL_REDIR_POST_301 = 1L;

  /** Keep POST on 302. */
  public static final long CURL_REDIR_POST_302 = 2L;

  /** Keep POST on 303. */
  public static final long CURL_REDIR_POST_303 = 4L;

  /** Keep POST on all three. */
  public static final long CURL_REDIR_POST_ALL = 7L;

  // CURLOPT_PROXYTYPE values

  /** HTTP proxy, CONNECT with 1.1. */
  public static final long CURLPROXY_HTTP = 0L;

  /** HTTPS proxy, HTTP/1. */
  public static final long CURLPROXY_HTTPS = 2L;

  /** HTTPS proxy, offers HTTP/2. */
  public static final long CURLPROXY_HTTPS2 = 3L;

  /** HTTPS proxy, offers HTTP/3. */
  public static final long CURLPROXY_HTTPS3 = 8L;

  /** HTTP proxy, CONNECT with 1.0. */
  public static final long CURLPROXY_HTTP_1_0 = 1L;

  /** SOCKS4, local resolve. */
  public static final long CURLPROXY_SOCKS4 = 4L;

  /** SOCKS4a, proxy resolves. */
  public static final long CURLPROXY_SOCKS4A = 6L;

  /** SOCKS5, local resolve. */
  public static final long CURLPROXY_SOCKS5 = 5L;

  /** SOCKS5, proxy resolves. */
  public static final long CURLPROXY_SOCKS5_HOSTNAME = 7L;

  // CURLOPT_SSL_OPTIONS bits

  /** No BEAST countermeasure (TLS 1.0). */
  public static final long CURLSSLOPT_ALLOW_BEAST = 1L;

  /** Let the OS choose a client certificate (Schannel). */
  public static final long CURLSSLOPT_AUTO_CLIENT_CERT = 32L;

  /** Send TLS 1.3 early data. */
  public static final long CURLSSLOPT_EARLYDATA = 64L;

  /** Use the OS trust store. */
  public static final long CURLSSLOPT_NATIVE_CA = 16L;

  /** Demand a chain up to a root. */
  public static final long CURLSSLOPT_NO_PARTIALCHAIN = 4L;

  /** Skip revocation checks. */
  public static final long CURLSSLOPT_NO_REVOKE = 2L;

  /** Ignore unreachable revocation sources. */
  public static final long CURLSSLOPT_REVOKE_BEST_EFFORT = 8L;

  // CURLOPT_TIMECONDITION values

  /** Transfer if newer. */
  public static final long CURL_TIMECOND_IFMODSINCE = 1L;

  /** Transfer if not newer. */
  public static final long CURL_TIMECOND_IFUNMODSINCE = 2L;

  /** Send as Last-Modified. */
  public static final long CURL_TIMECOND_LASTMOD = 3L;

  /** Off. */
  public static final long CURL_TIMECOND_NONE = 0L;

  // CURLOPT_USE_SSL values

  /** TLS on control and data or fail. */
  public static final long CURLUSESSL_ALL = 3L;

  /** TLS on control or fail, data if possible. */
  public static final long CURLUSESSL_CONTROL = 2L;

  /** Plain. */
  public static final long CURLUSESSL_NONE = 0L;

  /** Try TLS, go on without. */
  public static final long CURLUSESSL_TRY = 1L;

  // HSTS callback results

  /** No more entries. */
  public static final long CURLSTS_DONE = 1L;

  /** Stop with an error. */
  public static final long CURLSTS_FAIL = 2L;

  /** Entry given. */
  public static final long CURLSTS_OK = 0L;

  // TLS backend ids

  /** BoringSSL (counts as OpenSSL). */
  public static final long CURLSSLBACKEND_BORINGSSL = 1L;

  /** No backend. */
  public static final long CURLSSLBACKEND_NONE = 0L;

  /** OpenSSL. */
  public static final long CURLSSLBACKEND_OPENSSL = 1L;

  // URL API flags

  /** Let spaces through when parsing, encode on get. */
  public static final long CURLU_ALLOW_SPACE = 2048L;

  /** Append to the query with &amp;. */
  public static final long CURLU_APPENDQUERY = 256L;

  /** Report the scheme's default port if none. */
  public static final long CURLU_DEFAULT_PORT = 1L;

  /** Assume https when the scheme is missing. */
  public static final long CURLU_DEFAULT_SCHEME = 4L;

  /** Refuse credentials. */
  public static final long CURLU_DISALLOW_USER = 32L;

  /** Keep empty query and fragment. */
  public static final long CURLU_GET_EMPTY = 16384L;

  /** Guess the scheme by host prefix. */
  public static final long CURLU_GUESS_SCHEME = 512L;

  /** Accept unknown schemes. */
  public static final long CURLU_NON_SUPPORT_SCHEME = 8L;

  /** Allow an empty authority. */
  public static final long CURLU_NO_AUTHORITY = 1024L;

  /** Hide the port when it is the default. */
  public static final long CURLU_NO_DEFAULT_PORT = 2L;

  /** On get, treat a guessed scheme as absent. */
  public static final long CURLU_NO_GUESS_SCHEME = 32768L;

  /** Keep dot segments. */
  public static final long CURLU_PATH_AS_IS = 16L;

  /** Punycode to IDN on get. */
  public static final long CURLU_PUNY2IDN = 8192L;

  /** IDN to punycode on get. */
  public static final long CURLU_PUNYCODE = 4096L;

  /** Percent-decode on get. */
  public static final long CURLU_URLDECODE = 64L;

  /** Percent-encode on set (and get for host). */
  public static final long CURLU_URLENCODE = 128L;

  // URL parts

  /** Fragment. */
  public static final long CURLUPART_FRAGMENT = 9L;

  /** Host. */
  public static final long CURLUPART_HOST = 5L;

  /** Login options (IMAP style). */
  public static final long CURLUPART_OPTIONS = 4L;

  /** Password. */
  public static final long CURLUPART_PASSWORD = 3L;

  /** Path. */
  public static final long CURLUPART_PATH = 7L;

  /** Port. */
  public static final long CURLUPART_PORT = 6L;

  /** Query. */
  public static final long CURLUPART_QUERY = 8L;

  /** Scheme. */
  public static final long CURLUPART_SCHEME = 1L;

  /** Whole URL. */
  public static final long CURLUPART_URL = 0L;

  /** User. */
  public static final long CURLUPART_USER = 2L;

  /** IPv6 zone. */
  public static final long CURLUPART_ZONEID = 10L;

  // WebSocket frame flags and options

  /** Binary message. */
  public static final long CURLWS_BINARY = 2L;

  /** Close frame. */
  public static final long CURLWS_CLOSE = 8L;

  /** Not the final fragment of the message. */
  public static final long CURLWS_CONT = 4L;

  /** Option: do not answer PING by itself. */
  public static final long CURLWS_NOAUTOPONG = 2L;

  /** Frame payload is sent in several calls. */
  public static final long CURLWS_OFFSET = 32L;

  /** Ping frame. */
  public static final long CURLWS_PING = 16L;

  /** Pong frame. */
  public static final long CURLWS_PONG = 64L;

  /** Option: no frame handling. */
  public static final long CURLWS_RAW_MODE = 1L;

  /** Text message. */
  public static final long CURLWS_TEXT = 1L;

  // auth bits (HTTPAUTH, PROXYAUTH, SOCKS5_AUTH)

  /** All schemes; libcurl picks the strongest offered (HTTPSIG not included). */
  public static final long CURLAUTH_ANY = 4294967023L;

  /** All schemes but Basic (and HTTPSIG). */
  public static final long CURLAUTH_ANYSAFE = 4294967022L;

  /** AWS V4 request signing. */
  public static final long CURLAUTH_AWS_SIGV4 = 128L;

  /** Basic. */
  public static final long CURLAUTH_BASIC = 1L;

  /** Bearer token. */
  public static final long CURLAUTH_BEARER = 64L;

  /** Digest. */
  public static final long CURLAUTH_DIGEST = 2L;

  /** Digest with an old IE quirk; deprecated 8.21.0. */
  public static final long CURLAUTH_DIGEST_IE = 16L;

  /** Alias of NEGOTIATE, used with SOCKS5. */
  public static final long CURLAUTH_GSSAPI = 4L;

  /** Old alias of NEGOTIATE. */
  public static final long CURLAUTH_GSSNEGOTIATE = 4L;

  /** RFC 9421 signatures. */
  public static final long CURLAUTH_HTTPSIG = 256L;

  /** SPNEGO / Kerberos. */
  public static final long CURLAUTH_NEGOTIATE = 4L;

  /** No auth. */
  public static final long CURLAUTH_NONE = 0L;

  /** NTLM. */
  public static final long CURLAUTH_NTLM = 8L;

  /** Force no probing: only the one other bit given. */
  public static final long CURLAUTH_ONLY = 2147483648L;

  // blob flags

  /** Copy the bytes. */
  public static final long CURL_BLOB_COPY = 1L;

  /** Keep a reference. */
  public static final long CURL_BLOB_NOCOPY = 0L;

  // build version

  /** Release date text. */
  public static final String LIBCURL_TIMESTAMP = "[unreleased]";

  /** The libcurl version whose interface this is. */
  public static final String LIBCURL_VERSION = "8.22.0";

  /** Major. */
  public static final long LIBCURL_VERSION_MAJOR = 8L;

  /** Minor. */
  public static final long LIBCURL_VERSION_MINOR = 22L;

  /** Version as 0xMMmmpp. */
  public static final long LIBCURL_VERSION_NUM = 529920L;

  /** Patch. */
  public static final long LIBCURL_VERSION_PATCH = 0L;

  // curl_easy_pause bits

  /** Both directions. */
  public static final long CURLPAUSE_ALL = 5L;

  /** Neither: go on. */
  public static final long CURLPAUSE_CONT = 0L;

  /** Stop receiving. */
  public static final long CURLPAUSE_RECV = 1L;

  /** Receive on. */
  public static final long CURLPAUSE_RECV_CONT = 0L;

  /** Stop sending. */
  public static final long CURLPAUSE_SEND = 4L;

  /** Send on. */
  public static final long CURLPAUSE_SEND_CONT = 0L;

  // curl_fileinfo.flags

  /** Name is set. */
  public static final long CURLFINFOFLAG_KNOWN_FILENAME = 1L;

  /** Type is set. */
  public static final long CURLFINFOFLAG_KNOWN_FILETYPE = 2L;

  /** Group id is set. */
  public static final long CURLFINFOFLAG_KNOWN_GID = 32L;

  /** Link count is set. */
  public static final long CURLFINFOFLAG_KNOWN_HLINKCOUNT = 128L;

  /** Permissions are set. */
  public static final long CURLFINFOFLAG_KNOWN_PERM = 8L;

  /** Size is set. */
  public static final long CURLFINFOFLAG_KNOWN_SIZE = 64L;

  /** Time is set. */
  public static final long CURLFINFOFLAG_KNOWN_TIME = 4L;

  /** User id is set. */
  public static final long CURLFINFOFLAG_KNOWN_UID = 16L;

  // curl_infotype (debug callback) and getinfo type masks

  /** Debug: body bytes received. */
  public static final long CURLINFO_DATA_IN = 3L;

  /** Debug: body bytes sent. */
  public static final long CURLINFO_DATA_OUT = 4L;

  /** Type mask: double. */
  public static final long CURLINFO_DOUBLE = 3145728L;

  /** Debug: end marker. */
  public static final long CURLINFO_END = 7L;

  /** Debug: header received. */
  public static final long CURLINFO_HEADER_IN = 1L;

  /** Debug: header sent. */
  public static final long CURLINFO_HEADER_OUT = 2L;

  /** Highest info index. */
  public static final long CURLINFO_LASTONE = 71L;

  /** Type mask: long. */
  public static final long CURLINFO_LONG = 2097152L;

  /** Mask for the index. */
  public static final long CURLINFO_MASK = 1048575L;

  /** Placeholder. */
  public static final long CURLINFO_NONE = 0L;

  /** Type mask: 64-bit. */
  public static final long CURLINFO_OFF_T = 6291456L;

  /** Type mask: pointer (same as SLIST). */
  public static final long CURLINFO_PTR = 4194304L;

  /** Type mask: list. */
  public static final long CURLINFO_SLIST = 4194304L;

  /** Type mask: socket. */
  public static final long CURLINFO_SOCKET = 5242880L;

  /** Debug: raw TLS bytes received. */
  public static final long CURLINFO_SSL_DATA_IN = 5L;

  /** Debug: raw TLS bytes sent. */
  public static final long CURLINFO_SSL_DATA_OUT = 6L;

  /** Type mask: string. */
  public static final long CURLINFO_STRING = 1048576L;

  /** Debug: informational text. */
  public static final long CURLINFO_TEXT = 0L;

  /** Mask for the type. */
  public static final long CURLINFO_TYPEMASK = 15728640L;

  // curl_waitfd event bits

  /** Readable. */
  public static final long CURL_WAIT_POLLIN = 1L;

  /** Writable. */
  public static final long CURL_WAIT_POLLOUT = 4L;

  /** Urgent data. */
  public static final long CURL_WAIT_POLLPRI = 2L;

  // curlfiletype (wildcard file info)

  /** Block device. */
  public static final long CURLFILETYPE_DEVICE_BLOCK = 3L;

  /** Character device. */
  public static final long CURLFILETYPE_DEVICE_CHAR = 4L;

  /** Directory. */
  public static final long CURLFILETYPE_DIRECTORY = 1L;

  /** Solaris door. */
  public static final long CURLFILETYPE_DOOR = 7L;

  /** Regular file. */
  public static final long CURLFILETYPE_FILE = 0L;

  /** FIFO. */
  public static final long CURLFILETYPE_NAMEDPIPE = 5L;

  /** Socket. */
  public static final long CURLFILETYPE_SOCKET = 6L;

  /** Symbolic link. */
  public static final long CURLFILETYPE_SYMLINK = 2L;

  /** Not known. */
  public static final long CURLFILETYPE_UNKNOWN = 8L;

  // global init flags

  /** No purpose in current versions. */
  public static final long CURL_GLOBAL_ACK_EINTR = 4L;

  /** Everything. */
  public static final long CURL_GLOBAL_ALL = 3L;

  /** Everything. */
  public static final long CURL_GLOBAL_DEFAULT = 3L;

  /** Nothing. */
  public static final long CURL_GLOBAL_NOTHING = 0L;

  /** No purpose since 7.57.0. */
  public static final long CURL_GLOBAL_SSL = 1L;

  /** Windows sockets. */
  public static final long CURL_GLOBAL_WIN32 = 2L;

  // header origin bits

  /** From an interim 1xx reply. */
  public static final long CURLH_1XX = 8L;

  /** From a proxy CONNECT reply. */
  public static final long CURLH_CONNECT = 4L;

  /** Plain response header. */
  public static final long CURLH_HEADER = 1L;

  /** HTTP/2 or 3 pseudo header. */
  public static final long CURLH_PSEUDO = 16L;

  /** Trailer. */
  public static final long CURLH_TRAILER = 2L;

  // highest TLS version (upper 16 bits)

  /** Backend's highest. */
  public static final long CURL_SSLVERSION_MAX_DEFAULT = 65536L;

  /** No cap given. */
  public static final long CURL_SSLVERSION_MAX_NONE = 0L;

  /** TLS 1.0. */
  public static final long CURL_SSLVERSION_MAX_TLSv1_0 = 262144L;

  /** TLS 1.1. */
  public static final long CURL_SSLVERSION_MAX_TLSv1_1 = 327680L;

  /** TLS 1.2. */
  public static final long CURL_SSLVERSION_MAX_TLSv1_2 = 393216L;

  /** TLS 1.3. */
  public static final long CURL_SSLVERSION_MAX_TLSv1_3 = 458752L;

  // limits and defaults

  /** Size of the error buffer. */
  public static final long CURL_ERROR_SIZE = 256L;

  /** Default happy eyeballs delay in ms. */
  public static final long CURL_HET_DEFAULT = 200L;

  /** Number after the last CURLcode. */
  public static final long CURL_LAST = 102L;

  /** Largest header block line kept. */
  public static final long CURL_MAX_HTTP_HEADER = 102400L;

  /** Largest CURLOPT_BUFFERSIZE. */
  public static final long CURL_MAX_READ_SIZE = 10485760L;

  /** Largest chunk given to the write callback by default. */
  public static final long CURL_MAX_WRITE_SIZE = 16384L;

  /** Progress callback: also run the built-in meter. */
  public static final long CURL_PROGRESSFUNC_CONTINUE = 268435457L;

  /** Default upkeep interval in ms. */
  public static final long CURL_UPKEEP_INTERVAL_DEFAULT = 60000L;

  /** Length argument: string ends at NUL. */
  public static final long CURL_ZERO_TERMINATED = -1L;

  // lowest TLS version

  /** Library default (1.2 or later). */
  public static final long CURL_SSLVERSION_DEFAULT = 0L;

  /** Not supported any more. */
  public static final long CURL_SSLVERSION_SSLv2 = 2L;

  /** Not supported any more. */
  public static final long CURL_SSLVERSION_SSLv3 = 3L;

  /** TLS 1.x. */
  public static final long CURL_SSLVERSION_TLSv1 = 1L;

  /** TLS 1.0. */
  public static final long CURL_SSLVERSION_TLSv1_0 = 4L;

  /** TLS 1.1. */
  public static final long CURL_SSLVERSION_TLSv1_1 = 5L;

  /** TLS 1.2. */
  public static final long CURL_SSLVERSION_TLSv1_2 = 6L;

  /** TLS 1.3. */
  public static final long CURL_SSLVERSION_TLSv1_3 = 7L;

  // match callback results

  /** Error. */
  public static final long CURL_FNMATCHFUNC_FAIL = 2L;

  /** Match. */
  public static final long CURL_FNMATCHFUNC_MATCH = 0L;

  /** No match. */
  public static final long CURL_FNMATCHFUNC_NOMATCH = 1L;

  // notify callback kinds

  /** One easy handle is finished. */
  public static final long CURLMNOTIFY_EASY_DONE = 1L;

  /** Message queue got non-empty. */
  public static final long CURLMNOTIFY_INFO_READ = 0L;

  // old form builder options

  /** Options come in an array. */
  public static final long CURLFORM_ARRAY = 8L;

  /** File name for a memory upload. */
  public static final long CURLFORM_BUFFER = 11L;

  /** Length of that memory. */
  public static final long CURLFORM_BUFFERLENGTH = 13L;

  /** That memory. */
  public static final long CURLFORM_BUFFERPTR = 12L;

  /** Part headers. */
  public static final long CURLFORM_CONTENTHEADER = 15L;

  /** 64-bit content length. */
  public static final long CURLFORM_CONTENTLEN = 20L;

  /** Content length. */
  public static final long CURLFORM_CONTENTSLENGTH = 6L;

  /** Part content type. */
  public static final long CURLFORM_CONTENTTYPE = 14L;

  /** Content, copied. */
  public static final long CURLFORM_COPYCONTENTS = 4L;

  /** Name, copied. */
  public static final long CURLFORM_COPYNAME = 1L;

  /** End of options. */
  public static final long CURLFORM_END = 17L;

  /** Upload a file. */
  public static final long CURLFORM_FILE = 10L;

  /** Content read from a file. */
  public static final long CURLFORM_FILECONTENT = 7L;

  /** File name to show. */
  public static final long CURLFORM_FILENAME = 16L;

  /** Name length. */
  public static final long CURLFORM_NAMELENGTH = 3L;

  /** Placeholder. */
  public static final long CURLFORM_NOTHING = 0L;

  /** Unused. */
  public static final long CURLFORM_OBSOLETE = 9L;

  /** Unused. */
  public static final long CURLFORM_OBSOLETE2 = 18L;

  /** Content by reference. */
  public static final long CURLFORM_PTRCONTENTS = 5L;

  /** Name by reference. */
  public static final long CURLFORM_PTRNAME = 2L;

  /** Content from the read callback. */
  public static final long CURLFORM_STREAM = 19L;

  // old form flags

  /** From buffer. */
  public static final long CURL_HTTPPOST_BUFFER = 16L;

  /** From callback. */
  public static final long CURL_HTTPPOST_CALLBACK = 64L;

  /** Names a file. */
  public static final long CURL_HTTPPOST_FILENAME = 1L;

  /** 64-bit length used. */
  public static final long CURL_HTTPPOST_LARGE = 128L;

  /** Buffer by reference. */
  public static final long CURL_HTTPPOST_PTRBUFFER = 32L;

  /** Content by reference. */
  public static final long CURL_HTTPPOST_PTRCONTENTS = 8L;

  /** Name by reference. */
  public static final long CURL_HTTPPOST_PTRNAME = 4L;

  /** Content of a file. */
  public static final long CURL_HTTPPOST_READFILE = 2L;

  // old ioctl callback commands

  /** Do nothing. */
  public static final long CURLIOCMD_NOP = 0L;

  /** Rewind the source. */
  public static final long CURLIOCMD_RESTARTREAD = 1L;

  // old ioctl callback results

  /** Rewind failed. */
  public static final long CURLIOE_FAILRESTART = 2L;

  /** Done. */
  public static final long CURLIOE_OK = 0L;

  /** Command not known. */
  public static final long CURLIOE_UNKNOWNCMD = 1L;

  // old names of CURLUSESSL_*

  /** Alias of CURLUSESSL_ALL. */
  public static final long CURLFTPSSL_ALL = 3L;

  /** Alias of CURLUSESSL_CONTROL. */
  public static final long CURLFTPSSL_CONTROL = 2L;

  /** Alias of CURLUSESSL_NONE. */
  public static final long CURLFTPSSL_NONE = 0L;

  /** Alias of CURLUSESSL_TRY. */
  public static final long CURLFTPSSL_TRY = 1L;

  // option introspection types

  /** Blob. */
  public static final long CURLOT_BLOB = 7L;

  /** Callback's user object. */
  public static final long CURLOT_CBPTR = 6L;

  /** Flag: alias name. */
  public static final long CURLOT_FLAG_ALIAS = 1L;

  /** Function. */
  public static final long CURLOT_FUNCTION = 8L;

  /** Number. */
  public static final long CURLOT_LONG = 0L;

  /** Object. */
  public static final long CURLOT_OBJECT = 3L;

  /** 64-bit number. */
  public static final long CURLOT_OFF_T = 2L;

  /** List. */
  public static final long CURLOT_SLIST = 5L;

  /** String. */
  public static final long CURLOT_STRING = 4L;

  /** Number out of a set or bitmask. */
  public static final long CURLOT_VALUES = 1L;

  // option number bases

  /** Base 40000: blob. */
  public static final long CURLOPTTYPE_BLOB = 40000L;

  /** Base 10000: callback's user object. */
  public static final long CURLOPTTYPE_CBPOINT = 10000L;

  /** Base 20000: function. */
  public static final long CURLOPTTYPE_FUNCTIONPOINT = 20000L;

  /** Base 0: long. */
  public static final long CURLOPTTYPE_LONG = 0L;

  /** Base 10000: object. */
  public static final long CURLOPTTYPE_OBJECTPOINT = 10000L;

  /** Base 30000: 64-bit. */
  public static final long CURLOPTTYPE_OFF_T = 30000L;

  /** Base 10000: list. */
  public static final long CURLOPTTYPE_SLISTPOINT = 10000L;

  /** Base 10000: string. */
  public static final long CURLOPTTYPE_STRINGPOINT = 10000L;

  /** Base 0: long with fixed values. */
  public static final long CURLOPTTYPE_VALUES = 0L;

  // pre-request callback results

  /** Stop. */
  public static final long CURL_PREREQFUNC_ABORT = 1L;

  /** Go on. */
  public static final long CURL_PREREQFUNC_OK = 0L;

  // push callback results

  /** Refuse the pushed stream. */
  public static final long CURL_PUSH_DENY = 1L;

  /** Refuse and fail the parent. */
  public static final long CURL_PUSH_ERROROUT = 2L;

  /** Accept. */
  public static final long CURL_PUSH_OK = 0L;

  // read callback results

  /** Stop: CURLE_ABORTED_BY_CALLBACK. */
  public static final long CURL_READFUNC_ABORT = 268435456L;

  /** Pause sending. */
  public static final long CURL_READFUNC_PAUSE = 268435457L;

  // scheme bits (old PROTOCOLS options)

  /** Every scheme. */
  public static final long CURLPROTO_ALL = 4294967295L;

  /** file. */
  public static final long CURLPROTO_FILE = 1024L;

  /** ftp. */
  public static final long CURLPROTO_FTP = 4L;

  /** ftps. */
  public static final long CURLPROTO_FTPS = 8L;

  /** http. */
  public static final long CURLPROTO_HTTP = 1L;

  /** https. */
  public static final long CURLPROTO_HTTPS = 2L;

  // seek callback results

  /** Cannot seek, library may read and discard. */
  public static final long CURL_SEEKFUNC_CANTSEEK = 2L;

  /** Fail the transfer. */
  public static final long CURL_SEEKFUNC_FAIL = 1L;

  /** Done. */
  public static final long CURL_SEEKFUNC_OK = 0L;

  // socket callback what

  /** Watch for reading. */
  public static final long CURL_POLL_IN = 1L;

  /** Watch for both. */
  public static final long CURL_POLL_INOUT = 3L;

  /** Watch nothing (not used). */
  public static final long CURL_POLL_NONE = 0L;

  /** Watch for writing. */
  public static final long CURL_POLL_OUT = 2L;

  /** Stop watching. */
  public static final long CURL_POLL_REMOVE = 4L;

  // socket constants

  /** Invalid socket. */
  public static final long CURL_SOCKET_BAD = -1L;

  /** Pass to socket_action when the timer fires. */
  public static final long CURL_SOCKET_TIMEOUT = -1L;

  // socket purpose

  /** Socket from accept (active FTP). */
  public static final long CURLSOCKTYPE_ACCEPT = 1L;

  /** Outgoing connection. */
  public static final long CURLSOCKTYPE_IPCXN = 0L;

  // socket_action event bits

  /** Error. */
  public static final long CURL_CSELECT_ERR = 4L;

  /** Readable. */
  public static final long CURL_CSELECT_IN = 1L;

  /** Writable. */
  public static final long CURL_CSELECT_OUT = 2L;

  // sockopt callback results

  /** Socket is connected already. */
  public static final long CURL_SOCKOPT_ALREADY_CONNECTED = 2L;

  /** Stop. */
  public static final long CURL_SOCKOPT_ERROR = 1L;

  /** Go on. */
  public static final long CURL_SOCKOPT_OK = 0L;

  // trailer callback results

  /** Stop. */
  public static final long CURL_TRAILERFUNC_ABORT = 1L;

  /** Go on. */
  public static final long CURL_TRAILERFUNC_OK = 0L;

  // version info feature bits

  /** Alt-Svc. */
  public static final long CURL_VERSION_ALTSVC = 16777216L;

  /** Non-blocking resolver. */
  public static final long CURL_VERSION_ASYNCHDNS = 128L;

  /** Brotli. */
  public static final long CURL_VERSION_BROTLI = 8388608L;

  /** EBCDIC conversion. */
  public static final long CURL_VERSION_CONV = 4096L;

  /** Memory debugging, deprecated. */
  public static final long CURL_VERSION_CURLDEBUG = 8192L;

  /** Debug build. */
  public static final long CURL_VERSION_DEBUG = 64L;

  /** libgsasl. */
  public static final long CURL_VERSION_GSASL = 536870912L;

  /** GSS-API. */
  public static final long CURL_VERSION_GSSAPI = 131072L;

  /** Old bit, deprecated. */
  public static final long CURL_VERSION_GSSNEGOTIATE = 32L;

  /** HSTS. */
  public static final long CURL_VERSION_HSTS = 268435456L;

  /** HTTP/2. */
  public static final long CURL_VERSION_HTTP2 = 65536L;

  /** HTTP/3. */
  public static final long CURL_VERSION_HTTP3 = 33554432L;

  /** HTTPS proxy. */
  public static final long CURL_VERSION_HTTPS_PROXY = 2097152L;

  /** Internationalised names. */
  public static final long CURL_VERSION_IDN = 1024L;

  /** IPv6. */
  public static final long CURL_VERSION_IPV6 = 1L;

  /** Old bit, deprecated. */
  public static final long CURL_VERSION_KERBEROS4 = 2L;

  /** Kerberos 5. */
  public static final long CURL_VERSION_KERBEROS5 = 262144L;

  /** Files over 2 GiB. */
  public static final long CURL_VERSION_LARGEFILE = 512L;

  /** gzip and deflate. */
  public static final long CURL_VERSION_LIBZ = 8L;

  /** Several TLS backends. */
  public static final long CURL_VERSION_MULTI_SSL = 4194304L;

  /** NTLM. */
  public static final long CURL_VERSION_NTLM = 16L;

  /** Gone. */
  public static final long CURL_VERSION_NTLM_WB = 32768L;

  /** Public suffix list. */
  public static final long CURL_VERSION_PSL = 1048576L;

  /** SPNEGO. */
  public static final long CURL_VERSION_SPNEGO = 256L;

  /** TLS. */
  public static final long CURL_VERSION_SSL = 4L;

  /** Windows SSPI. */
  public static final long CURL_VERSION_SSPI = 2048L;

  /** global_init is thread safe. */
  public static final long CURL_VERSION_THREADSAFE = 1073741824L;

  /** Removed feature. */
  public static final long CURL_VERSION_TLSAUTH_SRP = 16384L;

  /** Windows Unicode. */
  public static final long CURL_VERSION_UNICODE = 134217728L;

  /** Unix sockets. */
  public static final long CURL_VERSION_UNIX_SOCKETS = 524288L;

  /** zstd. */
  public static final long CURL_VERSION_ZSTD = 67108864L;

  // version info struct age

  /** Struct age. */
  public static final long CURLVERSION_EIGHTH = 7L;

  /** Struct age. */
  public static final long CURLVERSION_ELEVENTH = 10L;

  /** Struct age. */
  public static final long CURLVERSION_FIFTH = 4L;

  /** Struct age. */
  public static final long CURLVERSION_FIRST = 0L;

  /** Struct age. */
  public static final long CURLVERSION_FOURTH = 3L;

  /** Struct age. */
  public static final long CURLVERSION_NINTH = 8L;

  /** Latest struct age. */
  public static final long CURLVERSION_NOW = 11L;

  /** Struct age. */
  public static final long CURLVERSION_SECOND = 1L;

  /** Struct age. */
  public static final long CURLVERSION_SEVENTH = 6L;

  /** Struct age. */
  public static final long CURLVERSION_SIXTH = 5L;

  /** Struct age. */
  public static final long CURLVERSION_TENTH = 9L;

  /** Struct age. */
  public static final long CURLVERSION_THIRD = 2L;

  /** Struct age. */
  public static final long CURLVERSION_TWELFTH = 11L;

  // wildcard chunk callback results

  /** Stop. */
  public static final long CURL_CHUNK_BGN_FUNC_FAIL = 1L;

  /** Go on. */
  public static final long CURL_CHUNK_BGN_FUNC_OK = 0L;

  /** Skip this file. */
  public static final long CURL_CHUNK_BGN_FUNC_SKIP = 2L;

  /** Stop. */
  public static final long CURL_CHUNK_END_FUNC_FAIL = 1L;

  /** Go on. */
  public static final long CURL_CHUNK_END_FUNC_OK = 0L;

  // write callback results

  /** Stop: CURLE_WRITE_ERROR. */
  public static final long CURL_WRITEFUNC_ERROR = 4294967295L;

  /** Pause receiving. */
  public static final long CURL_WRITEFUNC_PAUSE = 268435457L;

  // CURLSHOPT_SHARE and CURLSHOPT_UNSHARE values

  /** Connection pool. */
  public static final long CURL_LOCK_DATA_CONNECT = 5L;

  /** Cookie jar. */
  public static final long CURL_LOCK_DATA_COOKIE = 2L;

  /** DNS cache. */
  public static final long CURL_LOCK_DATA_DNS = 3L;

  /** HSTS cache. */
  public static final long CURL_LOCK_DATA_HSTS = 7L;

  /** Nothing. */
  public static final long CURL_LOCK_DATA_NONE = 0L;

  /** Public suffix list. */
  public static final long CURL_LOCK_DATA_PSL = 6L;

  /** The share itself, internal. */
  public static final long CURL_LOCK_DATA_SHARE = 1L;

  /** TLS session cache. */
  public static final long CURL_LOCK_DATA_SSL_SESSION = 4L;

  // lock callback access kinds

  /** No access kind. */
  public static final long CURL_LOCK_ACCESS_NONE = 0L;

  /** Read lock. */
  public static final long CURL_LOCK_ACCESS_SHARED = 1L;

  /** Write lock. */
  public static final long CURL_LOCK_ACCESS_SINGLE = 2L;

  // CURLFORMcode: results of the old form functions

  /** Success. */
  public static final long CURL_FORMADD_OK = 0L;

  /** Allocation failed. */
  public static final long CURL_FORMADD_MEMORY = 1L;

  /** Option repeated for one part. */
  public static final long CURL_FORMADD_OPTION_TWICE = 2L;

  /** Null where a string is needed. */
  public static final long CURL_FORMADD_NULL = 3L;

  /** Option not known. */
  public static final long CURL_FORMADD_UNKNOWN_OPTION = 4L;

  /** Part lacks something. */
  public static final long CURL_FORMADD_INCOMPLETE = 5L;

  /** Option not allowed in an array. */
  public static final long CURL_FORMADD_ILLEGAL_ARRAY = 6L;

  /** Form API not compiled in. */
  public static final long CURL_FORMADD_DISABLED = 7L;

  // CURLsslset: results of choosing a TLS library

  /** Success. */
  public static final long CURLSSLSET_OK = 0L;

  /** Backend not available. */
  public static final long CURLSSLSET_UNKNOWN_BACKEND = 1L;

  /** Already chosen. */
  public static final long CURLSSLSET_TOO_LATE = 2L;

  /** Build has no TLS at all. */
  public static final long CURLSSLSET_NO_BACKENDS = 3L;

  private CurlSymbols() {}
}
