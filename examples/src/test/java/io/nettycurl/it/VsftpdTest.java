package io.nettycurl.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same over FTP, FTPS by AUTH TLS, and FTPS from the first byte. */
@ParameterizedClass
@EnumSource(Vsftpd.Security.class)
class VsftpdTest {
  private static final List<Vsftpd> SERVERS = new ArrayList<>();

  @Parameter Vsftpd.Security security;

  @BeforeAll
  static void start() throws IOException {
    for (Vsftpd.Security security : Vsftpd.Security.values()) {
      SERVERS.add(Vsftpd.start(security));
    }
  }

  @AfterAll
  static void stop() throws IOException {
    for (Vsftpd server : SERVERS) {
      server.close();
    }
    SERVERS.clear();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16 * 1024 + 1, 10_000_000})
  void givesEveryByte(int size) throws IOException {
    byte[] content = server().file("/size-" + size, size);

    try (Fetch fetch = loggedIn("/size-" + size).run()) {
      assertArrayEquals(content, fetch.body());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16 * 1024 + 1, 10_000_000})
  void takesEveryByte(int size) throws IOException {
    byte[] content = ServerFolder.content(size, 7);

    try (Fetch fetch = loggedIn("/upload/size-" + size).sending(content)) {
      fetch.run();
    }

    assertArrayEquals(content, Files.readAllBytes(server().place("/upload/size-" + size)));
  }

  @Test
  void isLoggedInToOnceForManyTransfers() throws IOException {
    byte[] content = server().file("/again", 50_000);
    long before = server().connections();

    try (Fetch fetch = loggedIn("/again")) {
      for (int i = 0; i < 10; i++) {
        assertArrayEquals(content, fetch.run().body());
      }
    }

    assertEquals(1, server().connections() - before);
  }

  @Test
  void keepsTheTlsSessionsOfSeveralConnectionsApart() throws IOException {
    List<byte[]> contents = new ArrayList<>();
    List<Fetch> fetches = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      contents.add(server().file("/one-of-many-" + i, 1000 + i));
      fetches.add(loggedIn("/one-of-many-" + i));
    }
    long before = server().connections();

    try (CurlMulti multi = CurlMulti.init()) {
      assertEquals(CurlMultiCode.OK, multi.setopt(CurlMultiOpt.MAX_HOST_CONNECTIONS, 4));
      Fetch.runAll(multi, fetches);
    }

    for (int i = 0; i < fetches.size(); i++) {
      assertEquals(CurlCode.OK, fetches.get(i).result(), fetches.get(i)::toString);
      assertArrayEquals(contents.get(i), fetches.get(i).body());
      fetches.get(i).close();
    }
    long connections = server().connections() - before;
    assertTrue(connections <= 4, connections + " connections");
  }

  @ParameterizedTest
  @CsvSource({"0-99,0,100", "500-,500,1000", "-100,900,1000"})
  void givesAPart(String range, int from, int to) throws IOException {
    byte[] content = server().file("/thousand", 1000);

    try (Fetch fetch = loggedIn("/thousand").with(CurlOpt.RANGE, range).run()) {
      assertArrayEquals(Arrays.copyOfRange(content, from, to), fetch.body());
    }
  }

  @Test
  void givesWhatIsMissing() throws IOException {
    byte[] content = server().file("/resumed", 100_000);

    try (Fetch fetch = loggedIn("/resumed").with(CurlOpt.RESUME_FROM_LARGE, 60_000L).run()) {
      assertArrayEquals(Arrays.copyOfRange(content, 60_000, 100_000), fetch.body());
    }
  }

  @Test
  void takesWhatIsAppended() throws IOException {
    byte[] first = ServerFolder.content(1000, 1);
    byte[] second = ServerFolder.content(2000, 2);

    try (Fetch fetch = loggedIn("/upload/appended")) {
      fetch.sending(first).run();
      fetch.sending(second).with(CurlOpt.APPEND, 1L).run();
    }

    byte[] both = Arrays.copyOf(first, 3000);
    System.arraycopy(second, 0, both, 1000, 2000);
    assertArrayEquals(both, Files.readAllBytes(server().place("/upload/appended")));
  }

  @Test
  void listsNames() throws IOException {
    try (Fetch fetch = loggedIn("/upload/listed/a").with(CurlOpt.FTP_CREATE_MISSING_DIRS, 1L)) {
      fetch.sending(new byte[1]).run();
      fetch.with(CurlOpt.URL, server().url("/upload/listed/b")).sending(new byte[2]).run();
    }

    try (Fetch names = loggedIn("/upload/listed/").with(CurlOpt.DIRLISTONLY, 1L).run()) {
      assertEquals(List.of("a", "b"), List.copyOf(new TreeSet<>(names.text().lines().toList())));
    }
    try (Fetch lines = loggedIn("/upload/listed/").run()) {
      assertEquals(2, lines.text().lines().filter(line -> line.startsWith("-rw-r--r--")).count());
    }
  }

  @Test
  void obeysCommandsAroundATransfer() throws IOException {
    try (Fetch fetch = loggedIn("/upload/renamed").sending(new byte[] {1, 2, 3})) {
      fetch
          .with(CurlOpt.POSTQUOTE, List.of("RNFR /upload/renamed", "RNTO /upload/other-name"))
          .run();
    }

    assertArrayEquals(
        new byte[] {1, 2, 3}, Files.readAllBytes(server().place("/upload/other-name")));
  }

  @Test
  void connectsToTheClientInActiveMode() throws IOException {
    byte[] content = server().file("/active", 300_000);

    try (Fetch fetch = loggedIn("/active")) {
      assumeTrue(fetch.has(CurlOpt.FTPPORT, "127.0.0.1"), "active mode is not built in");
      assertArrayEquals(content, fetch.run().body());
    }
  }

  @Test
  void tellsWhatIsWrong() throws IOException {
    server().file("/there", 10);

    try (Fetch missing = loggedIn("/not-there")) {
      assertEquals(CurlCode.REMOTE_FILE_NOT_FOUND, missing.perform());
      assertEquals(CurlCode.OK, missing.with(CurlOpt.URL, server().url("/there")).perform());
    }
    try (Fetch forbidden = loggedIn("/not-writable").sending(new byte[10])) {
      assertEquals(CurlCode.UPLOAD_FAILED, forbidden.perform());
      assertEquals(553, forbidden.info(CurlInfo.RESPONSE_CODE));
    }
    try (Fetch stranger = loggedIn("/there").with(CurlOpt.PASSWORD, "guessed")) {
      assertEquals(CurlCode.LOGIN_DENIED, stranger.perform());
    }
  }

  /** TLS 1.3 resumes a session only once, and the server refuses data channels without. */
  @Test
  void keepsItsTlsSessionsForDataThatIsThere() throws IOException {
    byte[] content = server().file("/there", 10);

    try (Fetch fetch = loggedIn("/not-there")) {
      for (int i = 0; i < 5; i++) {
        fetch.with(CurlOpt.URL, server().url("/not-there"));
        assertEquals(CurlCode.REMOTE_FILE_NOT_FOUND, fetch.perform());
      }
      fetch.with(CurlOpt.URL, server().url("/there")).run();
      assertArrayEquals(content, fetch.body());
    }
  }

  private Vsftpd server() {
    return SERVERS.get(security.ordinal());
  }

  private Fetch loggedIn(String path) {
    Fetch fetch =
        Fetch.of(server().url(path))
            .with(CurlOpt.USERNAME, Vsftpd.USER)
            .with(CurlOpt.PASSWORD, Vsftpd.PASSWORD);
    if (security != Vsftpd.Security.NONE) {
      fetch
          .with(CurlOpt.USE_SSL, CurlSymbols.CURLUSESSL_ALL)
          .with(CurlOpt.CAINFO, server().certificate().toString());
    }
    return fetch;
  }
}
