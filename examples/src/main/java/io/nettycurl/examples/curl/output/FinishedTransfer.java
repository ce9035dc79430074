package io.nettycurl.examples.curl.output;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;

/**
 * What -w may tell about a transfer.
 *
 * @param easy its handle
 * @param result how it ended
 * @param errorMessage what went wrong
 * @param url as it was given
 * @param urlNumber which URL of the run
 * @param fileName where the body went; null for standard output
 * @param headerCount how many headers the last response had
 * @param retries how often it was tried again
 * @param headers what was received
 */
public record FinishedTransfer(
    CurlEasy easy,
    CurlCode result,
    String errorMessage,
    String url,
    int urlNumber,
    String fileName,
    long headerCount,
    long retries,
    ResponseHeaders headers) {}
