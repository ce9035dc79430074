package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.Channel;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.ReadCallback;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one handle after the other, or the same one again, sends over one FTP connection. */
@Timeout(180)
class FtpSequencesTest {
  private static final String LOGIN = "USER anonymous | PASS ftp@example.com | PWD";

  private static final String ACTIVE = "150 ok\r\n{connect}226 done\r\n";

  private final FtpScript script = new FtpScript();

  /** The commands since the last time, but for the farewell of an earlier connection. */
  private String sent() {
    String all =
        script.commands().stream()
            .filter(command -> !command.equals("QUIT"))
            .collect(Collectors.joining(" | "));
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

  /** Known before anything is stored, whichever thread the source is moved on. */
  @ParameterizedTest
  @EnumSource
  void resumedUploadNeedsItsSourceInPlace(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      AtomicLong answer = new AtomicLong();
      AtomicReference<String> left = new AtomicReference<>();
      ReadCallback read =
          (into, userdata) -> {
            int count = Math.min(into.remaining(), Math.min(2, left.get().length()));
            into.put(left.get().substring(0, count).getBytes(StandardCharsets.US_ASCII));
            left.set(left.get().substring(count));
            return count;
          };
      Fetch fetch =
          fetch(server, "/f")
              .with(CurlOpt.UPLOAD, 1)
              .with(CurlOpt.RESUME_FROM_LARGE, 3)
              .with(CurlOpt.READFUNCTION, read)
              .with(
                  CurlOpt.SEEKFUNCTION,
                  (offset, userdata) -> {
                    assertEquals(3, offset);
                    return answer.get();
                  });
      answer.set(CurlSymbols.CURL_SEEKFUNC_FAIL);
      left.set("012345");
      fetch.expect(CurlCode.FTP_COULDNT_USE_REST, driven);
      assertEquals(LOGIN + " | EPSV | TYPE I", sent());
      answer.set(CurlSymbols.CURL_SEEKFUNC_CANTSEEK);
      left.set("01");
      fetch.expect(CurlCode.FTP_COULDNT_USE_REST, driven);
      left.set("012345");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("345", script.received());
      answer.set(CurlSymbols.CURL_SEEKFUNC_OK);
      left.set("345");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("345", script.received());
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

  @ParameterizedTest
  @EnumSource
  void handsOfManyOverOneConnection(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      List<Fetch> kept = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Fetch fetch = fetch(server, "/path/f");
        driven.add(fetch.easy());
        assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
        assertEquals("hello", fetch.body());
        if (i == 1) {
          // Closed while still in the multi.
          driven.call(
              () -> {
                fetch.easy().close();
                return null;
              });
        }
        kept.add(fetch);
      }
      Fetch last = kept.get(3);
      driven.remove(last.easy());
      last.easy().reset();
      last.with(CurlOpt.URL, "ftp://" + server.authority() + "/path/f")
          .with(CurlOpt.WRITEFUNCTION, (data, userdata) -> last.take(data))
          .expect(CurlCode.OK, driven);
      assertEquals("hello", last.body());
      String first = LOGIN + " | CWD path | EPSV | TYPE I | SIZE f | RETR f";
      assertEquals(first + " | EPSV | SIZE f | RETR f".repeat(4), sent());
      assertEquals(1, server.accepted());
    }
  }

  @ParameterizedTest
  @EnumSource
  void renamedOnceItIsThere(Drive drive) {
    script.reply("RNFR", "350 and\r\n").reply("RNTO", "250 done\r\n");
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Iterator<String> source = List.of("data", "").iterator();
      ReadCallback read =
          (into, userdata) -> {
            byte[] piece = source.next().getBytes(StandardCharsets.US_ASCII);
            into.put(piece);
            return piece.length;
          };
      fetch(server, "/f")
          .with(CurlOpt.UPLOAD, 1)
          .with(CurlOpt.READFUNCTION, read)
          .with(CurlOpt.POSTQUOTE, List.of("RNFR f", "RNTO f-real"))
          .with(CurlOpt.INFILESIZE_LARGE, 4)
          .expect(CurlCode.OK, driven);
      assertEquals("data", script.received());
      assertEquals(LOGIN + " | EPSV | TYPE I | STOR f | RNFR f | RNTO f-real", sent());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTimeOfAFileIsAskedFirst(Drive drive) {
    script.reply("MDTM", "213 20030405060708\r\n");
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = fetch(server, "/f").with(CurlOpt.FILETIME, 1);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(1_049_522_828L, fetch.info(CurlInfo.FILETIME_T));
      assertEquals(LOGIN + " | MDTM f | EPSV | TYPE I | SIZE f | RETR f", sent());
    }
  }

  /** The option names the port, whatever the URL says; what else the URL says stays. */
  @ParameterizedTest
  @EnumSource
  void thePortOptionStandsForTheUrls(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      new Fetch("ftp://127.0.0.1/d/")
          .with(CurlOpt.PORT, server.port())
          .with(CurlOpt.USERPWD, "xxx:yyy")
          .expect(CurlCode.OK, driven);
      assertEquals("USER xxx | PASS yyy | PWD | CWD d | EPSV | TYPE A | LIST", sent());
      Fetch text = new Fetch("ftp://127.0.0.1:1/f;type=A").with(CurlOpt.PORT, server.port());
      text.expect(CurlCode.OK, driven);
      assertEquals("hello", text.body());
      assertEquals(LOGIN + " | EPSV | TYPE A | RETR f", sent());
    }
  }

  /** No word too many about the directory, also after a reset. */
  @ParameterizedTest
  @EnumSource
  void noNeedlessChangesOfDirectory(Drive drive) {
    script.reply("RETR", "550 no\r\n").reply("SYST", "215 UNIX\r\n").reply("REST", "350 go\r\n");
    try (ScriptedServer server = new ScriptedServer(script)) {
      try (Driven driven = drive.open()) {
        Fetch absolute =
            fetch(server, "//folderA/f")
                .with(CurlOpt.IGNORE_CONTENT_LENGTH, 1)
                .with(CurlOpt.FTP_FILEMETHOD, CurlSymbols.CURLFTPMETHOD_SINGLECWD);
        absolute.expect(CurlCode.REMOTE_FILE_NOT_FOUND, driven);
        absolute
            .with(CurlOpt.URL, "ftp://" + server.authority() + "//folderB/f")
            .expect(CurlCode.REMOTE_FILE_NOT_FOUND, driven);
        assertEquals(
            LOGIN + " | CWD /folderA | EPSV | TYPE I | RETR f | CWD /folderB | EPSV | RETR f",
            sent());
      }
      try (Driven driven = drive.open()) {
        Fetch none =
            fetch(server, "//folderA/f")
                .with(CurlOpt.IGNORE_CONTENT_LENGTH, 1)
                .with(CurlOpt.FTP_FILEMETHOD, CurlSymbols.CURLFTPMETHOD_NOCWD);
        none.expect(CurlCode.REMOTE_FILE_NOT_FOUND, driven);
        none.with(CurlOpt.URL, "ftp://" + server.authority() + "//folderB/f")
            .with(CurlOpt.FTP_FILEMETHOD, CurlSymbols.CURLFTPMETHOD_SINGLECWD)
            .expect(CurlCode.REMOTE_FILE_NOT_FOUND, driven);
        none.with(CurlOpt.URL, "ftp://" + server.authority() + "//folderA/f")
            .with(CurlOpt.FTP_FILEMETHOD, CurlSymbols.CURLFTPMETHOD_NOCWD)
            .expect(CurlCode.REMOTE_FILE_NOT_FOUND, driven);
        assertEquals(
            LOGIN
                + " | EPSV | TYPE I | RETR /folderA/f | CWD /folderB | EPSV | RETR f"
                + " | EPSV | RETR /folderA/f",
            sent());
      }
      for (long way :
          new long[] {CurlSymbols.CURLFTPMETHOD_NOCWD, CurlSymbols.CURLFTPMETHOD_SINGLECWD}) {
        try (Driven driven = drive.open()) {
          Fetch quote = fetch(server, "/");
          for (int i = 0; i < 2; i++) {
            quote
                .with(CurlOpt.URL, "ftp://" + server.authority() + "/")
                .with(CurlOpt.NOBODY, 1)
                .with(CurlOpt.FTP_FILEMETHOD, way)
                .with(CurlOpt.QUOTE, List.of("SYST"))
                .expect(CurlCode.OK, driven);
            quote.easy().reset();
          }
          assertEquals(LOGIN + " | SYST | SYST", sent());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void oddAnswersToThePassword(Drive drive) {
    script.reply("PASS", "314 what\r\n");
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      fetch(server, "/f").expect(CurlCode.LOGIN_DENIED, driven);
      assertEquals("USER anonymous | PASS ftp@example.com", sent());
    }
  }

  /** A server that does not open the data connection: what it says counts, or how long it takes. */
  @ParameterizedTest
  @EnumSource
  void noDataConnectionForAnUpload(Drive drive) {
    script.reply("EPRT", "500 no\r\n").reply("PORT", "200 fine\r\n");
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      for (String answer : List.of("150 going\r\n421 bye\r\n{close}", "150 going\r\n")) {
        boolean silent = !answer.contains("421");
        script.reply("STOR", answer);
        fetch(server, "/path/f")
            .with(CurlOpt.UPLOAD, 1)
            .with(CurlOpt.FTPPORT, "-")
            .with(CurlOpt.ACCEPTTIMEOUT_MS, silent ? 200 : 60_000)
            .with(CurlOpt.READFUNCTION, (into, userdata) -> 0)
            .expect(silent ? CurlCode.FTP_ACCEPT_TIMEOUT : CurlCode.FTP_ACCEPT_FAILED, driven);
        String all = sent().replaceAll("EPRT [^ ]*", "EPRT").replaceAll("PORT [0-9,]*", "PORT");
        assertEquals(LOGIN + " | CWD path | EPRT | PORT | TYPE I | STOR f", all);
      }
    }
  }

  /**
   * Each socket that connects is made and closed by the callbacks; what the server opens is not.
   */
  @ParameterizedTest
  @EnumSource
  void socketsAreTheApplications(Drive drive) {
    script.reply("EPRT", "200 fine\r\n");
    for (boolean active : new boolean[] {false, true}) {
      List<String> told = new CopyOnWriteArrayList<>();
      script.reply("RETR", active ? ACTIVE : "150 ok\r\n{data}226 done\r\n");
      try (ScriptedServer server = new ScriptedServer(script);
          Driven driven = drive.open()) {
        Fetch fetch =
            fetch(server, "/f")
                .with(CurlOpt.FTPPORT, active ? "-" : null)
                .with(
                    CurlOpt.OPENSOCKETFUNCTION,
                    (purpose, address, userdata) -> {
                      told.add("open");
                      return address.newSocket();
                    })
                .with(
                    CurlOpt.CLOSESOCKETFUNCTION,
                    (socket, userdata) -> {
                      told.add("close");
                      ((Channel) socket.engineChannel()).close();
                      return 0;
                    });
        fetch.expect(CurlCode.OK, driven);
        assertEquals("hello", fetch.body());
        // in active mode the second socket is the one that listens; what it accepts is not told
        List<String> expected = List.of("open", "open", "close");
        driven.until(Fetch.LIMIT, () -> told.size() == expected.size());
        assertEquals(expected, told);
        fetch.with(CurlOpt.FORBID_REUSE, 1).expect(CurlCode.OK, driven);
        driven.until(Fetch.LIMIT, () -> told.size() == 6);
        assertEquals(List.of("close", "close"), told.subList(4, 6));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAcceptedSocketMayBeRefused(Drive drive) {
    script.reply("EPRT", "200 fine\r\n").reply("RETR", ACTIVE);
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      fetch(server, "/path/f")
          .with(CurlOpt.FTPPORT, "-")
          .with(
              CurlOpt.SOCKOPTFUNCTION,
              (socket, purpose, userdata) -> purpose == CurlSymbols.CURLSOCKTYPE_ACCEPT ? 1 : 0)
          .expect(CurlCode.ABORTED_BY_CALLBACK, driven);
      String all = sent();
      assertTrue(all.startsWith(LOGIN + " | CWD path | EPRT "), all);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theRequestIsAskedFor(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      List<String> told = new ArrayList<>();
      fetch(server, "/d/")
          .with(
              CurlOpt.PREREQFUNCTION,
              (remote, local, remotePort, localPort, userdata) -> {
                told.add(remote + " " + local + " " + (remotePort == server.port()));
                return localPort > 0 ? 0 : 1;
              })
          .expect(CurlCode.OK, driven);
      assertEquals(List.of("127.0.0.1 127.0.0.1 true"), told);
    }
  }
}
