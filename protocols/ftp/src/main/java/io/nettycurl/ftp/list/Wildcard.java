package io.nettycurl.ftp.list;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.ChunkBeginCallback;
import io.nettycurl.callback.ChunkEndCallback;
import io.nettycurl.callback.FileInfo;
import io.nettycurl.callback.FnMatchCallback;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import java.util.ArrayDeque;

/**
 * Owned by the loop while the listing comes in, from {@link #advance} on by the thread that runs
 * the callbacks. One wildcard download: which files there are, and which is the next.
 *
 * <p>As in libcurl the pattern is compared as the URL has it, not percent-decoded, and what the end
 * callback answers changes nothing. A file's name is taken as the server wrote it, where libcurl
 * decodes it once more.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_WILDCARDMATCH.html">CURLOPT_WILDCARDMATCH(3)</a>
 */
public final class Wildcard {
  private static final String ARROW = " -> ";

  private final String pattern;
  private final ListParser parser = new ListParser(this::listed);
  private final ArrayDeque<ListEntry> left = new ArrayDeque<>();
  private boolean prefiltered;
  private boolean matched;
  private boolean begun;

  /**
   * Immutable. What comes next.
   *
   * @param code the result so far; any but OK ends the transfer
   * @param file the next file; null if there is none any more
   */
  public record Step(CurlCode code, ListEntry file) {}

  /**
   * A wildcard whose listing is still to come.
   *
   * @param pattern what the names have to fit
   */
  public Wildcard(String pattern) {
    this.pattern = pattern;
  }

  /**
   * Where the listing goes to.
   *
   * @param options the transfer's; without a matching function of the user's, what does not fit is
   *     not kept at all
   */
  public ListWriter writer(OptionValues options) {
    prefiltered = options.get(CurlOpt.FNMATCH_FUNCTION) == null;
    return new ListWriter(parser);
  }

  private void listed(ListEntry entry) {
    if (!prefiltered || fits(entry.name())) {
      left.add(entry);
    }
  }

  private boolean fits(String name) {
    return NamePattern.matches(pattern, name);
  }

  /**
   * The listing, or a file, is over: ends the file, and begins the next that the user does not
   * skip. Calls callbacks.
   *
   * @param code how it went
   * @param options the transfer's
   * @return what comes next
   */
  public Step advance(CurlCode code, OptionValues options) {
    abandon(options);
    if (code != CurlCode.OK) {
      return new Step(code, null);
    }
    if (!matched) {
      matched = true;
      match(options);
      if (parser.failure() != CurlCode.OK) {
        return new Step(parser.failure(), null);
      }
      if (left.isEmpty()) {
        return new Step(CurlCode.REMOTE_FILE_NOT_FOUND, null);
      }
    }
    return next(options);
  }

  private void match(OptionValues options) {
    FnMatchCallback function = options.get(CurlOpt.FNMATCH_FUNCTION);
    if (function != null) {
      Object data = options.get(CurlOpt.FNMATCH_DATA);
      String shown = UnixLine.readable(pattern);
      left.removeIf(
          entry ->
              function.match(shown, entry.info().filename(), data)
                  != CurlSymbols.CURL_FNMATCHFUNC_MATCH);
    }
    left.removeIf(Wildcard::isAmbiguous);
  }

  /** There is no telling where the name of such a link ends. */
  private static boolean isAmbiguous(ListEntry entry) {
    String target = entry.info().target();
    return target != null && target.contains(ARROW);
  }

  private Step next(OptionValues options) {
    while (!left.isEmpty()) {
      ListEntry entry = left.peek();
      long answer = begin(entry.info(), options);
      if (answer == CurlSymbols.CURL_CHUNK_BGN_FUNC_FAIL) {
        return new Step(CurlCode.CHUNK_FAILED, null);
      }
      begun = true;
      left.remove();
      if (answer != CurlSymbols.CURL_CHUNK_BGN_FUNC_SKIP
          && entry.info().filetype() == CurlSymbols.CURLFILETYPE_FILE) {
        return new Step(CurlCode.OK, entry);
      }
      abandon(options);
    }
    return new Step(CurlCode.OK, null);
  }

  private long begin(FileInfo info, OptionValues options) {
    ChunkBeginCallback function = options.get(CurlOpt.CHUNK_BGN_FUNCTION);
    return function == null
        ? CurlSymbols.CURL_CHUNK_BGN_FUNC_OK
        : function.begin(info, options.get(CurlOpt.CHUNK_DATA), left.size());
  }

  /**
   * Ends the file under way, if there is one. Calls a callback.
   *
   * @param options the transfer's
   */
  public void abandon(OptionValues options) {
    ChunkEndCallback function = options.get(CurlOpt.CHUNK_END_FUNCTION);
    if (begun && function != null) {
      function.end(options.get(CurlOpt.CHUNK_DATA));
    }
    begun = false;
  }
}
