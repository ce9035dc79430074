package io.nettycurl;

import java.util.List;

/**
 * What is built in (curl_version_info_data).
 *
 * @param version the libcurl version whose interface this is
 * @param engine name and version of this library
 * @param libraries names and versions of what it stands on, "name/version" each
 * @param protocols schemes, in alphabetical order
 * @param features names as the curl command prints them, in alphabetical order
 * @see <a href="https://curl.se/libcurl/c/curl_version_info.html">curl_version_info(3)</a>
 */
public record CurlVersionInfo(
    String version,
    String engine,
    List<String> libraries,
    List<String> protocols,
    List<String> features) {}
