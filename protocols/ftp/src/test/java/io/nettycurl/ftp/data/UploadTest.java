package io.nettycurl.ftp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.testkit.FakeTransfer;
import io.nettycurl.netty.testkit.ScriptedBody;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UploadTest {
  private static final InetSocketAddress SERVER = new InetSocketAddress("127.0.0.1", 21);
  private static final int TICKET = 200;
  private static final int FAREWELL = 24;

  private final FakeTransfer transfer = new FakeTransfer();
  private final TicketWatch watch = new TicketWatch();
  private final EmbeddedChannel channel = new EmbeddedChannel(watch);
  private final TicketMemory memory = new TicketMemory();
  private long ended = -1;

  private final DataEvents events =
      new DataEvents() {
        @Override
        public void dataListening(InetSocketAddress address) {}

        @Override
        public void dataConnected() {}

        @Override
        public void dataRefused(CurlCode code, String message) {}

        @Override
        public void dataEnded(long bytes) {
          ended = bytes;
        }

        @Override
        public void dataBroken(CurlCode code, String message) {}
      };

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  private Upload start() {
    Upload upload =
        new Upload(
            transfer,
            events,
            transfer.openBody(ScriptedBody.of("hello")),
            () -> memory.expects(SERVER) ? watch : null);
    upload.start(channel);
    channel.runPendingTasks();
    return upload;
  }

  private void receive(int bytes) {
    channel.writeInbound(Unpooled.wrappedBuffer(new byte[bytes]));
  }

  @Test
  void waitsForTheTicket() {
    Upload upload = start();
    assertEquals(-1, ended);
    receive(TICKET);
    upload.readComplete();
    assertEquals(5, ended);
    assertTrue(watch.hasSeenTicket());
  }

  @Test
  void doesNotWaitForEver() {
    start();
    transfer.advance(1499);
    assertEquals(-1, ended);
    transfer.advance(1);
    assertEquals(5, ended);
  }

  @Test
  void doesNotWaitForWhatAServerDoesNotSend() {
    receive(FAREWELL);
    assertFalse(watch.hasSeenTicket());
    memory.learn(SERVER, watch.hasSeenTicket());
    start();
    assertEquals(5, ended);
  }

  @Test
  void waitsAgainForOneThatWasOnlyLate() {
    memory.learn(SERVER, false);
    assertFalse(memory.expects(SERVER));
    receive(TICKET);
    memory.learn(SERVER, watch.hasSeenTicket());
    assertTrue(memory.expects(SERVER));
  }

  @Test
  void loginIsGoodForTwoUploadsWithoutTickets() {
    TicketBudget budget = new TicketBudget();
    budget.used(false);
    budget.used(true);
    assertFalse(budget.isSpent());
    budget.used(false);
    assertTrue(budget.isSpent());
  }

  @Test
  void serversAreToldApart() {
    memory.learn(SERVER, false);
    memory.learn(null, false);
    assertTrue(memory.expects(new InetSocketAddress("127.0.0.1", 22)));
    assertTrue(memory.expects(null));
    for (int port = 1000; port < 2000; port++) {
      memory.learn(new InetSocketAddress("127.0.0.1", port), false);
    }
    assertTrue(memory.expects(SERVER), "it is bounded");
  }
}
