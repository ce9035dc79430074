package io.nettycurl.netty.spi.auth;

import java.security.SecureRandom;

/**
 * Any thread. What the machines need of the world: chance, the time, tickets. Tests have their own.
 */
public interface AuthEnvironment {
  /** The real one. */
  AuthEnvironment SYSTEM =
      new AuthEnvironment() {
        @Override
        public byte[] bytes(int count) {
          byte[] bytes = new byte[count];
          Source.RANDOM.nextBytes(bytes);
          return bytes;
        }

        @Override
        public long epochMillis() {
          return System.currentTimeMillis();
        }

        @Override
        public TicketExchange tickets(Party party) {
          return new GssExchange(party);
        }
      };

  /**
   * Bytes that nobody can foresee.
   *
   * @param count how many
   */
  byte[] bytes(int count);

  /** The time, in milliseconds since 1970. */
  long epochMillis();

  /**
   * A way to prove ourselves by tickets.
   *
   * @param party to whom
   */
  TicketExchange tickets(Party party);

  /** Most handles never need it. */
  final class Source {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Source() {}
  }
}
