package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the real web sends in place of good HTTP, through the whole stack: the code and the body
 * that libcurl comes to with FOLLOWLOCATION on and ACCEPT_ENCODING empty. All cases run one after
 * the other in one multi, so that none spoils the next.
 */
@Timeout(180)
class WeirdRepliesTest {
  /**
   * One reply.
   *
   * @param name what is odd
   * @param reply what the server sends before it closes, a byte a character
   * @param code the result
   * @param body what is delivered
   */
  record Case(String name, String reply, int code, String body) {
    @Override
    public String toString() {
      return name + " -> " + code + " [" + body + "]";
    }
  }

  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String FIVE = "Content-Length: 5\r\n\r\nhello";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String CHUNKS = "5\r\nhello\r\n0\r\n\r\n";

  static List<Case> cases() {
    List<Case> all = new ArrayList<>();
    statusLines(all);
    fields(all);
    lengths(all);
    chunks(all);
    ends(all);
    interims(all);
    floods(all);
    codings(all);
    locations(all);
    return all;
  }

  private static void statusLines(List<Case> all) {
    all.add(new Case("bare LF", "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello", 0, "hello"));
    all.add(new Case("no reason", "HTTP/1.1 200\r\n" + FIVE, 0, "hello"));
    all.add(new Case("code 800", "HTTP/1.1 800 X\r\n" + FIVE, 0, "hello"));
    all.add(new Case("code 2000", "HTTP/1.1 2000 X\r\n" + FIVE, 0, "hello"));
    all.add(new Case("two blanks", "HTTP/1.1  200 OK\r\n" + FIVE, 1, ""));
    all.add(new Case("HTTP/1.2", "HTTP/1.2 200 OK\r\n" + FIVE, 1, ""));
    all.add(new Case("code 2", "HTTP/1.1 2 OK\r\n" + FIVE, 1, ""));
    all.add(new Case("code -200", "HTTP/1.1 -200 OK\r\n" + FIVE, 1, ""));
    all.add(new Case("code 099", "HTTP/1.1 099 OK\r\n" + FIVE, 1, ""));
    all.add(new Case("leading blanks", "  " + OK + FIVE, 1, ""));
    all.add(new Case("leading line end", "\r\n" + OK + FIVE, 1, ""));
    all.add(new Case("ICY", "ICY 200 OK\r\n" + FIVE, 1, ""));
    all.add(new Case("bare HTML", "<html>hello</html>", 1, ""));
  }

  private static void fields(List<Case> all) {
    all.add(new Case("folded", OK + "X: a\r\n b\r\n" + FIVE, 0, "hello"));
    all.add(new Case("fold first", OK + " b\r\n" + FIVE, 8, ""));
    all.add(new Case("empty name", OK + ": b\r\n" + FIVE, 0, "hello"));
    all.add(new Case("no colon", OK + "what\r\n" + FIVE, 8, ""));
    all.add(new Case("NUL", OK + "X: a\0b\r\n" + FIVE, 8, ""));
    all.add(new Case("CR inside", OK + "X: a\rb\r\n" + FIVE, 8, ""));
    all.add(new Case("blank before colon", OK + "Content-Length : 5\r\n\r\nhello", 0, "hello"));
    all.add(new Case("Latin-1", OK + "X: \u00e9\u00e0\r\n" + FIVE, 0, "hello"));
  }

  private static void lengths(List<Case> all) {
    all.add(new Case("length twice", OK + "Content-Length: 5\r\n" + FIVE, 0, "hello"));
    all.add(new Case("length list", OK + "Content-Length: 5, 5\r\n\r\nhello", 0, "hello"));
    all.add(new Case("lengths differ", OK + "Content-Length: 4\r\n" + FIVE, 8, ""));
    all.add(new Case("length negative", OK + "Content-Length: -5\r\n\r\nhello", 8, ""));
    all.add(new Case("length 5abc", OK + "Content-Length: 5abc\r\n\r\nhello", 8, ""));
    all.add(
        new Case(
            "length huge", OK + "Content-Length: 99999999999999999999\r\n\r\nhello", 0, "hello"));
    all.add(
        new Case(
            "length and chunks",
            OK + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKS,
            0,
            "hello"));
    all.add(new Case("more than length", OK + "Content-Length: 4\r\n\r\nhello", 0, "hell"));
    all.add(new Case("less than length", OK + "Content-Length: 9\r\n\r\nhello", 18, "hello"));
  }

  private static void chunks(List<Case> all) {
    all.add(
        new Case(
            "chunked, identity",
            OK + "Transfer-Encoding: chunked, identity\r\n\r\n" + CHUNKS,
            61,
            ""));
    all.add(
        new Case(
            "gzip, chunked", OK + "Transfer-Encoding: gzip, chunked\r\n\r\n" + CHUNKS, 61, ""));
    all.add(
        new Case(
            "chunked twice",
            OK + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKS,
            0,
            "hello"));
    all.add(new Case("chunks with LF", CHUNKED + "5\nhello\n0\n\n", 0, "hello"));
    all.add(new Case("blank behind size", CHUNKED + "5  \r\nhello\r\n0\r\n\r\n", 0, "hello"));
    all.add(new Case("extension", CHUNKED + "5;a=b\r\nhello\r\n0\r\n\r\n", 0, "hello"));
    all.add(new Case("size not hex", CHUNKED + "x\r\nhello\r\n", 56, ""));
    all.add(new Case("size negative", CHUNKED + "-5\r\nhello\r\n", 56, ""));
    all.add(new Case("size endless", CHUNKED + "00000000000000005\r\nhello\r\n", 56, ""));
    all.add(new Case("no end of data", CHUNKED + "5\r\nhelloXX0\r\n\r\n", 56, "hello"));
    all.add(new Case("ends in chunk", CHUNKED + "9\r\nhello", 18, "hello"));
    all.add(new Case("ends before last", CHUNKED + "5\r\nhello\r\n", 18, "hello"));
    all.add(new Case("no final line", CHUNKED + "5\r\nhello\r\n0\r\n", 18, "hello"));
    all.add(new Case("trailer", CHUNKED + "5\r\nhello\r\n0\r\nX: y\r\n\r\n", 0, "hello"));
    all.add(new Case("NUL in trailer", CHUNKED + "5\r\nhello\r\n0\r\nX: \0\r\n\r\n", 8, "hello"));
  }

  private static void ends(List<Case> all) {
    all.add(new Case("until close", OK + "\r\nhello", 0, "hello"));
    all.add(new Case("no blank line", OK + "Server: x\r\n", 0, ""));
    all.add(new Case("nothing", "", 52, ""));
    all.add(new Case("half a status line", "HTTP/1.", 52, ""));
    all.add(new Case("204 with body", "HTTP/1.1 204 No\r\n" + FIVE, 0, ""));
  }

  private static void interims(List<Case> all) {
    all.add(new Case("103", "HTTP/1.1 103 Early\r\nX: y\r\n\r\n" + OK + FIVE, 0, "hello"));
    all.add(new Case("101", "HTTP/1.1 101 Switch\r\nUpgrade: x\r\n\r\nhello", 0, "hello"));
  }

  private static void floods(List<Case> all) {
    all.add(
        new Case(
            "endless 103", "HTTP/1.1 103 Early\r\nX: y\r\n\r\n".repeat(6000) + OK + FIVE, 100, ""));
    all.add(new Case("6000 fields", OK + "X: y\r\n".repeat(6000) + FIVE, 100, ""));
    all.add(new Case("long field", OK + "X: " + "y".repeat(200_000) + "\r\n" + FIVE, 100, ""));
    all.add(
        new Case("large head", OK + ("X: " + "y".repeat(900) + "\r\n").repeat(450) + FIVE, 56, ""));
  }

  private static void codings(List<Case> all) {
    String hello = packed("hello");
    all.add(coded("gzip", hello, 0, "hello"));
    all.add(coded("GZIP", hello, 0, "hello"));
    all.add(coded("x-gzip", hello, 0, "hello"));
    all.add(coded("none", "hello", 0, "hello"));
    all.add(coded("utf-8", "hello", 61, ""));
    all.add(coded("gzip, gzip", packed(hello), 0, "hello"));
    all.add(coded("gzip\r\nContent-Encoding: gzip", packed(hello), 0, "hello"));
    all.add(coded("gzip,gzip,gzip,gzip,gzip,gzip", hello, 61, ""));
    all.add(coded("deflate", deflated(false), 0, "hello"));
    all.add(coded("deflate", deflated(true), 0, "hello"));
    all.add(named("two members", coded("gzip", hello + hello, 23, "hello")));
    all.add(named("trailing bytes", coded("gzip", hello + "xyz", 23, "hello")));
    all.add(named("plain text", coded("gzip", "just plain text", 61, "")));
    String wrong =
        hello.substring(0, hello.length() - 8) + "XXXX" + hello.substring(hello.length() - 4);
    all.add(named("wrong CRC", coded("gzip", wrong, 61, "hello")));
    all.add(
        named(
            "cut short",
            new Case(
                "",
                OK + "Content-Encoding: gzip\r\n\r\n" + hello.substring(0, hello.length() - 4),
                0,
                "hello")));
  }

  private static Case named(String name, Case unnamed) {
    return new Case("gzip, " + name, unnamed.reply(), unnamed.code(), unnamed.body());
  }

  private static Case coded(String coding, String body, int code, String delivered) {
    return new Case(
        "coding " + coding,
        OK
            + "Content-Encoding: "
            + coding
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body,
        code,
        delivered);
  }

  private static String packed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static String deflated(boolean raw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, raw))) {
      out.write("hello".getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  /** Where a redirect leads the server answers with the path that it was asked for. */
  private static void locations(List<Case> all) {
    all.add(to("/a b\u00c3\u00a9 c", 0, "/a%20b%C3%A9%20c"));
    all.add(to("/a\r\nLocation: /b", 8, ""));
    all.add(to("", 0, ""));
    all.add(to("/a\u0001b", 0, "/a%01b"));
    all.add(to("file:///etc/passwd", 1, ""));
    all.add(to("gopher://127.0.0.1/", 1, ""));
    all.add(to("http://127.0.0.1:99999/", 3, ""));
    all.add(to("?q=1", 0, "/case?q=1"));
    all.add(to("../../up", 0, "/up"));
  }

  private static Case to(String location, int code, String body) {
    return new Case(
        "to " + location,
        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: "
            + location
            + "\r\n\r\n",
        code,
        body);
  }

  /** The reply to the first request of a case, the path asked for to the ones that follow. */
  static ScriptedServer server(Case[] current) {
    return new ScriptedServer(
        peer -> {
          String head = peer.readHead();
          if (head == null) {
            return;
          }
          String path = head.split(" ")[1];
          if (path.equals("/case")) {
            peer.send(current[0].reply());
          } else {
            peer.send(OK + "Content-Length: " + path.length() + "\r\n\r\n" + path);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void endAsInLibcurl(Drive drive) {
    Case[] current = new Case[1];
    List<String> wrong = new ArrayList<>();
    try (Driven driven = drive.open();
        ScriptedServer server = server(current)) {
      for (Case each : cases()) {
        current[0] = each;
        Fetch fetch =
            new Fetch("http://" + server.authority() + "/case")
                .with(CurlOpt.FOLLOWLOCATION, 1)
                .with(CurlOpt.ACCEPT_ENCODING, "");
        int code = fetch.run(driven).number();
        Case seen = new Case(each.name(), each.reply(), code, fetch.body());
        if (!seen.equals(each)) {
          wrong.add(seen + ", not " + each);
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }
}
