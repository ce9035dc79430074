package io.nettycurl.examples.demo;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.callback.WriteCallback;
import io.nettycurl.info.CurlInfo;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** Owned by the fetching thread. One file on its way: counted and hashed, not kept. */
final class Download implements WriteCallback {
  private final String url;
  private final int number;
  private final MessageDigest digest = DemoFiles.sha256();
  private long bytes;
  private CurlCode result;
  private boolean corrupt;
  private String error = "";
  private long connects;
  private String hash;

  /**
   * A download.
   *
   * @param url what
   * @param number of the file, for its hash on the server's side; -1 if that is not known
   */
  Download(String url, int number) {
    this.url = url;
    this.number = number;
  }

  @Override
  public long write(ByteBuffer data, Object userdata) {
    int length = data.remaining();
    digest.update(data.duplicate());
    bytes += length;
    return length;
  }

  /** Notes how it ended, while the handle still knows. */
  void finish(CurlEasy easy, CurlCode code) {
    result = code;
    connects = easy.getinfo(CurlInfo.NUM_CONNECTS);
    hash = DemoFiles.hex(digest.digest());
    if (code != CurlCode.OK) {
      error = easy.errorMessage().isEmpty() ? code.strerror() : easy.errorMessage();
    }
  }

  /** Compares with what the server says it served; a difference is a failure. */
  void compare(String serverHash) {
    if (result == CurlCode.OK && !hash.equals(serverHash)) {
      corrupt = true;
      error = "SHA-256 differs from the server's";
    }
  }

  String url() {
    return url;
  }

  String scheme() {
    int colon = url.indexOf("://");
    return colon < 0 ? "http" : url.substring(0, colon);
  }

  int number() {
    return number;
  }

  long bytes() {
    return bytes;
  }

  boolean failed() {
    return result != CurlCode.OK || corrupt;
  }

  String error() {
    return error;
  }

  /** How many connections were opened for it. */
  long connects() {
    return connects;
  }

  String hash() {
    return hash;
  }
}
