package io.nettycurl.examples.curl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.netty.channel.epoll.Epoll;
import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.console.Terminal;
import io.nettycurl.netty.testkit.DeadPort;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The whole command against a server in the JVM. */
class CurlCommandTest {
  @TempDir Path directory;
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private String base;
  private TestConsole test = new TestConsole();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    String query = exchange.getRequestURI().getRawQuery();
    int status = 200;
    String answer = exchange.getRequestMethod() + " " + path + (query == null ? "" : "?" + query);
    if (path.equals("/echo") || path.equals("/target") && !body.isEmpty()) {
      answer += "\n" + body;
    } else if (path.equals("/missing")) {
      status = 404;
    } else if (path.equals("/busy")) {
      status = requests.get() < 3 ? 503 : 200;
      exchange.getResponseHeaders().set("Retry-After", "0");
    } else if (path.equals("/moved")) {
      status = 302;
      exchange.getResponseHeaders().set("Location", "/target");
    } else if (path.equals("/named")) {
      exchange
          .getResponseHeaders()
          .set("Content-Disposition", "attachment; filename=\"../from-server\"");
    } else if (path.equals("/tagged")) {
      exchange.getResponseHeaders().set("ETag", "W/\"abc\"");
      String known = exchange.getRequestHeaders().getFirst("If-None-Match");
      answer = "known: " + known;
    } else if (path.equals("/agent")) {
      answer = exchange.getRequestHeaders().getFirst("User-Agent");
    }
    byte[] bytes = (answer + "\n").getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private int run(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "-q";
    System.arraycopy(args, 0, all, 1, args.length);
    return CurlCommand.run(all, test.console);
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  @Test
  void aBodyGoesToStandardOutput() {
    assertEquals(0, run("-sS", base + "/a"));
    assertEquals("GET /a\n", test.out());
    assertEquals("", test.err());
  }

  @Test
  void itSaysWhoItIs() {
    assertEquals(0, run("-s", base + "/agent"));
    assertEquals("curl/8.22.0\n", test.out());
  }

  @Test
  void patternsGiveFiles() throws Exception {
    assertEquals(0, run("-sS", base + "/{a,b}[1-2]", "-o", file("#1_#2")));
    assertEquals("GET /b2\n", Files.readString(Path.of(file("b_2"))));
    assertEquals("GET /a1\n", Files.readString(Path.of(file("a_1"))));
    assertEquals(4, requests.get());
  }

  @Test
  void manyGoSideBySide() throws Exception {
    assertEquals(0, run("-Z", "-sS", base + "/[1-20]", "-o", file("#1")));
    for (int i = 1; i <= 20; i++) {
      assertEquals("GET /" + i + "\n", Files.readString(Path.of(file("" + i))));
    }
  }

  @Test
  void dataIsPosted() {
    assertEquals(0, run("-sS", "-d", "a=b", "--data-urlencode", "c=d e", base + "/echo"));
    assertEquals("POST /echo\na=b&c=d+e\n", test.out());
  }

  @Test
  void dataCanGoIntoTheQuery() {
    assertEquals(0, run("-sS", "-G", "-d", "a=b", base + "/x?c=d"));
    assertEquals("GET /x?c=d&a=b\n", test.out());
  }

  @Test
  void formsAreMultipart() throws Exception {
    Files.writeString(directory.resolve("part"), "content");
    assertEquals(0, run("-sS", "-F", "a=b;type=x/y", "-F", "f=@" + file("part"), base + "/echo"));
    assertTrue(
        test.out()
            .contains(
                "Content-Disposition: form-data; name=\"a\"\r\nContent-Type: x/y\r\n\r\nb\r\n"),
        test.out());
    assertTrue(test.out().contains("name=\"f\"; filename=\"part\"\r\n"), test.out());
    assertEquals(26, run("-sS", "-F", "f=@" + file("none"), base + "/echo"));
    assertTrue(test.err().startsWith("curl: (26) "), test.err());
  }

  @Test
  void filesAreUploadedUnderTheirName() throws Exception {
    Files.writeString(directory.resolve("up"), "content");
    assertEquals(0, run("-sS", "-T", file("up"), base + "/echo?"));
    assertEquals(0, run("-sS", "-T", file("up"), base + "/dir/"));
    assertTrue(test.out().endsWith("PUT /dir/up\n"), test.out());
  }

  @Test
  void standardInputIsUploaded() {
    test = new TestConsole("from stdin");
    assertEquals(0, run("-sS", "-T", "-", base + "/echo"));
    assertEquals("PUT /echo\nfrom stdin\n", test.out());
  }

  @Test
  void standardInputIsUploadedAsItComes() {
    test = new TestConsole("from stdin");
    assertEquals(0, run("-sS", "-T", ".", base + "/echo"));
    assertEquals("PUT /echo\nfrom stdin\n", test.out());
    test = new TestConsole("");
    assertEquals(0, run("-sS", "-T", ".", base + "/echo"));
    assertEquals("PUT /echo\n\n", test.out());
  }

  @Test
  void standardInputThatIsAFileIsReadAgain() throws Exception {
    Path input = Files.writeString(directory.resolve("in"), "twice");
    try (InputStream in = new FileInputStream(input.toFile())) {
      Console console = new Console(in, test.out, test.err, Terminal.none(79));
      String[] args = {"-q", "-sS", "-L", "--post302", "-X", "PUT", "-T", "-", base + "/moved"};
      assertEquals(0, CurlCommand.run(args, console));
    }
    assertEquals("PUT /target\ntwice\n", test.out());
  }

  @Test
  void aGatewayServesIpfs() {
    assertEquals(0, run("-sS", "--ipfs-gateway", base, "ipfs://cid/a", "ipns://name"));
    assertEquals("GET /ipfs/cid/a\nGET /ipns/name\n", test.out());
    test = new TestConsole();
    assertEquals(43, run("--ipfs-gateway", "http://x:nan", "ipfs://cid"));
    assertTrue(test.err().startsWith("curl: --ipfs-gateway was given a malformed"), test.err());
  }

  @Test
  void aProgramShowsWhatWasSet() throws Exception {
    assertEquals(0, run("-sS", "-d", "a=b", "--libcurl", file("c"), base + "/echo"));
    String program = Files.readString(Path.of(file("c")));
    int url = program.indexOf("CURLOPT_URL, \"" + base + "/echo\");\n");
    int fields = program.indexOf("CURLOPT_POSTFIELDS, \"a=b\");\n");
    int perform = program.indexOf("  result = curl_easy_perform(curl);\n");
    assertTrue(0 < url && url < fields && fields < perform, program);
  }

  @Test
  void withoutAPlaceForTheTagNothingIsFetched() {
    assertEquals(26, run(base + "/tagged", "--etag-save", file("none/tag")));
    assertEquals(0, requests.get());
    assertTrue(test.err().endsWith("curl: no transfer performed\n"), test.err());
  }

  @Test
  void packetsAreMarked() {
    assertEquals(0, run("-sS", "--ip-tos", "CS1", base + "/a"));
    assertEquals("", test.err());
    assertEquals(2, run("--vlan-priority", "8", base + "/a"));
    assertTrue(test.err().contains("too large number"), test.err());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void packetsHaveAPriority() {
    assertEquals(0, run("-S", "--no-progress-meter", "--vlan-priority", "3", base + "/a"));
    boolean epoll = Epoll.isAvailable();
    assertEquals(epoll ? "" : "Warning: VLAN priority 3 failed\n", test.err());
  }

  @Test
  void moreIsToldOnDemand() {
    assertEquals(0, run("-sv", base + "/a", base + "/b"));
    String host = base.substring("http://".length());
    int at = 0;
    for (String line :
        new String[] {
          "*   Trying " + host + "...",
          "* Established connection to 127.0.0.1",
          "* using HTTP/1.x",
          "> GET /a HTTP/1.1",
          "* Request completely sent off",
          "< HTTP/1.1 200 OK",
          "* Connection #0 to host " + host + " left intact",
          "* Reusing existing http: connection with host 127.0.0.1",
          "> GET /b HTTP/1.1",
          "* Request completely sent off",
          "* Connection #0 to host " + host + " left intact"
        }) {
      int found = test.err().indexOf(line, at);
      assertTrue(found >= 0, () -> line + " in\n" + test.err());
      at = found + line.length();
    }
    assertEquals(-1, test.err().indexOf("using HTTP/1.x", at));
    test = new TestConsole();
    assertEquals(0, run("-sv", "-d", "four", base + "/echo"));
    assertTrue(test.err().contains("\n* upload completely sent off: 4 bytes\n"), test.err());
  }

  @Test
  void itTellsWhatItStandsOn() {
    assertEquals(0, run("-V"));
    assertTrue(test.out().matches("(?s)curl 8\\.22\\.0 .* Netty/4\\.\\d+\\.\\d+\\..*"), test.out());
    assertTrue(test.out().contains(" http https ipfs ipns"), test.out());
    assertTrue(test.out().contains(" IDN "), test.out());
  }

  @Test
  void thereAreNoEngines() {
    assertEquals(53, run("--engine", "x", base + "/a"));
    assertEquals(0, requests.get());
    test = new TestConsole();
    assertEquals(0, run("--engine", "list"));
    assertEquals("Build-time engines:\n  <none>\n", test.out());
  }

  @Test
  void anOutputWithoutUrlEndsTheRun() {
    assertEquals(0, run("-o", file("o"), "-o", "x", base + "/a", "--next", base + "/b"));
    assertEquals(1, requests.get());
    String warning = "Warning: Got more output options than URLs\n";
    assertTrue(test.err().endsWith(warning + warning), test.err());
  }

  @Test
  void redirectsAreFollowedOnDemand() {
    assertEquals(0, run("-sS", "-L", base + "/moved", "-w", "%{num_redirects} %{url_effective}"));
    assertEquals("GET /target\n1 " + base + "/target", test.out());
  }

  @Test
  void headersAreShownOrKept() throws Exception {
    assertEquals(0, run("-sS", "-I", base + "/a"));
    assertTrue(test.out().startsWith("HTTP/1.1 200 OK\r\n"), test.out());
    assertTrue(test.out().endsWith("\r\n\r\n"), test.out());
    test = new TestConsole();
    assertEquals(0, run("-sS", "-D", file("h"), base + "/a", "-o", "/dev/null"));
    assertTrue(Files.readString(Path.of(file("h"))).startsWith("HTTP/1.1 200 OK\r\n"));
  }

  @Test
  void badStatusIsAnErrorOnDemand() {
    assertEquals(0, run("-sS", base + "/missing"));
    assertEquals("GET /missing\n", test.out());
    test = new TestConsole();
    assertEquals(22, run("-sSf", base + "/missing"));
    assertEquals("", test.out());
    assertTrue(test.err().startsWith("curl: (22) "), test.err());
    test = new TestConsole();
    assertEquals(22, run("-sS", "--fail-with-body", base + "/missing"));
    assertEquals("GET /missing\n", test.out());
    assertEquals("curl: (22) The requested URL returned error: 404\n", test.err());
  }

  @Test
  void transientErrorsAreTriedAgain() throws Exception {
    int code =
        run(
            "-S",
            "--no-progress-meter",
            "--retry",
            "5",
            "--retry-delay",
            "0.01",
            base + "/busy",
            "-o",
            file("o"),
            "-w",
            "%{num_retries}");
    assertEquals(0, code, test.err());
    assertEquals("2", test.out());
    assertEquals("GET /busy\n", Files.readString(Path.of(file("o"))));
    assertTrue(
        test.err()
            .startsWith(
                "Warning: Problem : HTTP error. Retrying in 0.010 seconds. 5 retries left.\n"),
        test.err());
  }

  @Test
  void aRefusedConnectionIsSeven() {
    try (DeadPort dead = new DeadPort()) {
      assertEquals(7, run("-sS", "http://127.0.0.1:" + dead.number() + "/"));
    }
    assertTrue(test.err().startsWith("curl: (7) "), test.err());
    assertEquals(1, test.err().lines().count(), test.err());
  }

  @Test
  void failEarlyEndsARun() {
    assertEquals(22, run("-s", "-f", "--fail-early", base + "/missing", base + "/a"));
    assertEquals(1, requests.get());
    assertEquals(0, run("-s", "-f", base + "/missing", base + "/a"));
    assertEquals(3, requests.get());
  }

  @Test
  void theServerMayNameAFileButNotAPath() throws Exception {
    assertEquals(0, run("-sS", "-OJ", "--output-dir", directory.toString(), base + "/named"));
    assertEquals("GET /named\n", Files.readString(directory.resolve("from-server")));
    assertEquals(23, run("-sS", "-OJ", "--output-dir", directory.toString(), base + "/named"));
  }

  @Test
  void tagsAreKeptAndCompared() throws Exception {
    assertEquals(0, run("-sS", "--etag-save", file("e"), base + "/tagged"));
    assertEquals("W/\"abc\"\n", Files.readString(Path.of(file("e"))));
    test = new TestConsole();
    assertEquals(0, run("-sS", "--etag-compare", file("e"), base + "/tagged"));
    assertEquals("known: W/\"abc\"\n", test.out());
  }

  @Test
  void anEmptyFileIsMadeAndABrokenOneRemoved() throws Exception {
    assertEquals(0, run("-sS", "-I", base + "/a", "--create-dirs", "-o", file("d/e/f")));
    assertTrue(Files.exists(Path.of(file("d/e/f"))));
    Files.writeString(directory.resolve("old"), "x");
    assertEquals(22, run("-sS", "-f", "--remove-on-error", base + "/missing", "-o", file("none")));
    assertFalse(Files.exists(Path.of(file("none"))));
  }

  @Test
  void existingFilesCanBeSkipped() throws Exception {
    Files.writeString(directory.resolve("there"), "x");
    assertEquals(0, run("-sS", "--skip-existing", base + "/a", "-o", file("there")));
    assertEquals(0, requests.get());
    assertEquals("x", Files.readString(directory.resolve("there")));
  }

  @Test
  void aClosedOutputIsAWriteError() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    int code =
        CurlCommand.run(
            new String[] {"-q", "-s", base + "/a"},
            new io.nettycurl.examples.curl.console.Console(
                test.console.in(), closed, test.err, test.console.terminal()));
    assertEquals(23, code);
  }

  @Test
  void theCommandLineIsCheckedFirst() {
    assertEquals(2, run("--foo"));
    assertEquals(2, run());
    assertEquals(3, run("-sS", "http://x/{a"));
    assertEquals(26, run("-d", "@" + file("none"), base + "/"));
    assertEquals(26, run("-sS", "-T", file("none"), base + "/"));
    assertEquals(0, requests.get());
  }

  @Test
  void unknownSchemesAreOne() {
    assertEquals(1, run("-sS", "foo://x/"));
    assertTrue(test.err().startsWith("curl: (1) "), test.err());
  }

  @Test
  void versionNamesWhatIsBuiltIn() {
    assertEquals(0, run("--version"));
    assertTrue(test.out().startsWith("curl 8.22.0 (NettyCurl "), test.out());
    assertTrue(test.out().contains(") libcurl/8.22.0 "), test.out());
    assertTrue(test.out().contains(" http https"), test.out());
    assertTrue(test.out().contains("\nFeatures: "), test.out());
  }

  @Test
  void tracesShowTheConversation() {
    assertEquals(0, run("-v", "-s", base + "/a"));
    assertTrue(test.err().contains("\n> GET /a HTTP/1.1\r\n> Host: 127.0.0.1:"), test.err());
    assertTrue(test.err().contains("\n< HTTP/1.1 200 OK\r\n"), test.err());
  }
}
