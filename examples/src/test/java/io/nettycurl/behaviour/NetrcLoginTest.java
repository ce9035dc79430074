package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logins come from a netrc file, each for its own host. */
@Timeout(180)
class NetrcLoginTest {
  @TempDir private Path folder;

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("netrc"), content).toString();
  }

  private static String basic(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private static String sent(RecordingServer server) {
    return server.last().field("Authorization");
  }

  private static RecordingServer server() {
    return new RecordingServer(request -> RecordingServer.ok("x"));
  }

  private Fetch fetch(String url, long netrc, String file) {
    return new Fetch(url).with(CurlOpt.NETRC, netrc).with(CurlOpt.NETRC_FILE, file);
  }

  /** Item 13. */
  @ParameterizedTest
  @EnumSource
  void whoseLogin(Drive drive) throws IOException {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      String file =
          file("machine 127.0.0.1 login one password 1\nmachine 127.0.0.1 login two password 2\n");
      Fetch fetch =
          fetch("http://" + server.authority() + "/", CurlSymbols.CURL_NETRC_OPTIONAL, file);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(basic("one:1"), sent(server));
      // Read again each time, though no option changed.
      file(
          "machine 127.0.0.1 login one password changed\nmachine 127.0.0.1 login two password 2\n");
      fetch.expect(CurlCode.OK, driven);
      assertEquals(basic("one:changed"), sent(server));
      fetch.with(CurlOpt.URL, "http://two@" + server.authority() + "/");
      fetch.expect(CurlCode.OK, driven);
      assertEquals(basic("two:2"), sent(server));
      fetch.with(CurlOpt.URL, "http://three@" + server.authority() + "/");
      fetch.expect(CurlCode.OK, driven);
      assertEquals(basic("three:"), sent(server));
      fetch.with(CurlOpt.URL, "http://two:own@" + server.authority() + "/");
      fetch.expect(CurlCode.OK, driven);
      assertEquals(basic("two:own"), sent(server));
      fetch.with(CurlOpt.NETRC, CurlSymbols.CURL_NETRC_REQUIRED);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(basic("two:2"), sent(server));
      fetch.with(CurlOpt.USERPWD, "me:mine");
      fetch.expect(CurlCode.OK, driven);
      assertEquals(basic("me:mine"), sent(server));
    }
  }

  /** A command line must not become two; the code tells where the login came from. */
  @ParameterizedTest
  @EnumSource
  void controlBytesDoNotGoIntoFtpCommands(Drive drive) throws IOException {
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(new FtpScript())) {
      String netrc = file("machine 127.0.0.1 login me password \"a\\nb\"\n");
      String url = "ftp://" + server.authority() + "/f";
      fetch(url, CurlSymbols.CURL_NETRC_OPTIONAL, netrc).expect(CurlCode.READ_ERROR, driven);
      fetch(url.replace("//", "//a%0ab:c@"), CurlSymbols.CURL_NETRC_IGNORED, netrc)
          .expect(CurlCode.URL_MALFORMAT, driven);
      for (String password : new String[] {"a\nb", "a\tb"}) {
        fetch(url, CurlSymbols.CURL_NETRC_OPTIONAL, netrc)
            .with(CurlOpt.USERPWD, "me:" + password)
            .expect(CurlCode.BAD_FUNCTION_ARGUMENT, driven);
      }
    }
  }

  /** R9: at each hop its own; what the option says stays with the first origin. */
  @ParameterizedTest
  @EnumSource
  void eachHopHasItsOwn(Drive drive) throws IOException {
    try (Driven driven = drive.open();
        RecordingServer other = server();
        RecordingServer first =
            new RecordingServer(
                request ->
                    RecordingServer.redirect(302, "http://localhost:" + other.port() + "/"))) {
      Fetch fetch =
          fetch(
                  "http://" + first.authority() + "/",
                  CurlSymbols.CURL_NETRC_OPTIONAL,
                  file(
                      "machine 127.0.0.1 login a password 1\nmachine localhost login b password 2"))
              .with(CurlOpt.FOLLOWLOCATION, 1);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(basic("a:1"), sent(first));
      assertEquals(basic("b:2"), sent(other));
      file("machine 127.0.0.1 login a password 1");
      fetch.expect(CurlCode.OK, driven);
      assertNull(sent(other));
    }
  }

  @ParameterizedTest
  @EnumSource
  void filesThatAreNoGood(Drive drive) throws IOException {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      String url = "http://" + server.authority() + "/";
      fetch(url, CurlSymbols.CURL_NETRC_OPTIONAL, "/no/such").expect(CurlCode.OK, driven);
      assertNull(sent(server));
      Fetch required = fetch(url, CurlSymbols.CURL_NETRC_REQUIRED, "/no/such");
      required.expect(CurlCode.READ_ERROR, driven);
      assertEquals(".netrc error: no such file", required.easy().errorMessage());
      required.with(CurlOpt.NETRC_FILE, file("machine 127.0.0.1 password \"open"));
      required.expect(CurlCode.READ_ERROR, driven);
      required.with(CurlOpt.NETRC_FILE, file("machine other login x password y"));
      required.expect(CurlCode.OK, driven);
      assertNull(sent(server));
    }
  }

  @ParameterizedTest
  @EnumSource
  void forFtpToo(Drive drive) throws IOException {
    FtpScript script = new FtpScript();
    try (Driven driven = drive.open();
        ScriptedServer ftp = new ScriptedServer(script)) {
      fetch(
              "ftp://mary@" + ftp.authority() + "/f",
              CurlSymbols.CURL_NETRC_REQUIRED,
              file(
                  "machine 127.0.0.1 login x password y\nmachine 127.0.0.1 login mary password yram"))
          .expect(CurlCode.OK, driven);
      assertEquals("USER mary", script.commands().get(0));
      assertEquals("PASS yram", script.commands().get(1));
    }
  }

  /** Behind a proxy, and by a duplicate; what the file says of one host is told no other. */
  @ParameterizedTest
  @EnumSource
  void throughAProxy(Drive drive) throws IOException {
    try (Driven driven = drive.open();
        RecordingServer proxy =
            new RecordingServer(
                request ->
                    request.path().contains("site.test")
                        ? RecordingServer.redirect(301, "http://number-two.test/2")
                        : RecordingServer.ok("x"))) {
      Fetch fetch =
          fetch(
                  "http://site.test/",
                  CurlSymbols.CURL_NETRC_OPTIONAL,
                  file("machine site.test login batman password $y$j9T$robin"))
              .with(CurlOpt.PROXY, "http://" + proxy.authority())
              .with(CurlOpt.FOLLOWLOCATION, 1)
              .with(CurlOpt.UNRESTRICTED_AUTH, 1);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(basic("batman:$y$j9T$robin"), proxy.requests().get(0).field("Authorization"));
      assertEquals("http://number-two.test/2", proxy.last().path());
      assertNull(sent(proxy));
      fetch.with(CurlOpt.NETRC, CurlSymbols.CURL_NETRC_REQUIRED).with(CurlOpt.FOLLOWLOCATION, 0);
      try (CurlEasy copy = fetch.easy().duplicate()) {
        driven.run(copy, Fetch.LIMIT);
        assertEquals(basic("batman:$y$j9T$robin"), sent(proxy));
      }
    }
  }
}
