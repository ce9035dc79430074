package io.nettycurl.url;

/**
 * A part of a URL (CURLUPart); ordinals are libcurl's numbers.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_url_get.html">curl_url_get(3)</a>
 */
public enum UrlPart {
  /** The whole URL. */
  URL,
  /** Scheme. */
  SCHEME,
  /** User name. */
  USER,
  /** Password. */
  PASSWORD,
  /** Login options. */
  OPTIONS,
  /** Host name or address; IPv6 in brackets. */
  HOST,
  /** Port number. */
  PORT,
  /** Path, leading slash included. */
  PATH,
  /** Query, without the question mark. */
  QUERY,
  /** Fragment, without the hash sign. */
  FRAGMENT,
  /** IPv6 zone id. */
  ZONEID
}
