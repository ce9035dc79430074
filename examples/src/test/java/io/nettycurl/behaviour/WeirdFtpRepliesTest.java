package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.netty.testkit.DeadPort;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What FTP servers do, through the whole stack: the code and the data that libcurl comes to, or
 * something better where it only waits. All cases run in one multi.
 */
@Timeout(180)
class WeirdFtpRepliesTest {
  private static final DeadPort DEAD = new DeadPort();

  @AfterAll
  static void giveUp() {
    DEAD.close();
  }

  /**
   * One server.
   *
   * @param name what is odd
   * @param path what is asked for
   * @param code the result
   * @param body what is delivered
   * @param script how the server is
   */
  record Case(String name, String path, int code, String body, Consumer<FtpScript> script) {
    String told(int seenCode, String seenBody) {
      return name + " -> " + seenCode + " [" + seenBody + "], not " + code + " [" + body + "]";
    }
  }

  private static void add(
      List<Case> all, String name, int code, String body, Consumer<FtpScript> script) {
    all.add(new Case(name, "/f", code, body, script));
  }

  static List<Case> cases() {
    List<Case> all = new ArrayList<>();
    add(all, "nothing odd", 0, "hello", ftp -> {});
    lines(all);
    login(all);
    beforeTheFile(all);
    dataConnections(all);
    theFile(all);
    lists(all);
    return all;
  }

  private static void lines(List<Case> all) {
    add(
        all,
        "bare LF",
        0,
        "hello",
        ftp ->
            ftp.reply("greeting", "220 hi\n")
                .reply("USER", "331 pw\n")
                .reply("PASS", "230 in\n")
                .reply("RETR", "150 coming\n{data}226 done\n"));
    add(
        all,
        "331 in greeting",
        8,
        "",
        ftp -> ftp.reply("greeting", "220-hi\r\n331 x\r\n220 y\r\n"));
    add(all, "120, then 220", 8, "", ftp -> ftp.reply("greeting", "120 wait\r\n220 now\r\n"));
    add(all, "220 alone", 0, "hello", ftp -> ftp.reply("greeting", "220\r\n"));
    add(all, "SSH", 8, "", ftp -> ftp.reply("greeting", "SSH-2.0-OpenSSH_9.2\r\n{hang}"));
    add(all, "421 as greeting", 28, "", ftp -> ftp.reply("greeting", "421 too many\r\n{hang}"));
    add(all, "421 later", 28, "", ftp -> ftp.reply("TYPE", "421 bye\r\n{hang}"));
    add(all, "NUL in reply", 8, "", ftp -> ftp.reply("greeting", "220 a\0b\r\n"));
    add(
        all,
        "long line",
        100,
        "",
        ftp -> ftp.reply("greeting", "220 " + "x".repeat(500_000) + "\r\n"));
    add(all, "closes after greeting", 56, "", ftp -> ftp.reply("greeting", "220 hi\r\n{close}"));
    add(all, "closes for greeting", 56, "", ftp -> ftp.reply("greeting", "{close}"));
    add(all, "says nothing", 28, "", ftp -> ftp.reply("greeting", "{hang}"));
  }

  private static void login(List<Case> all) {
    add(all, "230 to USER", 0, "hello", ftp -> ftp.reply("USER", "230 in\r\n"));
    add(all, "530 to USER", 67, "", ftp -> ftp.reply("USER", "530 no\r\n"));
    add(all, "530 to PASS", 67, "", ftp -> ftp.reply("PASS", "530 no\r\n"));
    add(all, "332 to PASS", 67, "", ftp -> ftp.reply("PASS", "332 account\r\n"));
    add(all, "PWD refused", 0, "hello", ftp -> ftp.reply("PWD", "550 no\r\n"));
    add(all, "PWD without quotes", 0, "hello", ftp -> ftp.reply("PWD", "257 /home\r\n"));
    add(all, "PWD with one quote", 8, "", ftp -> ftp.reply("PWD", "257 \"/home\r\n"));
  }

  private static void beforeTheFile(List<Case> all) {
    add(all, "TYPE refused", 17, "", ftp -> ftp.reply("TYPE", "500 no\r\n"));
    all.add(new Case("CWD refused", "/d/f", 9, "", ftp -> ftp.reply("CWD", "550 no\r\n")));
    add(all, "SIZE unknown", 0, "hello", ftp -> ftp.reply("SIZE", "500 no\r\n"));
    add(all, "SIZE garbage", 0, "hello", ftp -> ftp.reply("SIZE", "213 abc\r\n"));
    add(all, "SIZE 550", 78, "", ftp -> ftp.reply("SIZE", "550 no\r\n"));
  }

  private static void dataConnections(List<Case> all) {
    add(all, "227 to EPSV", 0, "hello", ftp -> ftp.reply("EPSV", "227 Entering ({pasv})\r\n"));
    add(all, "EPSV refused", 0, "hello", ftp -> ftp.reply("EPSV", "500 no\r\n"));
    add(
        all,
        "other address",
        0,
        "hello",
        ftp -> ftp.reply("EPSV", "500 no\r\n").reply("PASV", "227 Entering ({elsewhere})\r\n"));
    add(all, "EPSV unreadable", 13, "", ftp -> ftp.reply("EPSV", "229 Entering ()\r\n"));
    add(all, "EPSV port", 13, "", ftp -> ftp.reply("EPSV", "229 Entering (|||70000|)\r\n"));
    add(
        all,
        "both refused",
        13,
        "",
        ftp -> ftp.reply("EPSV", "500 no\r\n").reply("PASV", "500 no\r\n"));
    add(
        all,
        "227 abc",
        14,
        "",
        ftp -> ftp.reply("EPSV", "500 no\r\n").reply("PASV", "227 abc\r\n"));
    add(
        all,
        "dead port",
        7,
        "",
        ftp ->
            ftp.reply("EPSV", "500 no\r\n")
                .reply("PASV", "227 Entering (127,0,0,1," + deadPort() + ")\r\n"));
    add(
        all,
        "dead EPSV port",
        0,
        "hello",
        ftp -> {
          String[] halves = deadPort().split(",");
          int port = Integer.parseInt(halves[0]) << 8 | Integer.parseInt(halves[1]);
          ftp.reply("EPSV", "229 Entering (|||" + port + "|)\r\n");
        });
  }

  private static String deadPort() {
    return (DEAD.number() >> 8) + "," + (DEAD.number() & 255);
  }

  private static void theFile(List<Case> all) {
    add(all, "226 first", 0, "hello", retr("150 coming\r\n226 done\r\n{data}"));
    add(all, "125", 0, "hello", retr("125 coming\r\n{data}226 done\r\n"));
    add(all, "226 for 150", 19, "", retr("226 done\r\n{data}"));
    add(all, "550 behind", 18, "hello", retr("150 coming\r\n{data}550 sorry\r\n"));
    add(all, "426 behind", 18, "hello", retr("150 coming\r\n{data}426 broken\r\n"));
    add(all, "451 behind", 18, "hello", retr("150 coming\r\n{data}451 broken\r\n"));
    add(all, "short", 18, "hello", ftp -> ftp.reply("SIZE", "213 9\r\n"));
    add(all, "longer than SIZE", 0, "hell", ftp -> ftp.reply("SIZE", "213 4\r\n"));
    add(all, "control closed behind", 56, "hello", retr("150 coming\r\n{data}{close}"));
    add(all, "control closed at once", 56, "", retr("{close}"));
    add(all, "no 226", 28, "hello", retr("150 coming\r\n{data}{hang}"));
    add(all, "550", 78, "", retr("550 no such file\r\n"));
    add(all, "450", 19, "", retr("450 busy\r\n"));
    add(all, "425", 19, "", retr("425 no data\r\n"));
    add(all, "550 alone", 78, "", retr("550\r\n"));
    add(all, "SIZE 1000 of nothing", 18, "", ftp -> ftp.file("").reply("SIZE", "213 1000\r\n"));
    add(all, "SIZE 0", 0, "", ftp -> ftp.file("").reply("SIZE", "213 0\r\n"));
  }

  private static Consumer<FtpScript> retr(String text) {
    return ftp -> ftp.reply("RETR", text);
  }

  private static void lists(List<Case> all) {
    all.add(new Case("LIST", "/", 0, "a\nb\n", ftp -> ftp.file("a\r\nb\r\n")));
    all.add(new Case("LIST of nothing", "/", 0, "", ftp -> ftp.file("")));
    all.add(new Case("LIST 450", "/", 0, "", ftp -> ftp.reply("LIST", "450 none\r\n")));
    all.add(new Case("LIST 550", "/", 19, "", ftp -> ftp.reply("LIST", "550 none\r\n")));
  }

  @ParameterizedTest
  @EnumSource
  void endAsInLibcurl(Drive drive) {
    List<String> wrong = new ArrayList<>();
    try (Driven driven = drive.open()) {
      for (Case each : cases()) {
        FtpScript script = new FtpScript();
        each.script().accept(script);
        try (ScriptedServer server = new ScriptedServer(script)) {
          Fetch fetch = new Fetch("ftp://" + server.authority() + each.path());
          // What the server says before it falls silent has to get through in time.
          long patience = 300;
          int code;
          do {
            if (each.code() == 28) {
              fetch.with(CurlOpt.SERVER_RESPONSE_TIMEOUT_MS, patience);
            }
            code = fetch.run(driven).number();
            patience *= 2;
          } while (code == 28 && !fetch.body().equals(each.body()) && patience < 30_000);
          if (code != each.code() || !fetch.body().equals(each.body())) {
            wrong.add(each.told(code, fetch.body()) + ": " + fetch.easy().errorMessage());
          }
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  @ParameterizedTest
  @EnumSource
  void lineEndsNeverGetIntoCommands(Drive drive) {
    FtpScript script = new FtpScript();
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      String base = "ftp://" + server.authority();
      assertEquals(3, new Fetch(base + "/a%0d%0aDELE%20b").run(driven).number());
      assertEquals(3, new Fetch(base + "/a%00b").run(driven).number());
      int user = new Fetch(base + "/f").with(CurlOpt.USERNAME, "me\r\nDELE b").run(driven).number();
      assertEquals(43, user);
      String withUser = "ftp://me%0d%0aDELE%20b@" + server.authority() + "/f";
      int inUrl = new Fetch(withUser).run(driven).number();
      assertEquals(true, inUrl == 3 || inUrl == 43, "code " + inUrl);
      assertEquals(0, script.verbs().stream().filter("DELE"::equals).count());
    }
  }
}
