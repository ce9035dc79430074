package io.nettycurl.examples.curl.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class InputPumpTest {
  @Test
  void givesWhatIsThereAndNeverWaits() throws Exception {
    PipedOutputStream source = new PipedOutputStream();
    Semaphore arrived = new Semaphore(0);
    InputPump pump = new InputPump(new PipedInputStream(source), arrived::release);
    ByteBuffer into = ByteBuffer.allocate(3);
    pump.start();
    assertEquals(0, pump.take(into));
    assertFalse(pump.isReady());

    source.write(new byte[] {1, 2, 3, 4});
    source.flush();
    arrived.acquire();
    assertTrue(pump.isReady());
    assertEquals(3, pump.take(into));
    assertEquals(1, pump.take(into.clear()));
    assertEquals(0, pump.take(into));

    source.close();
    arrived.acquire();
    assertTrue(pump.isReady());
    assertEquals(-1, pump.take(into));
  }
}
