package io.nettycurl.examples.stories;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An upload whose bytes a callback gives: never more of the file in memory than is being sent. */
public final class UploadFromCallback {
  private UploadFromCallback() {}

  /** Sends a file, the first argument, to a URL, the second. */
  public static void main(String[] args) throws IOException {
    long status = upload(Path.of(args[0]), args[1]);
    System.out.println(status);
  }

  /** Sends it; the server's answer, or 0. */
  static long upload(Path file, String url) throws IOException {
    try (CurlEasy easy = CurlEasy.init();
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      easy.setopt(CurlOpt.URL, url);
      easy.setopt(CurlOpt.UPLOAD, 1);
      easy.setopt(CurlOpt.INFILESIZE_LARGE, channel.size());
      easy.setopt(
          CurlOpt.READFUNCTION,
          (into, userdata) -> {
            try {
              return Math.max(0, channel.read(into));
            } catch (IOException e) {
              return CurlSymbols.CURL_READFUNC_ABORT;
            }
          });
      // Asked when a redirect or a login makes the upload start again.
      easy.setopt(
          CurlOpt.SEEKFUNCTION,
          (offset, userdata) -> {
            try {
              channel.position(offset);
              return CurlSymbols.CURL_SEEKFUNC_OK;
            } catch (IOException e) {
              return CurlSymbols.CURL_SEEKFUNC_FAIL;
            }
          });
      easy.setopt(CurlOpt.WRITEFUNCTION, (data, userdata) -> data.remaining());
      CurlCode code = easy.perform();
      if (code != CurlCode.OK) {
        System.err.println(url + ": " + easy.errorMessage());
      }
      return easy.getinfo(CurlInfo.RESPONSE_CODE);
    }
  }
}
