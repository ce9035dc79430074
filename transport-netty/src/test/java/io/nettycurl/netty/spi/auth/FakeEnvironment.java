package io.nettycurl.netty.spi.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Owned by the test's thread. Nothing is left to chance, and tickets are what the test says. */
final class FakeEnvironment implements AuthEnvironment {
  static final byte NONCE = (byte) 0xaa;

  /** The tokens to come, in their order; where there are none there is no ticket. */
  final Deque<String> tokens = new ArrayDeque<>();

  /** What the peer said, and to whom. */
  final List<String> heard = new ArrayList<>();

  final List<Party> parties = new ArrayList<>();
  int closed;
  long epochMillis;

  @Override
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, NONCE);
    return bytes;
  }

  @Override
  public long epochMillis() {
    return epochMillis;
  }

  @Override
  public TicketExchange tickets(Party party) {
    parties.add(party);
    return new TicketExchange() {
      private boolean complete;

      @Override
      public byte[] next(byte[] token) throws Exception {
        heard.add(new String(token, StandardCharsets.US_ASCII));
        if (tokens.isEmpty()) {
          throw new Exception("no ticket");
        }
        String next = tokens.poll();
        complete = next.endsWith("!");
        return next.getBytes(StandardCharsets.US_ASCII);
      }

      @Override
      public boolean complete() {
        return complete;
      }

      @Override
      public void close() {
        closed++;
      }
    };
  }
}
