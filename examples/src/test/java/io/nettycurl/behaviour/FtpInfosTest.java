package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.CurlCode;
import io.nettycurl.callback.ReadCallback;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of an FTP transfer afterwards, and where its data connection leads. */
@Timeout(180)
class FtpInfosTest {
  private final FtpScript script = new FtpScript();

  private static void check(Fetch fetch, long connects, long requestSize) {
    assertEquals(connects, fetch.info(CurlInfo.NUM_CONNECTS));
    assertEquals(requestSize, fetch.info(CurlInfo.REQUEST_SIZE));
    assertEquals(0L, fetch.info(CurlInfo.HEADER_SIZE));
  }

  /** As in libcurl: commands and replies count for nothing, data connections from here do. */
  @ParameterizedTest
  @EnumSource
  void counts(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = new Fetch("ftp://" + server.authority() + "/f");
      fetch.expect(CurlCode.OK, driven);
      check(fetch, 2, 0);
      assertEquals(226L, fetch.info(CurlInfo.RESPONSE_CODE));
      assertEquals(5L, fetch.info(CurlInfo.SIZE_DOWNLOAD_T));
      assertEquals("/", fetch.info(CurlInfo.FTP_ENTRY_PATH));
      fetch.expect(CurlCode.OK, driven);
      check(fetch, 1, 0);
      Iterator<String> source = List.of("data", "").iterator();
      ReadCallback read =
          (into, userdata) -> {
            byte[] piece = source.next().getBytes(StandardCharsets.US_ASCII);
            into.put(piece);
            return piece.length;
          };
      fetch.with(CurlOpt.UPLOAD, 1).with(CurlOpt.READFUNCTION, read);
      fetch.expect(CurlCode.OK, driven);
      check(fetch, 1, 4);
      assertEquals("data", script.received());
    }
  }

  @ParameterizedTest
  @EnumSource
  void headersOfFilesCountForNothing(Drive drive, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "hello");
    try (Driven driven = drive.open()) {
      Fetch fetch = new Fetch("file://" + file);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("hello", fetch.body());
      check(fetch, 0, 0);
    }
  }

  /** A data connection follows the control connection, whatever host the URL names. */
  @ParameterizedTest
  @EnumSource
  void connectToLeadsTheDataToo(Drive drive) {
    script.reply("EPSV", "500 no\r\n").reply("PASV", "227 Entering ({elsewhere})\r\n");
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch =
          new Fetch("ftp://ftp.example.com/f")
              .with(CurlOpt.CONNECT_TO, List.of("::" + server.authority()));
      fetch.expect(CurlCode.OK, driven);
      assertEquals("hello", fetch.body());
      fetch.with(CurlOpt.FTP_SKIP_PASV_IP, 0).expect(CurlCode.OK, driven);
      assertEquals("hello", fetch.body());
    }
  }
}
