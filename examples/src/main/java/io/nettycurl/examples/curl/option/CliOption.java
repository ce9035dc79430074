package io.nettycurl.examples.curl.option;

import java.util.HashMap;
import java.util.Map;

/**
 * The table of all options: long name, short name, what argument it takes, which handler acts on
 * it, and the library option it stands or falls with.
 *
 * <p>The handlers are a switch each and the rows hold no lambda: linking some 280 of those would
 * cost more than the rest of a start.
 */
public enum CliOption {
  /** --abstract-unix-socket. */
  ABSTRACT_UNIX_SOCKET(
      "abstract-unix-socket", ' ', Kind.FILE, Topic.NETWORK, "ABSTRACT_UNIX_SOCKET"),
  /** --no-alpn. */
  ALPN("alpn", ' ', Kind.BOOL, Topic.TLS, "SSL_ENABLE_ALPN", true),
  /** --alt-svc. */
  ALT_SVC("alt-svc", ' ', Kind.STRING, Topic.REQUEST, "ALTSVC"),
  /** --anyauth. */
  ANYAUTH("anyauth", ' ', Kind.NONE, Topic.AUTH, "HTTPAUTH"),
  /** --append. */
  APPEND("append", 'a', Kind.BOOL, Topic.FTP, "APPEND"),
  /** --aws-sigv4. */
  AWS_SIGV4("aws-sigv4", ' ', Kind.STRING, Topic.AUTH, "AWS_SIGV4"),
  /** --basic. */
  BASIC("basic", ' ', Kind.BOOL, Topic.AUTH, "HTTPAUTH"),
  /** --no-buffer. */
  BUFFER("buffer", 'N', Kind.BOOL, Topic.OUTPUT, null, true),
  /** --ca-native. */
  CA_NATIVE("ca-native", ' ', Kind.BOOL, Topic.TLS, "SSL_OPTIONS"),
  /** --cacert. */
  CACERT("cacert", ' ', Kind.FILE, Topic.TLS, "CAINFO"),
  /** --capath. */
  CAPATH("capath", ' ', Kind.FILE, Topic.TLS, "CAPATH"),
  /** --cert. */
  CERT("cert", 'E', Kind.FILE, Topic.TLS, "SSLCERT"),
  /** --cert-status. */
  CERT_STATUS("cert-status", ' ', Kind.BOOL, Topic.TLS, "SSL_VERIFYSTATUS"),
  /** --cert-type. */
  CERT_TYPE("cert-type", ' ', Kind.STRING, Topic.TLS, "SSLCERTTYPE"),
  /** --ciphers. */
  CIPHERS("ciphers", ' ', Kind.STRING, Topic.TLS, "SSL_CIPHER_LIST"),
  /** --no-clobber. */
  CLOBBER("clobber", ' ', Kind.BOOL, Topic.OUTPUT, null, true),
  /** --compressed. */
  COMPRESSED("compressed", ' ', Kind.BOOL, Topic.REQUEST, "ACCEPT_ENCODING"),
  /** --compressed-ssh. */
  COMPRESSED_SSH("compressed-ssh", ' ', Kind.BOOL, Topic.ABSENT),
  /** --config. */
  CONFIG("config", 'K', Kind.FILE, Topic.TOOL),
  /** --connect-timeout. */
  CONNECT_TIMEOUT("connect-timeout", ' ', Kind.SECONDS, Topic.NETWORK, "CONNECTTIMEOUT_MS"),
  /** --connect-to. */
  CONNECT_TO("connect-to", ' ', Kind.STRING, Topic.NETWORK, "CONNECT_TO"),
  /** --continue-at. */
  CONTINUE_AT("continue-at", 'C', Kind.STRING, Topic.REQUEST, "RESUME_FROM_LARGE"),
  /** --cookie. */
  COOKIE("cookie", 'b', Kind.STRING, Topic.REQUEST, "COOKIE"),
  /** --cookie-jar. */
  COOKIE_JAR("cookie-jar", 'c', Kind.STRING, Topic.REQUEST, "COOKIEJAR"),
  /** --create-dirs. */
  CREATE_DIRS("create-dirs", ' ', Kind.BOOL, Topic.OUTPUT),
  /** --create-file-mode. */
  CREATE_FILE_MODE("create-file-mode", ' ', Kind.STRING, Topic.OUTPUT, "NEW_FILE_PERMS"),
  /** --crlf. */
  CRLF("crlf", ' ', Kind.BOOL, Topic.REQUEST, "CRLF"),
  /** --crlfile. */
  CRLFILE("crlfile", ' ', Kind.FILE, Topic.TLS, "CRLFILE"),
  /** --curves. */
  CURVES("curves", ' ', Kind.STRING, Topic.TLS, "SSL_EC_CURVES"),
  /** --data. */
  DATA("data", 'd', Kind.STRING, Topic.DATA, "POSTFIELDS"),
  /** --data-ascii. */
  DATA_ASCII("data-ascii", ' ', Kind.STRING, Topic.DATA, "POSTFIELDS"),
  /** --data-binary. */
  DATA_BINARY("data-binary", ' ', Kind.STRING, Topic.DATA, "POSTFIELDS"),
  /** --data-raw. */
  DATA_RAW("data-raw", ' ', Kind.STRING, Topic.DATA, "POSTFIELDS"),
  /** --data-urlencode. */
  DATA_URLENCODE("data-urlencode", ' ', Kind.STRING, Topic.DATA, "POSTFIELDS"),
  /** --delegation. */
  DELEGATION("delegation", ' ', Kind.STRING, Topic.AUTH, "GSSAPI_DELEGATION"),
  /** --digest. */
  DIGEST("digest", ' ', Kind.BOOL, Topic.AUTH, "HTTPAUTH"),
  /** --disable. */
  DISABLE("disable", 'q', Kind.BOOL, Topic.TOOL),
  /** --disable-eprt. */
  DISABLE_EPRT("disable-eprt", ' ', Kind.BOOL, Topic.FTP, "FTP_USE_EPRT"),
  /** --disable-epsv. */
  DISABLE_EPSV("disable-epsv", ' ', Kind.BOOL, Topic.FTP, "FTP_USE_EPSV"),
  /** --disallow-username-in-url. */
  DISALLOW_USERNAME_IN_URL(
      "disallow-username-in-url", ' ', Kind.BOOL, Topic.AUTH, "DISALLOW_USERNAME_IN_URL"),
  /** --dns-interface. */
  DNS_INTERFACE("dns-interface", ' ', Kind.STRING, Topic.NETWORK, "DNS_INTERFACE"),
  /** --dns-ipv4-addr. */
  DNS_IPV4_ADDR("dns-ipv4-addr", ' ', Kind.STRING, Topic.NETWORK, "DNS_LOCAL_IP4"),
  /** --dns-ipv6-addr. */
  DNS_IPV6_ADDR("dns-ipv6-addr", ' ', Kind.STRING, Topic.NETWORK, "DNS_LOCAL_IP6"),
  /** --dns-servers. */
  DNS_SERVERS("dns-servers", ' ', Kind.STRING, Topic.NETWORK, "DNS_SERVERS"),
  /** --doh-cert-status. */
  DOH_CERT_STATUS("doh-cert-status", ' ', Kind.BOOL, Topic.NETWORK, "DOH_SSL_VERIFYSTATUS"),
  /** --doh-insecure. */
  DOH_INSECURE("doh-insecure", ' ', Kind.BOOL, Topic.NETWORK, "DOH_SSL_VERIFYPEER"),
  /** --doh-url. */
  DOH_URL("doh-url", ' ', Kind.STRING, Topic.NETWORK, "DOH_URL"),
  /** --dump-ca-embed. */
  DUMP_CA_EMBED("dump-ca-embed", ' ', Kind.NONE, Topic.ABSENT),
  /** --dump-header. */
  DUMP_HEADER("dump-header", 'D', Kind.FILE, Topic.OUTPUT, "HEADERFUNCTION"),
  /** --ech. */
  ECH("ech", ' ', Kind.STRING, Topic.ABSENT),
  /** --egd-file. */
  EGD_FILE("egd-file", ' ', Kind.STRING, Topic.DEPRECATED),
  /** --engine. */
  ENGINE("engine", ' ', Kind.STRING, Topic.TLS),
  /** --eprt. */
  EPRT("eprt", ' ', Kind.BOOL, Topic.FTP, "FTP_USE_EPRT"),
  /** --epsv. */
  EPSV("epsv", ' ', Kind.BOOL, Topic.FTP, "FTP_USE_EPSV"),
  /** --etag-compare. */
  ETAG_COMPARE("etag-compare", ' ', Kind.FILE, Topic.OUTPUT, "HTTPHEADER"),
  /** --etag-save. */
  ETAG_SAVE("etag-save", ' ', Kind.FILE, Topic.OUTPUT),
  /** --expect100-timeout. */
  EXPECT100_TIMEOUT("expect100-timeout", ' ', Kind.SECONDS, Topic.REQUEST, "EXPECT_100_TIMEOUT_MS"),
  /** --fail. */
  FAIL("fail", 'f', Kind.BOOL, Topic.OUTPUT, "FAILONERROR"),
  /** --fail-early. */
  FAIL_EARLY("fail-early", ' ', Kind.BOOL, Topic.TOOL),
  /** --fail-with-body. */
  FAIL_WITH_BODY("fail-with-body", ' ', Kind.BOOL, Topic.OUTPUT),
  /** --false-start. */
  FALSE_START("false-start", ' ', Kind.BOOL, Topic.DEPRECATED),
  /** --follow. */
  FOLLOW("follow", ' ', Kind.BOOL, Topic.REQUEST, "FOLLOWLOCATION"),
  /** --form. */
  FORM("form", 'F', Kind.STRING, Topic.DATA, "MIMEPOST"),
  /** --form-escape. */
  FORM_ESCAPE("form-escape", ' ', Kind.BOOL, Topic.DATA, "MIME_OPTIONS"),
  /** --form-string. */
  FORM_STRING("form-string", ' ', Kind.STRING, Topic.DATA, "MIMEPOST"),
  /** --ftp-account. */
  FTP_ACCOUNT("ftp-account", ' ', Kind.STRING, Topic.FTP, "FTP_ACCOUNT"),
  /** --ftp-alternative-to-user. */
  FTP_ALTERNATIVE_TO_USER(
      "ftp-alternative-to-user", ' ', Kind.STRING, Topic.FTP, "FTP_ALTERNATIVE_TO_USER"),
  /** --ftp-create-dirs. */
  FTP_CREATE_DIRS("ftp-create-dirs", ' ', Kind.BOOL, Topic.FTP, "FTP_CREATE_MISSING_DIRS"),
  /** --ftp-method. */
  FTP_METHOD("ftp-method", ' ', Kind.STRING, Topic.FTP, "FTP_FILEMETHOD"),
  /** --ftp-pasv. */
  FTP_PASV("ftp-pasv", ' ', Kind.NONE, Topic.FTP),
  /** --ftp-port. */
  FTP_PORT("ftp-port", 'P', Kind.STRING, Topic.FTP, "FTPPORT"),
  /** --ftp-pret. */
  FTP_PRET("ftp-pret", ' ', Kind.BOOL, Topic.FTP, "FTP_USE_PRET"),
  /** --ftp-skip-pasv-ip. */
  FTP_SKIP_PASV_IP("ftp-skip-pasv-ip", ' ', Kind.BOOL, Topic.FTP, "FTP_SKIP_PASV_IP"),
  /** --ftp-ssl. */
  FTP_SSL("ftp-ssl", ' ', Kind.BOOL, Topic.FTP, "USE_SSL"),
  /** --ftp-ssl-ccc. */
  FTP_SSL_CCC("ftp-ssl-ccc", ' ', Kind.BOOL, Topic.FTP, "FTP_SSL_CCC"),
  /** --ftp-ssl-ccc-mode. */
  FTP_SSL_CCC_MODE("ftp-ssl-ccc-mode", ' ', Kind.STRING, Topic.FTP, "FTP_SSL_CCC"),
  /** --ftp-ssl-control. */
  FTP_SSL_CONTROL("ftp-ssl-control", ' ', Kind.BOOL, Topic.FTP, "USE_SSL"),
  /** --ftp-ssl-reqd. */
  FTP_SSL_REQD("ftp-ssl-reqd", ' ', Kind.BOOL, Topic.FTP, "USE_SSL"),
  /** --get. */
  GET("get", 'G', Kind.BOOL, Topic.DATA),
  /** --globoff. */
  GLOBOFF("globoff", 'g', Kind.BOOL, Topic.REQUEST),
  /** --happy-eyeballs-timeout-ms. */
  HAPPY_EYEBALLS_TIMEOUT_MS(
      "happy-eyeballs-timeout-ms", ' ', Kind.NUMBER, Topic.NETWORK, "HAPPY_EYEBALLS_TIMEOUT_MS"),
  /** --haproxy-clientip. */
  HAPROXY_CLIENTIP("haproxy-clientip", ' ', Kind.STRING, Topic.PROXY, "HAPROXY_CLIENT_IP"),
  /** --haproxy-protocol. */
  HAPROXY_PROTOCOL("haproxy-protocol", ' ', Kind.BOOL, Topic.PROXY, "HAPROXYPROTOCOL"),
  /** --head. */
  HEAD("head", 'I', Kind.BOOL, Topic.REQUEST, "NOBODY"),
  /** --header. */
  HEADER("header", 'H', Kind.STRING, Topic.REQUEST, "HTTPHEADER"),
  /** --help. */
  HELP("help", 'h', Kind.STRING, Topic.TOOL),
  /** --hostpubmd5. */
  HOSTPUBMD5("hostpubmd5", ' ', Kind.STRING, Topic.ABSENT),
  /** --hostpubsha256. */
  HOSTPUBSHA256("hostpubsha256", ' ', Kind.STRING, Topic.ABSENT),
  /** --hsts. */
  HSTS("hsts", ' ', Kind.STRING, Topic.REQUEST, "HSTS"),
  /** --http0.9. */
  HTTP0_9("http0.9", ' ', Kind.BOOL, Topic.REQUEST, "HTTP09_ALLOWED"),
  /** --http1.0. */
  HTTP1_0("http1.0", '0', Kind.NONE, Topic.REQUEST, "HTTP_VERSION"),
  /** --http1.1. */
  HTTP1_1("http1.1", ' ', Kind.NONE, Topic.REQUEST, "HTTP_VERSION"),
  /** --http2. */
  HTTP2("http2", ' ', Kind.NONE, Topic.REQUEST, "HTTP_VERSION"),
  /** --http2-prior-knowledge. */
  HTTP2_PRIOR_KNOWLEDGE("http2-prior-knowledge", ' ', Kind.NONE, Topic.REQUEST, "HTTP_VERSION"),
  /** --http3. */
  HTTP3("http3", ' ', Kind.NONE, Topic.REQUEST, "HTTP_VERSION"),
  /** --http3-only. */
  HTTP3_ONLY("http3-only", ' ', Kind.NONE, Topic.REQUEST, "HTTP_VERSION"),
  /** --httpsig-algo. */
  HTTPSIG_ALGO("httpsig-algo", ' ', Kind.STRING, Topic.AUTH, "HTTPSIG_ALGORITHM"),
  /** --httpsig-headers. */
  HTTPSIG_HEADERS("httpsig-headers", ' ', Kind.STRING, Topic.AUTH, "HTTPSIG_HEADERS"),
  /** --httpsig-key. */
  HTTPSIG_KEY("httpsig-key", ' ', Kind.FILE, Topic.AUTH, "HTTPSIG_KEY"),
  /** --httpsig-keyid. */
  HTTPSIG_KEYID("httpsig-keyid", ' ', Kind.STRING, Topic.AUTH, "HTTPSIG_KEYID"),
  /** --ignore-content-length. */
  IGNORE_CONTENT_LENGTH(
      "ignore-content-length", ' ', Kind.BOOL, Topic.REQUEST, "IGNORE_CONTENT_LENGTH"),
  /** --include. */
  INCLUDE("include", ' ', Kind.BOOL, Topic.OUTPUT),
  /** --insecure. */
  INSECURE("insecure", 'k', Kind.BOOL, Topic.TLS, "SSL_VERIFYPEER"),
  /** --interface. */
  INTERFACE("interface", ' ', Kind.STRING, Topic.NETWORK, "INTERFACE"),
  /** --ip-tos. */
  IP_TOS("ip-tos", ' ', Kind.STRING, Topic.NETWORK, "SOCKOPTFUNCTION"),
  /** --ipfs-gateway. */
  IPFS_GATEWAY("ipfs-gateway", ' ', Kind.STRING, Topic.REQUEST),
  /** --ipv4. */
  IPV4("ipv4", '4', Kind.NONE, Topic.NETWORK, "IPRESOLVE"),
  /** --ipv6. */
  IPV6("ipv6", '6', Kind.NONE, Topic.NETWORK, "IPRESOLVE"),
  /** --json. */
  JSON("json", ' ', Kind.STRING, Topic.DATA, "POSTFIELDS"),
  /** --junk-session-cookies. */
  JUNK_SESSION_COOKIES("junk-session-cookies", 'j', Kind.BOOL, Topic.REQUEST, "COOKIESESSION"),
  /** --no-keepalive. */
  KEEPALIVE("keepalive", ' ', Kind.BOOL, Topic.NETWORK, "TCP_KEEPALIVE", true),
  /** --keepalive-cnt. */
  KEEPALIVE_CNT("keepalive-cnt", ' ', Kind.NUMBER, Topic.NETWORK, "TCP_KEEPCNT"),
  /** --keepalive-time. */
  KEEPALIVE_TIME("keepalive-time", ' ', Kind.NUMBER, Topic.NETWORK, "TCP_KEEPIDLE"),
  /** --key. */
  KEY("key", ' ', Kind.FILE, Topic.TLS, "SSLKEY"),
  /** --key-type. */
  KEY_TYPE("key-type", ' ', Kind.STRING, Topic.TLS, "SSLKEYTYPE"),
  /** --knownhosts. */
  KNOWNHOSTS("knownhosts", ' ', Kind.FILE, Topic.ABSENT),
  /** --krb. */
  KRB("krb", ' ', Kind.STRING, Topic.DEPRECATED),
  /** --krb4. */
  KRB4("krb4", ' ', Kind.STRING, Topic.DEPRECATED),
  /** --libcurl. */
  LIBCURL("libcurl", ' ', Kind.STRING, Topic.TOOL),
  /** --limit-rate. */
  LIMIT_RATE("limit-rate", ' ', Kind.STRING, Topic.NETWORK, "MAX_RECV_SPEED_LARGE"),
  /** --list-only. */
  LIST_ONLY("list-only", 'l', Kind.BOOL, Topic.FTP, "DIRLISTONLY"),
  /** --local-port. */
  LOCAL_PORT("local-port", ' ', Kind.STRING, Topic.NETWORK, "LOCALPORT"),
  /** --location. */
  LOCATION("location", 'L', Kind.BOOL, Topic.REQUEST, "FOLLOWLOCATION"),
  /** --location-trusted. */
  LOCATION_TRUSTED("location-trusted", ' ', Kind.BOOL, Topic.REQUEST, "FOLLOWLOCATION"),
  /** --login-options. */
  LOGIN_OPTIONS("login-options", ' ', Kind.STRING, Topic.ABSENT),
  /** --mail-auth. */
  MAIL_AUTH("mail-auth", ' ', Kind.STRING, Topic.ABSENT),
  /** --mail-from. */
  MAIL_FROM("mail-from", ' ', Kind.STRING, Topic.ABSENT),
  /** --mail-rcpt. */
  MAIL_RCPT("mail-rcpt", ' ', Kind.STRING, Topic.ABSENT),
  /** --mail-rcpt-allowfails. */
  MAIL_RCPT_ALLOWFAILS("mail-rcpt-allowfails", ' ', Kind.BOOL, Topic.ABSENT),
  /** --manual. */
  MANUAL("manual", 'M', Kind.BOOL, Topic.TOOL),
  /** --max-filesize. */
  MAX_FILESIZE("max-filesize", ' ', Kind.STRING, Topic.NETWORK, "MAXFILESIZE_LARGE"),
  /** --max-redirs. */
  MAX_REDIRS("max-redirs", ' ', Kind.STRING, Topic.REQUEST, "MAXREDIRS"),
  /** --max-time. */
  MAX_TIME("max-time", 'm', Kind.SECONDS, Topic.NETWORK, "TIMEOUT_MS"),
  /** --metalink. */
  METALINK("metalink", ' ', Kind.BOOL, Topic.DEPRECATED),
  /** --mptcp. */
  MPTCP("mptcp", ' ', Kind.BOOL, Topic.ABSENT),
  /** --negotiate. */
  NEGOTIATE("negotiate", ' ', Kind.BOOL, Topic.AUTH, "HTTPAUTH"),
  /** --netrc. */
  NETRC("netrc", 'n', Kind.BOOL, Topic.AUTH, "NETRC"),
  /** --netrc-file. */
  NETRC_FILE("netrc-file", ' ', Kind.FILE, Topic.AUTH, "NETRC_FILE"),
  /** --netrc-optional. */
  NETRC_OPTIONAL("netrc-optional", ' ', Kind.BOOL, Topic.AUTH, "NETRC"),
  /** --next. */
  NEXT("next", ':', Kind.NONE, Topic.TOOL),
  /** --noproxy. */
  NOPROXY("noproxy", ' ', Kind.STRING, Topic.PROXY, "NOPROXY"),
  /** --npn. */
  NPN("npn", ' ', Kind.BOOL, Topic.DEPRECATED),
  /** --ntlm. */
  NTLM("ntlm", ' ', Kind.BOOL, Topic.AUTH, "HTTPAUTH"),
  /** --ntlm-wb. */
  NTLM_WB("ntlm-wb", ' ', Kind.BOOL, Topic.DEPRECATED),
  /** --oauth2-bearer. */
  OAUTH2_BEARER("oauth2-bearer", ' ', Kind.STRING, Topic.AUTH, "XOAUTH2_BEARER"),
  /** --out-null. */
  OUT_NULL("out-null", ' ', Kind.BOOL, Topic.OUTPUT),
  /** --output. */
  OUTPUT("output", 'o', Kind.FILE, Topic.OUTPUT),
  /** --output-dir. */
  OUTPUT_DIR("output-dir", ' ', Kind.STRING, Topic.OUTPUT),
  /** --parallel. */
  PARALLEL("parallel", 'Z', Kind.BOOL, Topic.TOOL),
  /** --parallel-immediate. */
  PARALLEL_IMMEDIATE("parallel-immediate", ' ', Kind.BOOL, Topic.TOOL),
  /** --parallel-max. */
  PARALLEL_MAX("parallel-max", ' ', Kind.NUMBER, Topic.TOOL),
  /** --parallel-max-host. */
  PARALLEL_MAX_HOST("parallel-max-host", ' ', Kind.NUMBER, Topic.TOOL),
  /** --pass. */
  PASS("pass", ' ', Kind.STRING, Topic.TLS, "KEYPASSWD"),
  /** --path-as-is. */
  PATH_AS_IS("path-as-is", ' ', Kind.BOOL, Topic.REQUEST, "PATH_AS_IS"),
  /** --pinnedpubkey. */
  PINNEDPUBKEY("pinnedpubkey", ' ', Kind.STRING, Topic.TLS, "PINNEDPUBLICKEY"),
  /** --post301. */
  POST301("post301", ' ', Kind.BOOL, Topic.REQUEST, "POSTREDIR"),
  /** --post302. */
  POST302("post302", ' ', Kind.BOOL, Topic.REQUEST, "POSTREDIR"),
  /** --post303. */
  POST303("post303", ' ', Kind.BOOL, Topic.REQUEST, "POSTREDIR"),
  /** --preproxy. */
  PREPROXY("preproxy", ' ', Kind.STRING, Topic.PROXY, "PRE_PROXY"),
  /** --progress-bar. */
  PROGRESS_BAR("progress-bar", '#', Kind.BOOL, Topic.TOOL),
  /** --no-progress-meter. */
  PROGRESS_METER("progress-meter", ' ', Kind.BOOL, Topic.TOOL, null, true),
  /** --proto. */
  PROTO("proto", ' ', Kind.STRING, Topic.NETWORK, "PROTOCOLS_STR"),
  /** --proto-default. */
  PROTO_DEFAULT("proto-default", ' ', Kind.STRING, Topic.NETWORK, "DEFAULT_PROTOCOL"),
  /** --proto-redir. */
  PROTO_REDIR("proto-redir", ' ', Kind.STRING, Topic.NETWORK, "REDIR_PROTOCOLS_STR"),
  /** --proxy. */
  PROXY("proxy", 'x', Kind.STRING, Topic.PROXY, "PROXY"),
  /** --proxy-anyauth. */
  PROXY_ANYAUTH("proxy-anyauth", ' ', Kind.BOOL, Topic.PROXY, "PROXYAUTH"),
  /** --proxy-basic. */
  PROXY_BASIC("proxy-basic", ' ', Kind.BOOL, Topic.PROXY, "PROXYAUTH"),
  /** --proxy-ca-native. */
  PROXY_CA_NATIVE("proxy-ca-native", ' ', Kind.BOOL, Topic.TLS, "PROXY_SSL_OPTIONS"),
  /** --proxy-cacert. */
  PROXY_CACERT("proxy-cacert", ' ', Kind.FILE, Topic.TLS, "PROXY_CAINFO"),
  /** --proxy-capath. */
  PROXY_CAPATH("proxy-capath", ' ', Kind.FILE, Topic.TLS, "PROXY_CAPATH"),
  /** --proxy-cert. */
  PROXY_CERT("proxy-cert", ' ', Kind.FILE, Topic.TLS, "PROXY_SSLCERT"),
  /** --proxy-cert-type. */
  PROXY_CERT_TYPE("proxy-cert-type", ' ', Kind.STRING, Topic.TLS, "PROXY_SSLCERTTYPE"),
  /** --proxy-ciphers. */
  PROXY_CIPHERS("proxy-ciphers", ' ', Kind.STRING, Topic.TLS, "PROXY_SSL_CIPHER_LIST"),
  /** --proxy-crlfile. */
  PROXY_CRLFILE("proxy-crlfile", ' ', Kind.FILE, Topic.TLS, "PROXY_CRLFILE"),
  /** --proxy-digest. */
  PROXY_DIGEST("proxy-digest", ' ', Kind.BOOL, Topic.PROXY, "PROXYAUTH"),
  /** --proxy-header. */
  PROXY_HEADER("proxy-header", ' ', Kind.STRING, Topic.PROXY, "PROXYHEADER"),
  /** --proxy-http2. */
  PROXY_HTTP2("proxy-http2", ' ', Kind.BOOL, Topic.PROXY, "PROXYTYPE"),
  /** --proxy-http3. */
  PROXY_HTTP3("proxy-http3", ' ', Kind.BOOL, Topic.PROXY, "PROXYTYPE"),
  /** --proxy-insecure. */
  PROXY_INSECURE("proxy-insecure", ' ', Kind.BOOL, Topic.TLS, "PROXY_SSL_VERIFYPEER"),
  /** --proxy-key. */
  PROXY_KEY("proxy-key", ' ', Kind.FILE, Topic.TLS, "PROXY_SSLKEY"),
  /** --proxy-key-type. */
  PROXY_KEY_TYPE("proxy-key-type", ' ', Kind.STRING, Topic.TLS, "PROXY_SSLKEYTYPE"),
  /** --proxy-negotiate. */
  PROXY_NEGOTIATE("proxy-negotiate", ' ', Kind.BOOL, Topic.PROXY, "PROXYAUTH"),
  /** --proxy-ntlm. */
  PROXY_NTLM("proxy-ntlm", ' ', Kind.BOOL, Topic.PROXY, "PROXYAUTH"),
  /** --proxy-pass. */
  PROXY_PASS("proxy-pass", ' ', Kind.STRING, Topic.TLS, "PROXY_KEYPASSWD"),
  /** --proxy-pinnedpubkey. */
  PROXY_PINNEDPUBKEY("proxy-pinnedpubkey", ' ', Kind.STRING, Topic.TLS, "PROXY_PINNEDPUBLICKEY"),
  /** --proxy-service-name. */
  PROXY_SERVICE_NAME("proxy-service-name", ' ', Kind.STRING, Topic.PROXY, "PROXY_SERVICE_NAME"),
  /** --proxy-ssl-allow-beast. */
  PROXY_SSL_ALLOW_BEAST("proxy-ssl-allow-beast", ' ', Kind.BOOL, Topic.TLS, "PROXY_SSL_OPTIONS"),
  /** --proxy-ssl-auto-client-cert. */
  PROXY_SSL_AUTO_CLIENT_CERT(
      "proxy-ssl-auto-client-cert", ' ', Kind.BOOL, Topic.TLS, "PROXY_SSL_OPTIONS"),
  /** --proxy-tls13-ciphers. */
  PROXY_TLS13_CIPHERS("proxy-tls13-ciphers", ' ', Kind.STRING, Topic.TLS, "PROXY_TLS13_CIPHERS"),
  /** --proxy-tlsauthtype. */
  PROXY_TLSAUTHTYPE("proxy-tlsauthtype", ' ', Kind.STRING, Topic.DEPRECATED),
  /** --proxy-tlspassword. */
  PROXY_TLSPASSWORD("proxy-tlspassword", ' ', Kind.STRING, Topic.DEPRECATED),
  /** --proxy-tlsuser. */
  PROXY_TLSUSER("proxy-tlsuser", ' ', Kind.STRING, Topic.DEPRECATED),
  /** --proxy-tlsv1. */
  PROXY_TLSV1("proxy-tlsv1", ' ', Kind.NONE, Topic.TLS, "PROXY_SSLVERSION"),
  /** --proxy-user. */
  PROXY_USER("proxy-user", 'U', Kind.STRING, Topic.PROXY, "PROXYUSERPWD"),
  /** --proxy1.0. */
  PROXY1_0("proxy1.0", ' ', Kind.STRING, Topic.PROXY, "PROXY"),
  /** --proxytunnel. */
  PROXYTUNNEL("proxytunnel", 'p', Kind.BOOL, Topic.PROXY, "HTTPPROXYTUNNEL"),
  /** --pubkey. */
  PUBKEY("pubkey", ' ', Kind.STRING, Topic.ABSENT),
  /** --quote. */
  QUOTE("quote", 'Q', Kind.STRING, Topic.FTP, "QUOTE"),
  /** --random-file. */
  RANDOM_FILE("random-file", ' ', Kind.FILE, Topic.DEPRECATED),
  /** --range. */
  RANGE("range", 'r', Kind.STRING, Topic.REQUEST, "RANGE"),
  /** --rate. */
  RATE("rate", ' ', Kind.STRING, Topic.TOOL),
  /** --raw. */
  RAW("raw", ' ', Kind.BOOL, Topic.REQUEST, "HTTP_CONTENT_DECODING"),
  /** --referer. */
  REFERER("referer", 'e', Kind.STRING, Topic.REQUEST, "REFERER"),
  /** --remote-header-name. */
  REMOTE_HEADER_NAME("remote-header-name", 'J', Kind.BOOL, Topic.OUTPUT),
  /** --remote-name. */
  REMOTE_NAME("remote-name", 'O', Kind.BOOL, Topic.OUTPUT),
  /** --remote-name-all. */
  REMOTE_NAME_ALL("remote-name-all", ' ', Kind.BOOL, Topic.OUTPUT),
  /** --remote-time. */
  REMOTE_TIME("remote-time", 'R', Kind.BOOL, Topic.OUTPUT, "FILETIME"),
  /** --remove-on-error. */
  REMOVE_ON_ERROR("remove-on-error", ' ', Kind.BOOL, Topic.OUTPUT),
  /** --request. */
  REQUEST("request", 'X', Kind.STRING, Topic.REQUEST, "CUSTOMREQUEST"),
  /** --request-target. */
  REQUEST_TARGET("request-target", ' ', Kind.STRING, Topic.REQUEST, "REQUEST_TARGET"),
  /** --resolve. */
  RESOLVE("resolve", ' ', Kind.STRING, Topic.NETWORK, "RESOLVE"),
  /** --retry. */
  RETRY("retry", ' ', Kind.NUMBER, Topic.TOOL),
  /** --retry-all-errors. */
  RETRY_ALL_ERRORS("retry-all-errors", ' ', Kind.BOOL, Topic.TOOL),
  /** --retry-connrefused. */
  RETRY_CONNREFUSED("retry-connrefused", ' ', Kind.BOOL, Topic.TOOL),
  /** --retry-delay. */
  RETRY_DELAY("retry-delay", ' ', Kind.SECONDS, Topic.TOOL),
  /** --retry-max-time. */
  RETRY_MAX_TIME("retry-max-time", ' ', Kind.SECONDS, Topic.TOOL),
  /** --sasl-authzid. */
  SASL_AUTHZID("sasl-authzid", ' ', Kind.STRING, Topic.ABSENT),
  /** --sasl-ir. */
  SASL_IR("sasl-ir", ' ', Kind.BOOL, Topic.ABSENT),
  /** --service-name. */
  SERVICE_NAME("service-name", ' ', Kind.STRING, Topic.AUTH, "SERVICE_NAME"),
  /** --no-sessionid. */
  SESSIONID("sessionid", ' ', Kind.BOOL, Topic.TLS, "SSL_SESSIONID_CACHE", true),
  /** --show-error. */
  SHOW_ERROR("show-error", 'S', Kind.BOOL, Topic.TOOL),
  /** --show-headers. */
  SHOW_HEADERS("show-headers", 'i', Kind.BOOL, Topic.OUTPUT),
  /** --sigalgs. */
  SIGALGS("sigalgs", ' ', Kind.STRING, Topic.TLS, "SSL_SIGNATURE_ALGORITHMS"),
  /** --silent. */
  SILENT("silent", 's', Kind.BOOL, Topic.TOOL),
  /** --skip-existing. */
  SKIP_EXISTING("skip-existing", ' ', Kind.BOOL, Topic.OUTPUT),
  /** --socks4. */
  SOCKS4("socks4", ' ', Kind.STRING, Topic.PROXY, "PROXY"),
  /** --socks4a. */
  SOCKS4A("socks4a", ' ', Kind.STRING, Topic.PROXY, "PROXY"),
  /** --socks5. */
  SOCKS5("socks5", ' ', Kind.STRING, Topic.PROXY, "PROXY"),
  /** --socks5-basic. */
  SOCKS5_BASIC("socks5-basic", ' ', Kind.BOOL, Topic.PROXY, "SOCKS5_AUTH"),
  /** --socks5-gssapi. */
  SOCKS5_GSSAPI("socks5-gssapi", ' ', Kind.BOOL, Topic.PROXY, "SOCKS5_AUTH"),
  /** --socks5-gssapi-nec. */
  SOCKS5_GSSAPI_NEC("socks5-gssapi-nec", ' ', Kind.BOOL, Topic.PROXY, "SOCKS5_GSSAPI_NEC"),
  /** --socks5-gssapi-service. */
  SOCKS5_GSSAPI_SERVICE(
      "socks5-gssapi-service", ' ', Kind.STRING, Topic.PROXY, "PROXY_SERVICE_NAME"),
  /** --socks5-hostname. */
  SOCKS5_HOSTNAME("socks5-hostname", ' ', Kind.STRING, Topic.PROXY, "PROXY"),
  /** --speed-limit. */
  SPEED_LIMIT("speed-limit", 'Y', Kind.NUMBER, Topic.NETWORK, "LOW_SPEED_LIMIT"),
  /** --speed-time. */
  SPEED_TIME("speed-time", 'y', Kind.NUMBER, Topic.NETWORK, "LOW_SPEED_TIME"),
  /** --ssl. */
  SSL("ssl", ' ', Kind.BOOL, Topic.FTP, "USE_SSL"),
  /** --ssl-allow-beast. */
  SSL_ALLOW_BEAST("ssl-allow-beast", ' ', Kind.BOOL, Topic.TLS, "SSL_OPTIONS"),
  /** --ssl-auto-client-cert. */
  SSL_AUTO_CLIENT_CERT("ssl-auto-client-cert", ' ', Kind.BOOL, Topic.TLS, "SSL_OPTIONS"),
  /** --ssl-no-revoke. */
  SSL_NO_REVOKE("ssl-no-revoke", ' ', Kind.BOOL, Topic.TLS, "SSL_OPTIONS"),
  /** --ssl-reqd. */
  SSL_REQD("ssl-reqd", ' ', Kind.BOOL, Topic.FTP, "USE_SSL"),
  /** --ssl-revoke-best-effort. */
  SSL_REVOKE_BEST_EFFORT("ssl-revoke-best-effort", ' ', Kind.BOOL, Topic.TLS, "SSL_OPTIONS"),
  /** --ssl-sessions. */
  SSL_SESSIONS("ssl-sessions", ' ', Kind.FILE, Topic.ABSENT),
  /** --sslv2. */
  SSLV2("sslv2", '2', Kind.NONE, Topic.DEPRECATED),
  /** --sslv3. */
  SSLV3("sslv3", '3', Kind.NONE, Topic.DEPRECATED),
  /** --stderr. */
  STDERR("stderr", ' ', Kind.FILE, Topic.TOOL),
  /** --styled-output. */
  STYLED_OUTPUT("styled-output", ' ', Kind.BOOL, Topic.TOOL),
  /** --suppress-connect-headers. */
  SUPPRESS_CONNECT_HEADERS(
      "suppress-connect-headers", ' ', Kind.BOOL, Topic.PROXY, "SUPPRESS_CONNECT_HEADERS"),
  /** --tcp-fastopen. */
  TCP_FASTOPEN("tcp-fastopen", ' ', Kind.BOOL, Topic.NETWORK, "TCP_FASTOPEN"),
  /** --tcp-nodelay. */
  TCP_NODELAY("tcp-nodelay", ' ', Kind.BOOL, Topic.NETWORK, "TCP_NODELAY"),
  /** --telnet-option. */
  TELNET_OPTION("telnet-option", 't', Kind.STRING, Topic.ABSENT),
  /** --tftp-blksize. */
  TFTP_BLKSIZE("tftp-blksize", ' ', Kind.NUMBER, Topic.ABSENT),
  /** --tftp-no-options. */
  TFTP_NO_OPTIONS("tftp-no-options", ' ', Kind.BOOL, Topic.ABSENT),
  /** --time-cond. */
  TIME_COND("time-cond", 'z', Kind.STRING, Topic.REQUEST, "TIMECONDITION"),
  /** --tls-earlydata. */
  TLS_EARLYDATA("tls-earlydata", ' ', Kind.BOOL, Topic.TLS, "SSL_OPTIONS"),
  /** --tls-max. */
  TLS_MAX("tls-max", ' ', Kind.STRING, Topic.TLS, "SSLVERSION"),
  /** --tls13-ciphers. */
  TLS13_CIPHERS("tls13-ciphers", ' ', Kind.STRING, Topic.TLS, "TLS13_CIPHERS"),
  /** --tlsauthtype. */
  TLSAUTHTYPE("tlsauthtype", ' ', Kind.STRING, Topic.DEPRECATED),
  /** --tlspassword. */
  TLSPASSWORD("tlspassword", ' ', Kind.STRING, Topic.DEPRECATED),
  /** --tlsuser. */
  TLSUSER("tlsuser", ' ', Kind.STRING, Topic.DEPRECATED),
  /** --tlsv1. */
  TLSV1("tlsv1", '1', Kind.NONE, Topic.TLS, "SSLVERSION"),
  /** --tlsv1.0. */
  TLSV1_0("tlsv1.0", ' ', Kind.NONE, Topic.TLS, "SSLVERSION"),
  /** --tlsv1.1. */
  TLSV1_1("tlsv1.1", ' ', Kind.NONE, Topic.TLS, "SSLVERSION"),
  /** --tlsv1.2. */
  TLSV1_2("tlsv1.2", ' ', Kind.NONE, Topic.TLS, "SSLVERSION"),
  /** --tlsv1.3. */
  TLSV1_3("tlsv1.3", ' ', Kind.NONE, Topic.TLS, "SSLVERSION"),
  /** --tr-encoding. */
  TR_ENCODING("tr-encoding", ' ', Kind.BOOL, Topic.REQUEST, "TRANSFER_ENCODING"),
  /** --trace. */
  TRACE("trace", ' ', Kind.FILE, Topic.TOOL),
  /** --trace-ascii. */
  TRACE_ASCII("trace-ascii", ' ', Kind.FILE, Topic.TOOL),
  /** --trace-config. */
  TRACE_CONFIG("trace-config", ' ', Kind.STRING, Topic.TOOL),
  /** --trace-ids. */
  TRACE_IDS("trace-ids", ' ', Kind.BOOL, Topic.TOOL),
  /** --trace-time. */
  TRACE_TIME("trace-time", ' ', Kind.BOOL, Topic.TOOL),
  /** --unix-socket. */
  UNIX_SOCKET("unix-socket", ' ', Kind.FILE, Topic.NETWORK, "UNIX_SOCKET_PATH"),
  /** --upload-file. */
  UPLOAD_FILE("upload-file", 'T', Kind.FILE, Topic.REQUEST, "UPLOAD"),
  /** --upload-flags. */
  UPLOAD_FLAGS("upload-flags", ' ', Kind.STRING, Topic.ABSENT),
  /** --url. */
  URL("url", ' ', Kind.STRING, Topic.REQUEST, "URL"),
  /** --url-query. */
  URL_QUERY("url-query", ' ', Kind.STRING, Topic.DATA),
  /** --use-ascii. */
  USE_ASCII("use-ascii", 'B', Kind.BOOL, Topic.FTP, "TRANSFERTEXT"),
  /** --user. */
  USER("user", 'u', Kind.STRING, Topic.AUTH, "USERPWD"),
  /** --user-agent. */
  USER_AGENT("user-agent", 'A', Kind.STRING, Topic.REQUEST, "USERAGENT"),
  /** --variable. */
  VARIABLE("variable", ' ', Kind.STRING, Topic.TOOL),
  /** --verbose. */
  VERBOSE("verbose", 'v', Kind.BOOL, Topic.TOOL),
  /** --version. */
  VERSION("version", 'V', Kind.BOOL, Topic.TOOL),
  /** --vlan-priority. */
  VLAN_PRIORITY("vlan-priority", ' ', Kind.NUMBER, Topic.NETWORK, "SOCKOPTFUNCTION"),
  /** --write-out. */
  WRITE_OUT("write-out", 'w', Kind.STRING, Topic.OUTPUT),
  /** --xattr. */
  XATTR("xattr", ' ', Kind.BOOL, Topic.OUTPUT);

  /** What argument an option takes. */
  public enum Kind {
    /** None, and no --no- form. */
    NONE,
    /** None; --no-name turns it off. */
    BOOL,
    /** A text. */
    STRING,
    /** A file's name. */
    FILE,
    /** Seconds, with decimals. */
    SECONDS,
    /** A number of 0 or more. */
    NUMBER;

    /** Whether there is an argument. */
    public boolean takesArgument() {
      return ordinal() >= STRING.ordinal();
    }
  }

  /** Which handler acts on an option. */
  public enum Topic {
    /** What is asked for. */
    REQUEST,
    /** What is sent along. */
    DATA,
    /** Who asks. */
    AUTH,
    /** TLS, to the server and to the proxy. */
    TLS,
    /** Proxies. */
    PROXY,
    /** Names, sockets, times, speeds. */
    NETWORK,
    /** FTP. */
    FTP,
    /** What becomes of the answer. */
    OUTPUT,
    /** The command itself. */
    TOOL,
    /** Of a protocol or a feature that is not here. */
    ABSENT,
    /** Without function in curl too. */
    DEPRECATED
  }

  private static final char NO_SHORT = ' ';

  private final String longName;
  private final char shortName;
  private final Kind kind;
  private final Topic topic;
  private final String library;
  private final boolean documentedAsNo;

  CliOption(String longName, char shortName, Kind kind, Topic topic) {
    this(longName, shortName, kind, topic, null, false);
  }

  CliOption(String longName, char shortName, Kind kind, Topic topic, String library) {
    this(longName, shortName, kind, topic, library, false);
  }

  CliOption(
      String longName,
      char shortName,
      Kind kind,
      Topic topic,
      String library,
      boolean documentedAsNo) {
    this.longName = longName;
    this.shortName = shortName;
    this.kind = kind;
    this.topic = topic;
    this.library = library;
    this.documentedAsNo = documentedAsNo;
  }

  /** The name after the two dashes. */
  public String longName() {
    return longName;
  }

  /** The letter after the one dash; a space if there is none. */
  public char shortName() {
    return shortName;
  }

  /** What argument it takes. */
  public Kind kind() {
    return kind;
  }

  /** Which handler acts on it. */
  public Topic topic() {
    return topic;
  }

  /** The name of the library option without which it cannot work, or null. */
  public String library() {
    return library;
  }

  /** Whether the short form, and the manual, mean the --no- form. */
  public boolean documentedAsNo() {
    return documentedAsNo;
  }

  private static final Map<String, CliOption> BY_LONG = new HashMap<>(1024);
  private static final CliOption[] BY_SHORT = new CliOption[128];

  static {
    for (CliOption option : values()) {
      BY_LONG.put(option.longName, option);
      if (option.shortName != NO_SHORT) {
        BY_SHORT[option.shortName] = option;
      }
    }
  }

  /** The option of that long name, written out in full; null if there is none. */
  public static CliOption byLongName(String name) {
    return BY_LONG.get(name);
  }

  /** The option of that letter; null if there is none. */
  public static CliOption byShortName(char letter) {
    return letter < BY_SHORT.length ? BY_SHORT[letter] : null;
  }
}
