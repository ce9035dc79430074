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
      return;
    }
    int asked = transfer.generation();
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
            answer -> answered(asked, answer));
  }

  private void answered(int asked, CurlCode answer) {
    if (asked != transfer.generation() || transfer.phase() != TransferState.CONNECTED) {
      return;
    }
    if (answer == CurlCode.OK) {
      prepare(transfer.core().nanoTime());
    } else {
      transfer.fail(answer, null);
    }
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
