package io.nettycurl.examples.curl.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.CurlCode;
import io.nettycurl.examples.curl.config.OutputConfig.Fail;
import io.nettycurl.examples.curl.config.RetryConfig;
import io.nettycurl.examples.curl.transfer.RetryPolicy.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  @ParameterizedTest
  @CsvSource({
    "OK,http,200,NO,false,",
    "OK,http,503,NO,false,HTTP",
    "OK,https,429,NO,false,HTTP",
    "OK,http,501,NO,false,",
    "OK,ftp,503,NO,false,",
    "HTTP_RETURNED_ERROR,http,500,WITHOUT_BODY,false,HTTP",
    "HTTP_RETURNED_ERROR,http,404,WITHOUT_BODY,false,",
    "OPERATION_TIMEDOUT,http,0,NO,false,TIMEOUT",
    "COULDNT_RESOLVE_HOST,'',0,NO,false,TIMEOUT",
    "FTP_ACCEPT_TIMEOUT,ftp,0,NO,false,TIMEOUT",
    "COULDNT_CONNECT,http,0,NO,true,",
    "REMOTE_ACCESS_DENIED,ftp,421,NO,false,FTP",
    "REMOTE_ACCESS_DENIED,ftp,550,NO,false,",
    "RECV_ERROR,http,0,NO,false,",
  })
  void endingsWorthAnotherTry(
      CurlCode code, String scheme, long status, Fail fail, boolean refused, Reason expected) {
    assertEquals(
        expected, RetryPolicy.reason(new RetryConfig(), fail, code, status, scheme, refused));
  }

  @Test
  void optionsWidenIt() {
    RetryConfig config = new RetryConfig();
    config.connectionRefused = true;
    assertEquals(
        Reason.CONNECTION_REFUSED,
        RetryPolicy.reason(config, Fail.NO, CurlCode.COULDNT_CONNECT, 0, "http", true));
    config.allErrors = true;
    assertEquals(
        Reason.ALL_ERRORS,
        RetryPolicy.reason(config, Fail.NO, CurlCode.RECV_ERROR, 0, "http", false));
  }

  @Test
  void waitsDouble() {
    assertEquals(1000, RetryPolicy.backOff(0));
    assertEquals(2000, RetryPolicy.backOff(1000));
    assertEquals(600_000, RetryPolicy.backOff(512_000));
  }

  @Test
  void theLineSaysHowLong() {
    assertEquals(
        "Problem : HTTP error. Retrying in 1 second. 2 retries left.",
        RetryPolicy.describe(Reason.HTTP, 1000, 2));
    assertEquals(
        "Problem (retrying all errors). Retrying in 2.050 seconds. 1 retry left.",
        RetryPolicy.describe(Reason.ALL_ERRORS, 2050, 1));
  }
}
