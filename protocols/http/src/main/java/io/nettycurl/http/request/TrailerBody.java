package io.nettycurl.http.request;

import static io.nettycurl.CurlSymbols.CURL_READFUNC_ABORT;
import static io.nettycurl.CurlSymbols.CURL_TRAILERFUNC_OK;

import io.nettycurl.CurlCode;
import io.nettycurl.callback.TrailerCallback;
import io.nettycurl.spi.BodyReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Owned by the thread that runs the callbacks. The trailer lines of an upload in chunks, asked of
 * the user when the first of them is read.
 */
public final class TrailerBody implements BodyReader {
  private final TrailerCallback callback;
  private final Object userdata;
  private ByteBuffer lines;

  /**
   * The lines that a callback gives.
   *
   * @param callback TRAILERFUNCTION
   * @param userdata TRAILERDATA
   */
  public TrailerBody(TrailerCallback callback, Object userdata) {
    this.callback = callback;
    this.userdata = userdata;
  }

  @Override
  public long length() {
    return -1;
  }

  @Override
  public long read(ByteBuffer into) {
    if (lines == null) {
      List<String> given = new ArrayList<>();
      if (callback.trailer(given, userdata) != CURL_TRAILERFUNC_OK) {
        return CURL_READFUNC_ABORT;
      }
      lines = ByteBuffer.wrap(text(given).getBytes(StandardCharsets.UTF_8));
    }
    int count = Math.min(into.remaining(), lines.remaining());
    ByteBuffer piece = lines.slice(lines.position(), count);
    into.put(piece);
    lines.position(lines.position() + count);
    return count;
  }

  /** Leaves out what is not of the form "Name: value". */
  private static String text(List<String> given) {
    StringBuilder out = new StringBuilder();
    for (String line : given) {
      int colon = line.indexOf(':');
      if (colon >= 0 && colon + 1 < line.length() && line.charAt(colon + 1) == ' ') {
        out.append(line).append("\r\n");
      }
    }
    return out.toString();
  }

  @Override
  public CurlCode seek(long offset) {
    return CurlCode.SEND_FAIL_REWIND;
  }

  @Override
  public boolean callsUser() {
    return true;
  }
}
