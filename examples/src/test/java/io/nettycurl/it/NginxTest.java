package io.nettycurl.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NginxTest {
  @RegisterExtension static final Nginx NGINX = new Nginx();

  private static final int KIB = 1024;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16 * KIB - 1, 16 * KIB, 16 * KIB + 1, 3_000_000, 20_000_000})
  void givesEveryByteOverHttp(int size) throws IOException {
    byte[] content = NGINX.file("size-" + size, size);

    try (Fetch fetch = Fetch.of(NGINX.http("/size-" + size)).run()) {
      assertArrayEquals(content, fetch.body());
      assertEquals(size, fetch.info(CurlInfo.SIZE_DOWNLOAD_T));
      assertEquals(200, fetch.info(CurlInfo.RESPONSE_CODE));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16 * KIB + 1, 20_000_000})
  void givesEveryByteOverHttps(int size) throws IOException {
    byte[] content = NGINX.file("size-" + size, size);

    try (Fetch fetch = trusting(NGINX.https("/size-" + size)).run()) {
      assertArrayEquals(content, fetch.body());
    }
  }

  @Test
  void isNotTrustedUnasked() throws IOException {
    NGINX.file("a", 10);

    try (Fetch fetch = Fetch.of(NGINX.https("/a"))) {
      assertEquals(CurlCode.PEER_FAILED_VERIFICATION, fetch.perform());
      assertEquals(0, fetch.body().length);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsTheConnection(boolean tls) throws IOException {
    byte[] content = NGINX.file("kept", KIB);

    try (Fetch fetch = tls ? trusting(NGINX.https("/kept")) : Fetch.of(NGINX.http("/kept"))) {
      long connects = 0;
      for (int i = 0; i < 20; i++) {
        assertArrayEquals(content, fetch.run().body());
        connects += fetch.info(CurlInfo.NUM_CONNECTS);
      }
      assertEquals(1, connects);
    }
  }

  @Test
  void mayCloseAfterThreeRequestsAndNoTransferSuffers() throws IOException {
    byte[] content = NGINX.file("few", KIB);

    try (Fetch fetch = Fetch.of(NGINX.http("/three/few"))) {
      long connects = 0;
      for (int i = 0; i < 9; i++) {
        assertArrayEquals(content, fetch.run().body());
        connects += fetch.info(CurlInfo.NUM_CONNECTS);
      }
      assertEquals(3, connects);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void givesAThousandFilesThroughOneMulti(boolean tls) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    List<Fetch> fetches = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      String name = "/many/" + i;
      contents.add(NGINX.file(name.substring(1), 100 + 13 * i));
      fetches.add(tls ? trusting(NGINX.https(name)) : Fetch.of(NGINX.http(name)));
    }
    try (CurlMulti multi = CurlMulti.init()) {
      assertEquals(CurlMultiCode.OK, multi.setopt(CurlMultiOpt.MAX_HOST_CONNECTIONS, 8));
      Fetch.runAll(multi, fetches);
    }

    long connects = 0;
    for (int i = 0; i < fetches.size(); i++) {
      assertEquals(CurlCode.OK, fetches.get(i).result());
      assertArrayEquals(contents.get(i), fetches.get(i).body());
      connects += fetches.get(i).info(CurlInfo.NUM_CONNECTS);
    }
    assertTrue(connects <= 8, connects + " connections");
    fetches.forEach(Fetch::close);
  }

  @ParameterizedTest
  @CsvSource({"0-99,0,100", "500-,500,1000", "-100,900,1000", "999-2000,999,1000"})
  void givesAPart(String range, int from, int to) throws IOException {
    byte[] content = NGINX.file("thousand", 1000);

    try (Fetch fetch = Fetch.of(NGINX.http("/thousand")).with(CurlOpt.RANGE, range).run()) {
      assertArrayEquals(Arrays.copyOfRange(content, from, to), fetch.body());
      assertEquals(206, fetch.info(CurlInfo.RESPONSE_CODE));
    }
  }

  @Test
  void goesOnWhereAnEarlierTransferStopped() throws IOException {
    byte[] content = NGINX.file("resumed", 100_000);

    try (Fetch fetch =
        Fetch.of(NGINX.http("/resumed")).with(CurlOpt.RESUME_FROM_LARGE, 60_000L).run()) {
      assertArrayEquals(Arrays.copyOfRange(content, 60_000, 100_000), fetch.body());
    }
  }

  /** Past the end is where a transfer goes on that had everything already. */
  @Test
  void hasNothingMoreToGivePastTheEnd() throws IOException {
    NGINX.file("whole", 1000);

    try (Fetch fetch = Fetch.of(NGINX.http("/whole")).with(CurlOpt.FAILONERROR, 1L)) {
      fetch.with(CurlOpt.RESUME_FROM_LARGE, 1000L).run();
      assertEquals(416, fetch.info(CurlInfo.RESPONSE_CODE));
      assertEquals("", fetch.text());
    }
    try (Fetch fetch = Fetch.of(NGINX.http("/whole")).with(CurlOpt.FAILONERROR, 1L)) {
      assertEquals(CurlCode.HTTP_RETURNED_ERROR, fetch.with(CurlOpt.RANGE, "1000-").perform());
      assertEquals(416, fetch.info(CurlInfo.RESPONSE_CODE));
    }
  }

  @Test
  void failsOnAnErrorOnlyWhenAskedTo() {
    try (Fetch fetch = Fetch.of(NGINX.http("/nothing-here"))) {
      assertTrue(fetch.run().text().contains("404 Not Found"));
      assertEquals(404, fetch.info(CurlInfo.RESPONSE_CODE));

      fetch.with(CurlOpt.FAILONERROR, 1L);
      assertEquals(CurlCode.HTTP_RETURNED_ERROR, fetch.perform());
      assertEquals("", fetch.text());
      assertEquals(404, fetch.info(CurlInfo.RESPONSE_CODE));
    }
  }

  @Test
  void tellsWithoutGiving() throws IOException {
    NGINX.file("head", 12_345);

    try (Fetch fetch = Fetch.of(NGINX.http("/head")).with(CurlOpt.NOBODY, 1L).run()) {
      assertEquals(0, fetch.body().length);
      assertTrue(fetch.headers().contains("Content-Length: 12345\r\n"), fetch::headers);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100_000, 5_000_000})
  void takesWhatIsPut(int size) throws IOException {
    byte[] content = ServerFolder.content(size, 1);

    try (Fetch put = Fetch.of(NGINX.http("/put/size-" + size)).sending(content).run()) {
      assertEquals(201, put.info(CurlInfo.RESPONSE_CODE));
    }
    assertArrayEquals(content, Files.readAllBytes(NGINX.put().resolve("size-" + size)));
    try (Fetch get = Fetch.of(NGINX.http("/put/size-" + size)).run()) {
      assertArrayEquals(content, get.body());
    }
    try (Fetch delete =
        Fetch.of(NGINX.http("/put/size-" + size)).with(CurlOpt.CUSTOMREQUEST, "DELETE").run()) {
      assertEquals(204, delete.info(CurlInfo.RESPONSE_CODE));
    }
    assertFalse(Files.exists(NGINX.put().resolve("size-" + size)));
  }

  @Test
  void packsAndTheClientUnpacks() throws IOException {
    byte[] content = "all work and no play ".repeat(5000).getBytes(US_ASCII);
    Files.write(NGINX.root().resolve("dull"), content);

    try (Fetch fetch = Fetch.of(NGINX.http("/gzip/dull")).with(CurlOpt.ACCEPT_ENCODING, "gzip")) {
      assertArrayEquals(content, fetch.run().body());
      assertTrue(fetch.headers().contains("Content-Encoding: gzip\r\n"), fetch::headers);
      assertTrue(fetch.headers().contains("Transfer-Encoding: chunked\r\n"), fetch::headers);
    }
  }

  @Test
  void isFollowed() throws IOException {
    byte[] content = NGINX.file("target", 777);

    try (Fetch fetch = Fetch.of(NGINX.http("/away/target"))) {
      assertEquals(302, fetch.run().info(CurlInfo.RESPONSE_CODE));

      assertArrayEquals(content, fetch.with(CurlOpt.FOLLOWLOCATION, 1L).run().body());
      assertEquals(1, fetch.info(CurlInfo.REDIRECT_COUNT));
    }
  }

  @ParameterizedTest
  @CsvSource({"user:secret,200", "user:guessed,401", ",401"})
  void letsInWhoKnowsThePassword(String credentials, int status) throws IOException {
    NGINX.file("treasure", 5);

    try (Fetch fetch =
        Fetch.of(NGINX.http("/secret/treasure")).with(CurlOpt.USERPWD, credentials).run()) {
      assertEquals(status, fetch.info(CurlInfo.RESPONSE_CODE));
    }
  }

  @Test
  void givesTheSameToManyAtOnce() throws IOException {
    byte[] content = NGINX.file("wanted", 1_000_000);
    List<Fetch> fetches = Stream.generate(() -> Fetch.of(NGINX.http("/wanted"))).limit(32).toList();

    try (CurlMulti multi = CurlMulti.init()) {
      Fetch.runAll(multi, fetches);
    }

    for (Fetch fetch : fetches) {
      assertEquals(CurlCode.OK, fetch.result());
      assertArrayEquals(content, fetch.body());
      fetch.close();
    }
  }

  private static Fetch trusting(String url) {
    return Fetch.of(url).with(CurlOpt.CAINFO, NGINX.certificate().toString());
  }
}
