package io.nettycurl.examples.curl.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlEasy;
import io.nettycurl.examples.curl.TestConsole;
import io.nettycurl.examples.curl.config.OperationConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetersTest {
  private static final long SECOND = 1_000_000_000L;
  private static final String HEAD =
      "  % Total    % Received % Xferd  Average Speed  Time    Time    Time   Current\n"
          + "                                 Dload  Upload  Total   Spent   Left   Speed\n";
  private final TestConsole test = new TestConsole();

  @Test
  void oneTransferIsShownOnceASecond() {
    TransferMeter meter = new TransferMeter(test.console, 0, 0);
    meter.update(1_000_000, 100_000, 0, 0, SECOND / 2);
    meter.update(1_000_000, 200_000, 0, 0, SECOND / 2 + 1);
    meter.update(1_000_000, 400_000, 0, 0, 2 * SECOND);
    meter.finish(false, 5 * SECOND);
    String[] lines = test.err().substring(HEAD.length()).split("\r");
    assertTrue(test.err().startsWith(HEAD));
    assertEquals(4, lines.length);
    assertEquals(
        " 10 976.5k  10 97.65k   0      0 195.3k      0   00:05           00:05      0", lines[1]);
    assertEquals(
        " 40 976.5k  40 390.6k   0      0 195.3k      0   00:05   00:02   00:03 195.3k", lines[2]);
    assertEquals(
        " 40 976.5k  40 390.6k   0      0  80000      0   00:12   00:05   00:07  80000\n",
        lines[3]);
  }

  @Test
  void resumedTransfersSaySo() {
    TransferMeter meter = new TransferMeter(test.console, 0, 77);
    meter.finish(false, 0);
    assertTrue(
        test.err().startsWith("** Resuming transfer from byte position 77\n" + HEAD), test.err());
  }

  @Test
  void failingAtOnceShowsNothing() {
    TransferMeter meter = new TransferMeter(test.console, 0, 0);
    meter.update(0, 0, 0, 0, 1);
    meter.finish(true, 2);
    assertEquals("", test.err());
  }

  @Test
  void manyTransfersShareALine() {
    ParallelMeter meter = new ParallelMeter(test.global, test.console, 0);
    Transfer done = new Transfer(new OperationConfig(), CurlEasy.init(), 0);
    done.downloadTotal = 1000;
    done.downloaded = 1000;
    Transfer running = new Transfer(new OperationConfig(), CurlEasy.init(), 1);
    running.downloadTotal = 3000;
    running.downloaded = 1000;
    meter.finish(done);
    meter.show(List.of(running), 2, 1, false, 2 * SECOND);
    meter.show(List.of(running), 2, 1, false, 2 * SECOND + 1);
    running.downloaded = 3000;
    meter.show(List.of(running), 2, 0, true, 4 * SECOND);
    assertEquals(
        "DL% UL%  Dled  Uled  Xfers  Live Total     Current  Left    Speed\n"
            + "\r 50 --   2000     0     2     1  00:00:04 00:00:02 00:00:02  1000      "
            + "\r100 --   4000     0     2     0  00:00:04 00:00:04           1000     \n",
        test.err());
    done.easy.close();
    running.easy.close();
  }
}
