package io.nettycurl.examples.stories;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One transfer into a file, waited for. */
public final class EasyToFile {
  private EasyToFile() {}

  /** Fetches a URL, the first argument, into a file, the second. */
  public static void main(String[] args) throws IOException {
    CurlCode code = fetch(args[0], Path.of(args[1]));
    if (code != CurlCode.OK) {
      System.exit(code.number());
    }
  }

  static CurlCode fetch(String url, Path file) throws IOException {
    try (CurlEasy easy = CurlEasy.init();
        FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
      easy.setopt(CurlOpt.URL, url);
      easy.setopt(CurlOpt.FOLLOWLOCATION, 1);
      easy.setopt(CurlOpt.FAILONERROR, 1);
      easy.setopt(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            try {
              return channel.write(data);
            } catch (IOException e) {
              return CurlSymbols.CURL_WRITEFUNC_ERROR;
            }
          });
      CurlCode code = easy.perform();
      if (code != CurlCode.OK) {
        System.err.println(url + ": " + easy.errorMessage());
      }
      return code;
    }
  }
}
