package io.nettycurl;

import io.nettycurl.spi.HeaderRecord;

/**
 * Owned like its easy handle. Looks for headers among those recorded that came from certain places
 * in answer to one request.
 */
final class HeaderSearch {
  private static final long ALL_ORIGINS =
      CurlSymbols.CURLH_HEADER
          | CurlSymbols.CURLH_TRAILER
          | CurlSymbols.CURLH_CONNECT
          | CurlSymbols.CURLH_1XX
          | CurlSymbols.CURLH_PSEUDO;

  private final HeaderRecord headers;
  private final long origin;
  private final int request;

  private HeaderSearch(HeaderRecord headers, long origin, int request) {
    this.headers = headers;
    this.origin = origin;
    this.request = request < 0 ? headers.requests() : request;
  }

  static CurlHeader.Result find(
      HeaderRecord headers, String name, int index, long origin, int request) {
    boolean known = origin > 0 && origin <= ALL_ORIGINS;
    if (name == null || index < 0 || !known || request < -1) {
      return new CurlHeader.Result(CurlHeaderCode.BAD_ARGUMENT, null);
    }
    if (headers.size() == 0) {
      return new CurlHeader.Result(CurlHeaderCode.NOHEADERS, null);
    }
    return request > headers.requests()
        ? new CurlHeader.Result(CurlHeaderCode.NOREQUEST, null)
        : new HeaderSearch(headers, origin, request).find(name, index);
  }

  private CurlHeader.Result find(String name, int index) {
    int amount = 0;
    int found = -1;
    for (int i = 0; i < headers.size(); i++) {
      if (isAskedFor(i) && headers.hasName(i, name)) {
        if (amount == index) {
          found = i;
        }
        amount++;
      }
    }
    if (found < 0) {
      return new CurlHeader.Result(
          amount == 0 ? CurlHeaderCode.MISSING : CurlHeaderCode.BADINDEX, null);
    }
    return new CurlHeader.Result(CurlHeaderCode.OK, header(found, amount, index));
  }

  static CurlHeader next(HeaderRecord headers, long origin, int request, CurlHeader previous) {
    return request > headers.requests()
        ? null
        : new HeaderSearch(headers, origin, request).next(previous);
  }

  private CurlHeader next(CurlHeader previous) {
    int at = previous == null ? 0 : placeOf(previous) + 1;
    if (previous != null && at == 0) {
      return null;
    }
    while (at < headers.size() && !isAskedFor(at)) {
      at++;
    }
    if (at >= headers.size()) {
      return null;
    }
    int amount = 0;
    int index = 0;
    String name = headers.name(at);
    for (int i = 0; i < headers.size(); i++) {
      if (isAskedFor(i) && headers.hasName(i, name)) {
        index = i == at ? amount : index;
        amount++;
      }
    }
    return header(at, amount, index);
  }

  /** A header is known again by its name and by how many of that name came before; -1 if not. */
  private int placeOf(CurlHeader header) {
    int left = header.index();
    for (int i = 0; i < headers.size(); i++) {
      if (isAskedFor(i) && headers.hasName(i, header.name()) && left-- == 0) {
        return i;
      }
    }
    return -1;
  }

  private boolean isAskedFor(int i) {
    return headers.request(i) == request && (headers.origin(i) & origin) != 0;
  }

  private CurlHeader header(int i, int amount, int index) {
    return new CurlHeader(headers.name(i), headers.value(i), amount, index, headers.origin(i));
  }
}
