package io.nettycurl.examples.curl.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.nettycurl.CurlCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpfsUrlTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "ipfs://cid,            http://g:8080,   http://g:8080/ipfs/cid",
    "ipns://name/,          http://g:8080/,  http://g:8080/ipns/name",
    "ipfs://cid/a%20b,      https://g/some,  https://g:443/some/ipfs/cid/a%20b",
    "ipfs://cid/a?x=1,      http://g,        http://g:80/ipfs/cid/a?x=1",
    "ipfs://cid,            g,               http://g:80/ipfs/cid",
  })
  void theGatewayComesFirst(String url, String gateway, String expected) {
    IpfsUrl.Rewritten rewritten = IpfsUrl.rewrite(url, gateway, Map.of());
    assertEquals(CurlCode.OK, rewritten.code());
    assertEquals(expected, rewritten.url());
  }

  private static void refused(CurlCode code, String gateway, Map<String, String> environment) {
    IpfsUrl.Rewritten rewritten = IpfsUrl.rewrite("ipfs://cid", gateway, environment);
    assertEquals(code, rewritten.code());
    assertNull(rewritten.url());
  }

  @Test
  void whatIsNoGateway() {
    refused(CurlCode.BAD_FUNCTION_ARGUMENT, "http://g:nan", Map.of());
    refused(CurlCode.URL_MALFORMAT, "http://g/?x", Map.of());
    refused(CurlCode.FILE_COULDNT_READ_FILE, null, Map.of());
    refused(CurlCode.FILE_COULDNT_READ_FILE, null, Map.of("HOME", directory.toString()));
    refused(CurlCode.URL_MALFORMAT, null, Map.of("IPFS_GATEWAY", "nonsense"));
  }

  @Test
  void aGatewayIsFound() throws IOException {
    Files.createDirectories(directory.resolve(".ipfs"));
    Files.writeString(directory.resolve(".ipfs/gateway"), "http://home:1\nhttp://other\n");
    Files.writeString(directory.resolve("gateway"), "http://path:2");
    String home = directory.toString();
    assertEquals(
        "http://home:1/ipfs/cid", IpfsUrl.rewrite("ipfs://cid", null, Map.of("HOME", home)).url());
    assertEquals(
        "http://path:2/ipfs/cid",
        IpfsUrl.rewrite("ipfs://cid", null, Map.of("HOME", "/none", "IPFS_PATH", home + "/"))
            .url());
    assertEquals(
        "http://env:3/ipfs/cid",
        IpfsUrl.rewrite("ipfs://cid", null, Map.of("HOME", home, "IPFS_GATEWAY", "http://env:3"))
            .url());
  }
}
