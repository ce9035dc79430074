package io.nettycurl.behaviour;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.behaviour.RecordingServer.Request;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlOpt;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** AWS_SIGV4 as a server checks it: by what came, and a secret that did not. */
@Timeout(180)
class SignedRequestsTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/((\\d{8})/([^/]+)/([^/]+)/aws4_request),"
              + " SignedHeaders=(\\S+), Signature=([0-9a-f]{64})");

  private static String sha256(String text) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(ISO_8859_1));
    return HexFormat.of().formatHex(hash);
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(UTF_8));
  }

  /** Signs what came in the way the server's documentation says, and compares. */
  private static void assertSigned(Request request) throws GeneralSecurityException {
    Matcher said = AUTHORIZATION.matcher(request.field("Authorization"));
    assertTrue(said.matches(), request.head());
    String[] target = request.path().split("\\?", 2);
    StringBuilder fields = new StringBuilder();
    for (String name : said.group(5).split(";")) {
      fields.append(name).append(':').append(request.field(name)).append('\n');
    }
    String hash = request.field("x-amz-content-sha256");
    assertTrue(hash == null || hash.equals(sha256(request.body())), request.head());
    String canonical =
        String.join(
            "\n",
            request.method(),
            target[0],
            target.length == 1 ? "" : target[1],
            fields,
            said.group(5),
            sha256(request.body()));
    String date = request.field("X-Amz-Date");
    assertEquals(said.group(2), date.substring(0, 8));
    String toSign = String.join("\n", "AWS4-HMAC-SHA256", date, said.group(1), sha256(canonical));
    byte[] key = hmac(("AWS4" + SECRET).getBytes(UTF_8), said.group(2));
    key = hmac(hmac(hmac(key, said.group(3)), said.group(4)), "aws4_request");
    assertEquals(HexFormat.of().formatHex(hmac(key, toSign)), said.group(6), canonical);
  }

  private static Fetch fetch(String url, String service) {
    return new Fetch(url)
        .with(CurlOpt.AWS_SIGV4, "aws:amz:us-east-1:" + service)
        .with(CurlOpt.USERPWD, "AKIDEXAMPLE:" + SECRET);
  }

  private static RecordingServer server() {
    return new RecordingServer(request -> RecordingServer.ok("hi"));
  }

  /** The example of AWS's whose signature is known: "get-vanilla". */
  @ParameterizedTest
  @EnumSource
  void asAwsHasIt(Drive drive) throws GeneralSecurityException {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      fetch("http://" + server.authority() + "/", "service")
          .with(
              CurlOpt.HTTPHEADER,
              List.of("Host: example.amazonaws.com", "X-Amz-Date: 20150830T123600Z"))
          .expect(CurlCode.OK, driven);
      String sent = server.last().field("Authorization");
      assertTrue(
          sent.endsWith("5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"), sent);
      assertSigned(server.last());
    }
  }

  @ParameterizedTest
  @EnumSource
  void methodsQueriesAndBodies(Drive drive) throws GeneralSecurityException {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      String url = "http://" + server.authority() + "/a/b";
      fetch(url + "?x=1&y=2", "service").expect(CurlCode.OK, driven);
      assertSigned(server.last());
      for (String service : List.of("service", "s3")) {
        Fetch post =
            fetch(url, service)
                .with(CurlOpt.POSTFIELDS, "some=body\u00e9")
                .with(CurlOpt.HTTPHEADER, List.of("Content-Type: text/x", "X-Mine:  two words "));
        post.expect(CurlCode.OK, driven);
        assertEquals("some=body\u00e9", server.last().body());
        assertSigned(server.last());
        String names = server.last().field("Authorization");
        assertTrue(names.contains("content-type;host;"), names);
        // A second time it is signed anew, on the same connection.
        post.with(CurlOpt.POSTFIELDS, "other").expect(CurlCode.OK, driven);
        assertSigned(server.last());
      }
      fetch(url, "s3").with(CurlOpt.CUSTOMREQUEST, "DELETE").expect(CurlCode.OK, driven);
      assertEquals("DELETE", server.last().method());
      assertSigned(server.last());
      assertEquals(1, server.connections());
    }
  }

  /** Each hop within the origin is signed for itself; whoever else it leads to sees nothing. */
  @ParameterizedTest
  @EnumSource
  void redirects(Drive drive) throws GeneralSecurityException {
    try (Driven driven = drive.open();
        RecordingServer other = server();
        RecordingServer server =
            new RecordingServer(
                request ->
                    switch (request.path()) {
                      case "/1" -> RecordingServer.redirect(302, "/2");
                      case "/2" ->
                          RecordingServer.redirect(302, "http://" + other.authority() + "/3");
                      default -> RecordingServer.ok("hi");
                    })) {
      fetch("http://" + server.authority() + "/1", "service")
          .with(CurlOpt.FOLLOWLOCATION, 1)
          .expect(CurlCode.OK, driven);
      for (Request request : server.requests()) {
        assertSigned(request);
      }
      assertEquals(2, server.requests().size());
      assertEquals("/3", other.last().path());
      assertNull(other.last().field("Authorization"));
    }
  }
}
