package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlOpt;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The application has the last word about a TLS context, where its other callbacks run. */
@Timeout(180)
class SslContextTest {
  private static final SSLContext TLS = Certificates.serverContext();

  @ParameterizedTest
  @EnumSource
  void theCallbackSeesTheBuilderOfEachConnection(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(TLS, request -> RecordingServer.ok("hi"))) {
      List<Object> calls = new CopyOnWriteArrayList<>();
      Fetch fetch = new Fetch("https://" + server.authority() + "/");
      fetch.expect(CurlCode.PEER_FAILED_VERIFICATION, driven);
      fetch.with(CurlOpt.SSL_CTX_DATA, "mine");
      fetch.with(
          CurlOpt.SSL_CTX_FUNCTION,
          (easy, builder, userdata) -> {
            calls.add(easy == fetch.easy() ? userdata : "another handle");
            calls.add(driven.multi().perform());
            ((SslContextBuilder) builder).trustManager(InsecureTrustManagerFactory.INSTANCE);
            return CurlCode.OK;
          });
      fetch.expect(CurlCode.OK, driven);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(List.of("mine", CurlMultiCode.RECURSIVE_API_CALL), calls, "pooled");
      fetch.with(CurlOpt.FRESH_CONNECT, 1);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(4, calls.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheCallbackAnswersIsTheResult(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(TLS, request -> RecordingServer.ok("hi"))) {
      Fetch fetch =
          new Fetch("https://" + server.authority() + "/")
              .with(
                  CurlOpt.SSL_CTX_FUNCTION, (easy, builder, userdata) -> CurlCode.SSL_CERTPROBLEM);
      fetch.expect(CurlCode.SSL_CERTPROBLEM, driven);
      assertEquals("error signaled by SSL ctx callback", fetch.easy().errorMessage());
      fetch.with(
          CurlOpt.SSL_CTX_FUNCTION,
          (easy, builder, userdata) -> {
            throw new IllegalStateException("no");
          });
      fetch.expect(CurlCode.ABORTED_BY_CALLBACK, driven);
    }
  }
}
