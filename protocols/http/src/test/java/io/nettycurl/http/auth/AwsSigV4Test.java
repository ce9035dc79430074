package io.nettycurl.http.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.http.auth.AwsSigV4.Request;
import io.nettycurl.http.auth.AwsSigV4.Signed;
import io.nettycurl.netty.spi.auth.Credentials;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that AWS and curl's test suite say the signatures of. */
class AwsSigV4Test {
  private static final Instant AWS_TIME = Instant.parse("2015-08-30T12:36:00Z");
  private static final Credentials AWS =
      new Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null);

  private static Request get(String host, String path, String query, List<String> fields) {
    return new Request("GET", host, host, path, query, fields, null, true, false);
  }

  /** The first of the examples that AWS gives, "get-vanilla". */
  @Test
  void asAwsHasIt() {
    Signed signed =
        AwsSigV4.sign(
            "aws:amz:us-east-1:service",
            get("example.amazonaws.com", "/", null, null),
            AWS,
            AWS_TIME);
    assertEquals(
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
            + " SignedHeaders=host;x-amz-date,"
            + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        signed.authorization());
    assertEquals(List.of("X-Amz-Date: 20150830T123600Z"), signed.lines());
  }

  /** Another of AWS's, "get-vanilla-query-order-key-case". */
  @Test
  void queriesAreOrdered() {
    Signed signed =
        AwsSigV4.sign(
            "aws:amz:us-east-1:service",
            get("example.amazonaws.com", "/", "Param2=value2&Param1=value1", null),
            AWS,
            AWS_TIME);
    assertTrue(
        signed
            .authorization()
            .endsWith("b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
        signed::authorization);
  }

  /** Case 1964 of curl's suite: the time is the user's, service and region come from the host. */
  @Test
  void asCurlHasIt() {
    Signed signed =
        AwsSigV4.sign(
            "xxx",
            new Request(
                "GET",
                "127.0.0.1",
                "127.0.0.1:9000",
                "/1964/testapi/test",
                null,
                List.of("Content-Type: application/json", "X-Xxx-Date: 19700101T000000Z"),
                null,
                true,
                false),
            new Credentials("xxx", "yyy", null),
            AWS_TIME);
    assertEquals(
        "XXX4-HMAC-SHA256 Credential=xxx/19700101/0/127/xxx4_request,"
            + " SignedHeaders=content-type;host;x-xxx-date,"
            + " Signature=35da102c1df68f2ef85ade08ecc212fa663a66e3a973146f6578a5c5426e9669",
        signed.authorization());
    assertEquals(List.of(), signed.lines());
  }

  @Test
  void s3WantsTheHashOfTheBody() {
    byte[] body = "x".getBytes(StandardCharsets.UTF_8);
    Request request = new Request("POST", "h", "h", "/%20", null, List.of(), body, false, true);
    Signed signed = AwsSigV4.sign("aws:amz:r:s3", request, AWS, AWS_TIME);
    assertEquals(
        "x-amz-content-sha256: 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
        signed.lines().get(1));
    assertTrue(
        signed.authorization().contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date"));
    Request upload = new Request("PUT", "h", "h", "/", null, List.of(), null, false, false);
    assertEquals(
        "x-amz-content-sha256: UNSIGNED-PAYLOAD",
        AwsSigV4.sign("aws:amz:r:s3", upload, AWS, AWS_TIME).lines().get(1));
    Request given =
        new Request(
            "PUT", "h", "h", "/", null, List.of("x-amz-content-sha256: abc"), null, false, false);
    assertEquals(1, AwsSigV4.sign("aws:amz:r:s3", given, AWS, AWS_TIME).lines().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a=b&a=a&A=|A=&a=a&a=b",
        "x|x=",
        "&&b=1&|b=1",
        "q=a+b%2Bc%2F~|q=a%20b%2Bc%2F~",
        "q=%zz%4|q=%25zz%254",
        "q=%c3%a9=|q=%C3%A9%3D"
      })
  void queriesAreNormalised(String query, String expected) {
    assertEquals(expected, AwsSigV4.query(query));
  }

  @Test
  void parametersThatDoNotDo() {
    Request request = get("localhost", "/", null, null);
    assertEquals(
        CurlCode.BAD_FUNCTION_ARGUMENT, AwsSigV4.sign(":x", request, AWS, AWS_TIME).code());
    assertEquals(CurlCode.URL_MALFORMAT, AwsSigV4.sign("aws", request, AWS, AWS_TIME).code());
    assertEquals(
        CurlCode.URL_MALFORMAT,
        AwsSigV4.sign("aws", get("a.b", "/", null, null), AWS, AWS_TIME).code());
    assertEquals(
        CurlCode.TOO_LARGE,
        AwsSigV4.sign("aws:amz:r:s", get("h", "/", "a&".repeat(128), null), AWS, AWS_TIME).code());
  }
}
