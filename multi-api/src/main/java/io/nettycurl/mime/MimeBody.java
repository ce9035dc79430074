package io.nettycurl.mime;

import static io.nettycurl.CurlSymbols.CURLMIMEOPT_FORMESCAPE;

import io.nettycurl.CurlCode;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.Ascii;
import io.nettycurl.spi.BodyReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Owned by the transfer that opened it. The bytes of a {@link CurlMime}, made while they are read:
 * nothing but headers and boundaries is held in memory.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_MIMEPOST.html">CURLOPT_MIMEPOST(3)</a>
 */
public final class MimeBody implements BodyReader {
  /** libcurl reads bodies nested no deeper. */
  private static final int MAX_LEVELS = 12;

  private static final int SKIP_BUFFER = 4096;
  private static final String FORM_DATA = "multipart/form-data";
  private static final String CONTENT_TYPE = "Content-Type";

  private final boolean backslashes;
  private final List<String> headers;
  private final PartSource source;
  private final long length;
  private CurlCode code = CurlCode.OK;
  private long sent;
  private long failure;
  private boolean paused;

  private MimeBody(CurlMime mime, OptionValues options) {
    List<String> requestHeaders = options.get(CurlOpt.HTTPHEADER);
    String type = mime == null ? null : contentType(requestHeaders);
    backslashes = (options.number(CurlOpt.MIME_OPTIONS) & CURLMIMEOPT_FORMESCAPE) != 0;
    headers =
        type == null
            ? List.of()
            : List.of(CONTENT_TYPE + ": " + type + "; boundary=" + mime.boundary());
    source = mime == null ? new BytesSource(new byte[0]) : open(mime, type, 1);
    if (code == CurlCode.OK) {
      code = source.rewind();
    }
    length = source.length();
  }

  /**
   * Opens a body at its start.
   *
   * @param mime the body; null for an empty one
   * @param options the handle's options: MIME_OPTIONS counts, and a Content-Type in HTTPHEADER, to
   *     which the boundary is added
   * @return the body; see {@link #code}
   */
  public static MimeBody open(CurlMime mime, OptionValues options) {
    return new MimeBody(mime, options);
  }

  /**
   * Whether the body can be sent.
   *
   * @return OK; BAD_FUNCTION_ARGUMENT for a line end in a name where MIME_OPTIONS asks for
   *     backslashes; SEND_FAIL_REWIND if a part was sent before and cannot start over; READ_ERROR
   *     for parts nested more than 12 deep
   */
  public CurlCode code() {
    return code;
  }

  /** The headers that the request needs for it, in the place of any Content-Type of the user's. */
  public List<String> headers() {
    return headers;
  }

  /** The user's type, without the boundary, or that of a form. */
  private static String contentType(List<String> requestHeaders) {
    if (requestHeaders == null) {
      return FORM_DATA;
    }
    String given = PartHeaders.find(requestHeaders, CONTENT_TYPE);
    if (given != null) {
      return given;
    }
    String blanked = CONTENT_TYPE + ";";
    return requestHeaders.stream().anyMatch(h -> Ascii.startsWithIgnoreCase(h, 0, blanked))
        ? ""
        : FORM_DATA;
  }

  private PartSource open(CurlMime mime, String contentType, int level) {
    if (level > MAX_LEVELS) {
      code = CurlCode.READ_ERROR;
      return new BytesSource(new byte[0]);
    }
    String disposition = PartHeaders.isType(contentType, FORM_DATA) ? "form-data" : null;
    List<PartSource> sources = new ArrayList<>();
    String lead = "--" + mime.boundary();
    for (CurlMimePart part : mime.parts()) {
      String type = PartHeaders.contentType(part);
      sources.add(text(lead + "\r\n" + headersOf(part, type, disposition)));
      PartSource content =
          part.content() instanceof PartContent.Subparts subparts
              ? open(subparts.mime(), type, level + 1)
              : part.content().open();
      sources.add(part.encoder() == null ? content : part.encoder().wrap(content));
      lead = "\r\n--" + mime.boundary();
    }
    sources.add(text(lead + "--\r\n"));
    return new SequenceSource(sources);
  }

  private static PartSource text(String text) {
    return new BytesSource(text.getBytes(StandardCharsets.UTF_8));
  }

  private String headersOf(CurlMimePart part, String contentType, String disposition) {
    if (backslashes && PartHeaders.breaksLine(part)) {
      code = CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    StringBuilder text = new StringBuilder();
    for (String header : PartHeaders.of(part, contentType, disposition, backslashes)) {
      text.append(header).append("\r\n");
    }
    return text.append("\r\n").toString();
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public boolean callsUser() {
    return source.callsUser();
  }

  @Override
  public long read(ByteBuffer into) {
    if (failure != 0) {
      return failure;
    }
    if (paused) {
      paused = false;
      source.resume();
    }
    int limit = into.limit();
    if (length >= 0) {
      into.limit((int) Math.min(limit, into.position() + length - sent));
    }
    try {
      return into.hasRemaining() ? noted(readRounds(into)) : PartSource.END;
    } finally {
      into.limit(limit);
    }
  }

  /** A callback may give too little for an encoder to make anything of it. */
  private long readRounds(ByteBuffer into) {
    long count;
    do {
      count = source.read(into, new PartSource.Round());
    } while (count == PartSource.NEXT_ROUND);
    return count;
  }

  private long noted(long count) {
    if (count == PartSource.PAUSE) {
      paused = true;
    } else if (count == PartSource.ABORT) {
      failure = count;
    } else if (count < 0 || (count == PartSource.END && sent < length)) {
      failure = PartSource.ERROR;
      return failure;
    } else {
      sent += count;
    }
    return count;
  }

  @Override
  public CurlCode seek(long offset) {
    if (sent > 0 || failure != 0) {
      CurlCode rewound = source.rewind();
      if (rewound != CurlCode.OK) {
        return rewound;
      }
    }
    sent = 0;
    failure = 0;
    paused = false;
    return skip(offset) ? CurlCode.OK : CurlCode.SEND_FAIL_REWIND;
  }

  private boolean skip(long offset) {
    ByteBuffer scratch = ByteBuffer.allocate(SKIP_BUFFER);
    while (sent < offset) {
      scratch.clear();
      scratch.limit((int) Math.min(SKIP_BUFFER, offset - sent));
      long count = read(scratch);
      if (count <= 0 || count == PartSource.PAUSE || count == PartSource.ABORT) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    source.close();
  }
}
