package io.nettycurl.mime;

import io.nettycurl.CurlCode;
import io.nettycurl.callback.ReadCallback;
import io.nettycurl.callback.SeekCallback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Owned like its {@link CurlMime}. One part of a body: a name, headers, and one kind of content,
 * the last one set.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_mime_addpart.html">curl_mime_addpart(3)</a>
 */
public final class CurlMimePart {
  private final CurlMime mime;
  private String name;
  private String filename;
  private String type;
  private List<String> headers = List.of();
  private MimeEncoder encoder;
  private PartContent content = PartContent.NONE;

  CurlMimePart(CurlMime mime) {
    this.mime = mime;
  }

  /**
   * Sets the name of the field.
   *
   * @param text the name; quotes and line ends are encoded when it is sent; null for none
   * @return OK
   * @see <a href="https://curl.se/libcurl/c/curl_mime_name.html">curl_mime_name(3)</a>
   */
  public CurlCode name(String text) {
    name = text;
    return CurlCode.OK;
  }

  /**
   * Sets the file name that the other side is told.
   *
   * @param text the name; quotes and line ends are encoded when it is sent; null for none
   * @return OK
   * @see <a href="https://curl.se/libcurl/c/curl_mime_filename.html">curl_mime_filename(3)</a>
   */
  public CurlCode filename(String text) {
    filename = text;
    return CurlCode.OK;
  }

  /**
   * Sets the content type, which is otherwise guessed from the file name.
   *
   * @param text the type, parameters and all; null to guess again
   * @return OK
   * @see <a href="https://curl.se/libcurl/c/curl_mime_type.html">curl_mime_type(3)</a>
   */
  public CurlCode type(String text) {
    type = text;
    return CurlCode.OK;
  }

  /**
   * Sets more headers; one of the same name takes the place of a generated one.
   *
   * @param lines the headers, copied, without line ends; null for none
   * @return OK
   * @see <a href="https://curl.se/libcurl/c/curl_mime_headers.html">curl_mime_headers(3)</a>
   */
  public CurlCode headers(List<String> lines) {
    headers = lines == null ? List.of() : List.copyOf(lines);
    return CurlCode.OK;
  }

  /**
   * Sets how the content is encoded on its way.
   *
   * @param encoding binary, 8bit, 7bit, base64 or quoted-printable, case ignored; null for not at
   *     all and without a header that says so
   * @return OK; BAD_FUNCTION_ARGUMENT for any other name, which leaves no encoder
   * @see <a href="https://curl.se/libcurl/c/curl_mime_encoder.html">curl_mime_encoder(3)</a>
   */
  public CurlCode encoder(String encoding) {
    encoder = encoding == null ? null : MimeEncoder.byName(encoding);
    return encoding == null || encoder != null ? CurlCode.OK : CurlCode.BAD_FUNCTION_ARGUMENT;
  }

  /**
   * Sets the content to bytes in memory.
   *
   * @param bytes the content, copied; null for no content
   * @return OK
   * @see <a href="https://curl.se/libcurl/c/curl_mime_data.html">curl_mime_data(3)</a>
   */
  public CurlCode data(byte[] bytes) {
    clearContent();
    if (bytes != null) {
      content = new PartContent.Data(bytes.clone());
    }
    return CurlCode.OK;
  }

  /**
   * Sets the content to a text, in UTF-8.
   *
   * @param text the content; null for no content
   * @return OK
   * @see <a href="https://curl.se/libcurl/c/curl_mime_data.html">curl_mime_data(3)</a>
   */
  public CurlCode data(String text) {
    return data(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sets the content to that of a file, which is read while it is sent, and the file name to the
   * last part of its path. A regular file is sent with the size that it has now.
   *
   * @param path where the file is; null for no content
   * @return OK; READ_ERROR if there is no such file, and then there is no content
   * @see <a href="https://curl.se/libcurl/c/curl_mime_filedata.html">curl_mime_filedata(3)</a>
   */
  public CurlCode filedata(String path) {
    clearContent();
    if (path == null) {
      return CurlCode.OK;
    }
    PartContent file = fileContent(path);
    if (file == null) {
      return CurlCode.READ_ERROR;
    }
    content = file;
    filename = lastPart(path);
    return CurlCode.OK;
  }

  private static PartContent fileContent(String path) {
    try {
      Path file = Path.of(path);
      if (!Files.exists(file)) {
        return null;
      }
      boolean regular = Files.isRegularFile(file);
      return new PartContent.File(path, file, regular ? Files.size(file) : -1);
    } catch (InvalidPathException | IOException e) {
      return null;
    }
  }

  private static String lastPart(String path) {
    int end = path.length();
    while (end > 1 && isSeparator(path.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && !isSeparator(path.charAt(start - 1))) {
      start--;
    }
    return path.substring(start, end);
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == java.io.File.separatorChar;
  }

  /**
   * Sets the content to what a callback gives. The callbacks run where those of the transfer do.
   *
   * @param size how many bytes that will be; -1 if not known
   * @param read gives the bytes; null for no content
   * @param seek starts over; null if that cannot be done
   * @param free runs when the content is no longer needed; null for nothing
   * @param userdata handed to the first two; may be null
   * @return OK
   * @see <a href="https://curl.se/libcurl/c/curl_mime_data_cb.html">curl_mime_data_cb(3)</a>
   */
  public CurlCode dataCallback(
      long size, ReadCallback read, SeekCallback seek, Runnable free, Object userdata) {
    clearContent();
    if (read != null) {
      content = new PartContent.Callback(size, read, seek, free, userdata);
    }
    return CurlCode.OK;
  }

  /**
   * Sets the content to parts; they belong to this part from now on.
   *
   * @param subparts the parts; null for no content
   * @return OK; BAD_FUNCTION_ARGUMENT if they belong to a part already, or this part to them
   * @see <a href="https://curl.se/libcurl/c/curl_mime_subparts.html">curl_mime_subparts(3)</a>
   */
  public CurlCode subparts(CurlMime subparts) {
    if (subparts != null && subparts.parent() == this) {
      return CurlCode.OK;
    }
    if (subparts != null && (subparts.isSubparts() || subparts == root())) {
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    clearContent();
    if (subparts != null) {
      subparts.parent(this);
      content = new PartContent.Subparts(subparts);
    }
    return CurlCode.OK;
  }

  private CurlMime root() {
    CurlMime root = mime;
    while (root.parent() != null) {
      root = root.parent().mime;
    }
    return root;
  }

  void forgetSubparts() {
    content = PartContent.NONE;
  }

  void clearContent() {
    PartContent old = content;
    content = PartContent.NONE;
    old.free();
  }

  void copyFrom(CurlMimePart other) {
    name = other.name;
    filename = other.filename;
    type = other.type;
    headers = other.headers;
    encoder = other.encoder;
    content = other.content.duplicate();
    if (content instanceof PartContent.Subparts own) {
      own.mime().parent(this);
    }
  }

  String name() {
    return name;
  }

  String filename() {
    return filename;
  }

  String type() {
    return type;
  }

  List<String> headers() {
    return headers;
  }

  MimeEncoder encoder() {
    return encoder;
  }

  PartContent content() {
    return content;
  }
}
