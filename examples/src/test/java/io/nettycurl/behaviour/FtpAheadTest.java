package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.CurlCode;
import io.nettycurl.ftp.option.FtpOpt;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The port of the next data connection, asked for before there is a next transfer. */
@Timeout(180)
class FtpAheadTest {
  private final FtpScript script = new FtpScript();

  private static Fetch fetch(ScriptedServer server) {
    return new Fetch("ftp://" + server.authority() + "/f")
        .with(FtpOpt.EPSV_AHEAD, 1)
        .with(CurlOpt.IGNORE_CONTENT_LENGTH, 1);
  }

  /** The transfer does not wait for the last command to arrive. */
  private void askedAhead(Driven driven) {
    driven.until(
        Fetch.LIMIT,
        () -> {
          List<String> commands = List.copyOf(script.commands());
          return commands.lastIndexOf("EPSV") > commands.lastIndexOf("RETR f");
        });
  }

  private void forgetCommands(Driven driven) {
    askedAhead(driven);
    script.commands().clear();
  }

  @ParameterizedTest
  @EnumSource
  void oneCommandLessPerFile(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = fetch(server);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("hello", fetch.body());
      forgetCommands(driven);
      for (int i = 0; i < 3; i++) {
        fetch.expect(CurlCode.OK, driven);
        assertEquals("hello", fetch.body());
        assertEquals(1L, fetch.info(CurlInfo.NUM_CONNECTS), "the data connection alone");
      }
      askedAhead(driven);
      assertEquals(
          List.of("RETR f", "EPSV", "RETR f", "EPSV", "RETR f", "EPSV"), script.commands());
    }
  }

  @ParameterizedTest
  @EnumSource
  void portThatIsGoneIsAskedForAgain(Drive drive) {
    script.reply("SHUT", "200 {shut}fine\r\n");
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = fetch(server);
      fetch.expect(CurlCode.OK, driven);
      forgetCommands(driven);
      fetch.with(CurlOpt.QUOTE, List.of("SHUT"));
      fetch.expect(CurlCode.OK, driven);
      assertEquals("hello", fetch.body());
      askedAhead(driven);
      assertEquals(List.of("SHUT", "EPSV", "RETR f", "EPSV"), script.commands());
    }
  }
}
