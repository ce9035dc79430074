package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.ReadCallback;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one handle after the other, or the same one again, sends over one FTP connection. */
@Timeout(180)
class FtpSequencesTest {
  private static final String LOGIN = "USER anonymous | PASS ftp@example.com | PWD";

  private final FtpScript script = new FtpScript();

  /** The commands since the last time. */
  private String sent() {
    String all = String.join(" | ", script.commands());
    script.commands().clear();
    return all;
  }

  private static Fetch fetch(ScriptedServer server, String path) {
    return new Fetch("ftp://" + server.authority() + path);
  }

  @ParameterizedTest
  @EnumSource
  void secondUploadGoesOnWhereTheSourceIs(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Iterator<String> source = List.of("data", "", "").iterator();
      ReadCallback read =
          (into, userdata) -> {
            byte[] piece = source.next().getBytes(StandardCharsets.US_ASCII);
            into.put(piece);
            return piece.length;
          };
      Fetch fetch = fetch(server, "/f").with(CurlOpt.UPLOAD, 1).with(CurlOpt.READFUNCTION, read);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("data", script.received());
      fetch.expect(CurlCode.OK, driven);
      assertEquals("", script.received());
      assertEquals(LOGIN + " | EPSV | TYPE I | STOR f | EPSV | STOR f", sent());
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusalsKeepTheConnection(Drive drive) {
    script.reply("RETR", "550 no\r\n");
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      fetch(server, "/path/f").expect(CurlCode.REMOTE_FILE_NOT_FOUND, driven);
      fetch(server, "/path/f").expect(CurlCode.REMOTE_FILE_NOT_FOUND, driven);
      assertEquals(
          LOGIN + " | CWD path | EPSV | TYPE I | SIZE f | RETR f | EPSV | SIZE f | RETR f", sent());
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusedLoginIsAllThereIs(Drive drive) {
    script.reply("PASS", "530 no\r\n");
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = fetch(server, "/f");
      fetch.expect(CurlCode.LOGIN_DENIED, driven);
      assertEquals(530L, fetch.info(CurlInfo.RESPONSE_CODE));
      assertEquals("USER anonymous | PASS ftp@example.com", sent());
    }
  }

  @ParameterizedTest
  @EnumSource
  void wayToTheDirectoryMayChange(Drive drive) {
    script.reply("SYST", "215 UNIX\r\n");
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch =
          fetch(server, "/to/the/f")
              .with(CurlOpt.FTP_FILEMETHOD, CurlSymbols.CURLFTPMETHOD_SINGLECWD);
      fetch.expect(CurlCode.OK, driven);
      fetch
          .with(CurlOpt.FTP_FILEMETHOD, CurlSymbols.CURLFTPMETHOD_NOCWD)
          .with(CurlOpt.QUOTE, List.of("SYST"))
          .expect(CurlCode.OK, driven);
      assertEquals(
          LOGIN
              + " | CWD to/the | EPSV | TYPE I | SIZE f | RETR f"
              + " | SYST | CWD / | EPSV | SIZE to/the/f | RETR to/the/f",
          sent());
      Fetch absolute =
          fetch(server, "//a/f").with(CurlOpt.FTP_FILEMETHOD, CurlSymbols.CURLFTPMETHOD_SINGLECWD);
      absolute.expect(CurlCode.OK, driven);
      absolute.with(CurlOpt.FTP_FILEMETHOD, CurlSymbols.CURLFTPMETHOD_NOCWD);
      absolute.expect(CurlCode.OK, driven);
      assertEquals("CWD /a | EPSV | SIZE f | RETR f | EPSV | SIZE /a/f | RETR /a/f", sent());
    }
  }

  @ParameterizedTest
  @EnumSource
  void typeOfOneUrlIsForgottenWithTheNext(Drive drive) {
    script.reply("EPSV", "500 no\r\n");
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = fetch(server, "/f;type=D");
      fetch.expect(CurlCode.OK, driven);
      fetch.with(CurlOpt.URL, "ftp://" + server.authority() + "/f").expect(CurlCode.OK, driven);
      assertEquals(
          LOGIN + " | EPSV | PASV | TYPE A | NLST | PASV | TYPE I | SIZE f | RETR f", sent());
    }
  }

  @ParameterizedTest
  @EnumSource
  void questionsAboutAFile(Drive drive) {
    script.reply("REST", "350 go on\r\n").reply("MDTM", "550 no\r\n");
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = fetch(server, "/f").with(CurlOpt.NOBODY, 1);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(LOGIN + " | TYPE I | SIZE f | REST 0", sent());
      assertEquals("Content-Length: 5\r\nAccept-ranges: bytes\r\n", fetch.body());
      script.reply("SIZE", "550 no\r\n");
      fetch.with(CurlOpt.FILETIME, 1).expect(CurlCode.REMOTE_FILE_NOT_FOUND, driven);
      assertEquals("MDTM f | SIZE f", sent());
      assertEquals(-1L, fetch.info(CurlInfo.FILETIME_T));
      fetch(server, "/d/").with(CurlOpt.UPLOAD, 1).expect(CurlCode.URL_MALFORMAT, driven);
      assertEquals("", sent());
    }
  }

  @ParameterizedTest
  @EnumSource
  void partsBeyondFourGibibytes(Drive drive) {
    long size = (5L << 30) + 5;
    script.reply("SIZE", "213 " + size + "\r\n").reply("REST", "350 go on\r\n");
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = fetch(server, "/f").with(CurlOpt.RESUME_FROM_LARGE, 5L << 30);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("hello", fetch.body());
      assertEquals(5L, fetch.info(CurlInfo.CONTENT_LENGTH_DOWNLOAD_T));
      assertEquals(LOGIN + " | EPSV | TYPE I | SIZE f | REST 5368709120 | RETR f", sent());
    }
  }
}
