package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.CurlCode;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlOpt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reply comes to where a part was asked for. */
@Timeout(60)
class RangeRepliesTest {
  private static String reply(boolean refused, boolean tells) {
    String head = refused ? "HTTP/1.1 416 No\r\n" : "HTTP/1.1 200 OK\r\n";
    String range = refused ? "Content-Range: bytes */2\r\n" : "Content-Range: bytes 3/7\r\n";
    return head + (tells ? range : "") + "Content-Length: 5\r\n\r\nbody\n";
  }

  /** A refusal means there is no more to resume; else whoever resumes needs to know where it is. */
  private static CurlCode expected(boolean resume, boolean fail, boolean refused, boolean tells) {
    if (resume) {
      return refused || tells ? CurlCode.OK : CurlCode.RANGE_ERROR;
    }
    return refused && fail ? CurlCode.HTTP_RETURNED_ERROR : CurlCode.OK;
  }

  @ParameterizedTest
  @EnumSource
  void ofResumingAndOfRanges(Drive drive) {
    List<String> wrong = new ArrayList<>();
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(
                request ->
                    reply(request.path().charAt(1) == '1', request.path().charAt(2) == '1'))) {
      for (int i = 0; i < 16; i++) {
        boolean resume = (i & 1) != 0;
        boolean fail = (i & 2) != 0;
        boolean refused = (i & 4) != 0;
        boolean tells = (i & 8) != 0;
        String path = "/" + (refused ? 1 : 0) + (tells ? 1 : 0);
        Fetch fetch =
            new Fetch("http://" + server.authority() + path)
                .with(CurlOpt.RESUME_FROM, resume ? 3 : 0)
                .with(CurlOpt.RANGE, resume ? null : "3-1000000")
                .with(CurlOpt.FAILONERROR, fail ? 1 : 0);
        CurlCode code = fetch.run(driven);
        CurlCode want = expected(resume, fail, refused, tells);
        boolean body = want == CurlCode.OK && !(resume && refused);
        if (code != want || fetch.body().isEmpty() == body) {
          wrong.add(path + " resume " + resume + " fail " + fail + ": " + code + fetch.body());
        }
      }
    }
    assertEquals(List.of(), wrong);
  }
}
