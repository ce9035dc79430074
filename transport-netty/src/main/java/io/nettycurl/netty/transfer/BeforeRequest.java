package io.nettycurl.netty.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.netty.connect.Offload;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.option.CurlOpt;
import java.net.InetSocketAddress;

/**
 * Owned by the loop. What stands between one transfer's connection and its request: the user's word
 * (PREREQFUNCTION), then what the protocol has to fetch off the loop. Ends with {@link
 * Transfer#startExchange}, possibly at once, or with the transfer.
 */
final class BeforeRequest {
  private final Transfer transfer;

  BeforeRequest(Transfer transfer) {
    this.transfer = transfer;
  }

  void begin(Connection ready, long now) {
    if (transfer.options().get(CurlOpt.PREREQFUNCTION) == null) {
      prepare(now);
    } else {
      ask(ready, () -> prepare(transfer.core().nanoTime()));
    }
  }

  /** Asks the user, if he wants to be; then goes on, or the transfer ends. */
  void ask(Connection ready, Runnable admitted) {
    if (transfer.options().get(CurlOpt.PREREQFUNCTION) == null) {
      admitted.run();
      return;
    }
    int generation = transfer.generation();
    TransferState phase = transfer.phase();
    Exchange exchange = transfer.exchange();
    InetSocketAddress remote = ready.remoteAddress();
    InetSocketAddress local = ready.localAddress();
    String remoteIp = ready.remoteIp();
    String localIp = ready.localIp();
    transfer
        .delivery()
        .ask(
            () ->
                transfer
                    .user()
                    .prereq(
                        remoteIp,
                        localIp,
                        remote == null ? 0 : remote.getPort(),
                        local == null ? 0 : local.getPort()),
            answer -> {
              boolean still =
                  generation == transfer.generation()
                      && phase == transfer.phase()
                      && exchange == transfer.exchange();
              if (still && answer == CurlCode.OK) {
                admitted.run();
              } else if (still) {
                transfer.fail(answer, null);
              }
            });
  }

  private void prepare(long now) {
    Exchange exchange = transfer.exchange();
    Runnable work = exchange.beforeStart();
    if (work == null) {
      transfer.startExchange(now);
      return;
    }
    int mine = transfer.generation();
    Offload.logIn(
        work,
        transfer.core().eventLoop(),
        () -> {
          if (mine == transfer.generation()
              && transfer.phase() == TransferState.CONNECTED
              && transfer.exchange() == exchange) {
            transfer.startExchange(transfer.core().nanoTime());
          }
        });
  }
}
