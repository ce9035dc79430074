package io.nettycurl.option;

/**
 * Every easy option under libcurl's name after the CURLOPT_ prefix, gathered from the themed
 * holders: {@code CurlOpt.URL}, {@code CurlOpt.HTTPHEADER}.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
 */
public interface CurlOpt
    extends BehaviorOptions,
        CallbackOptions,
        ProxyOptions,
        TlsOptions,
        FtpOptions,
        WebSocketOptions,
        HttpOptions,
        AuthOptions,
        ConnectionOptions,
        TransferOptions {}
