package io.nettycurl.mime;

/** placeholder. */
public final class CurlMime {}
