package io.nettycurl.examples.curl.output;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlHeader;
import io.nettycurl.CurlHeaderCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.console.ByteStrings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Owned by the command's thread. The headers of every response of a transfer, as -w shows them;
 * trailers, interim responses and those of proxies are left out.
 */
public final class ResponseHeaders {
  /** Where headers are asked for. */
  interface Source {
    /** See {@link CurlEasy#header}. */
    CurlHeader.Result header(String name, int index, long origin, int request);

    /** See {@link CurlEasy#nextheader}. */
    CurlHeader next(long origin, int request, CurlHeader previous);
  }

  private static final int LAST = -1;

  private final Source source;

  /**
   * Those of a handle's last transfer.
   *
   * @param easy the handle
   */
  public ResponseHeaders(CurlEasy easy) {
    this(
        new Source() {
          @Override
          public CurlHeader.Result header(String name, int index, long origin, int request) {
            return easy.header(name, index, origin, request);
          }

          @Override
          public CurlHeader next(long origin, int request, CurlHeader previous) {
            return easy.nextheader(origin, request, previous);
          }
        });
  }

  ResponseHeaders(Source source) {
    this.source = source;
  }

  private CurlHeader find(String name, int index, int request) {
    CurlHeader.Result found = source.header(name, index, CurlSymbols.CURLH_HEADER, request);
    return found.code() == CurlHeaderCode.OK ? found.header() : null;
  }

  /** The first value in the last response; null if there is none. */
  public String first(String name) {
    CurlHeader header = find(name, 0, LAST);
    return header == null ? null : text(header.value());
  }

  /** The values in all responses, up to the first that has none. */
  public List<String> all(String name) {
    List<String> all = new ArrayList<>();
    int request = 0;
    for (CurlHeader header = find(name, 0, request); header != null; ) {
      all.add(text(header.value()));
      boolean more = header.index() + 1 < header.amount();
      header = more ? find(name, header.index() + 1, request) : find(name, 0, ++request);
    }
    return all;
  }

  /** The headers of the last response, as %{header_json} shows them. */
  public String json() {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    for (CurlHeader header = next(null); header != null; header = next(header)) {
      byName
          .computeIfAbsent(text(header.name()).toLowerCase(Locale.ROOT), n -> new ArrayList<>())
          .add(JsonText.string(text(header.value()), false));
    }
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, List<String>> entry : byName.entrySet()) {
      members.add(
          JsonText.string(entry.getKey(), true) + ":[" + String.join(",", entry.getValue()) + "]");
    }
    return "{" + String.join(",\n", members) + "\n}";
  }

  private CurlHeader next(CurlHeader previous) {
    return source.next(CurlSymbols.CURLH_HEADER, LAST, previous);
  }

  /** The library gives a character for each byte. */
  private static String text(String bytes) {
    return ByteStrings.decode(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
