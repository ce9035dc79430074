package io.nettycurl.netty.engine;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.transfer.Transfer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Owned by the thread that drives the multi. The handles that were added, and the messages about
 * those that are done.
 */
final class Handles {
  private final Map<Transfer, Boolean> added = new HashMap<>();
  private final ArrayDeque<Transfer> messages = new ArrayDeque<>();
  private int done;
  private long everAdded;

  void add(Transfer transfer) {
    added.put(transfer, Boolean.FALSE);
    everAdded++;
  }

  /** A handle that is removed before its message was read takes the message along. */
  void remove(Transfer transfer) {
    Boolean wasDone = added.remove(transfer);
    if (Boolean.TRUE.equals(wasDone)) {
      done--;
      messages.remove(transfer);
    }
  }

  void done(Transfer transfer) {
    if (added.replace(transfer, Boolean.FALSE, Boolean.TRUE)) {
      done++;
      messages.add(transfer);
    }
  }

  boolean isDone(Transfer transfer) {
    return Boolean.TRUE.equals(added.get(transfer));
  }

  CurlMessage read() {
    Transfer transfer = messages.poll();
    return transfer == null
        ? null
        : new CurlMessage(CurlSymbols.CURLMSG_DONE, transfer.state().easy(), transfer.result());
  }

  int unread() {
    return messages.size();
  }

  int current() {
    return added.size();
  }

  int running() {
    return added.size() - done;
  }

  long everAdded() {
    return everAdded;
  }

  List<CurlEasy> all() {
    List<CurlEasy> all = new ArrayList<>(added.size());
    for (Transfer transfer : added.keySet()) {
      all.add(transfer.state().easy());
    }
    return all;
  }

  List<Transfer> transfers() {
    return new ArrayList<>(added.keySet());
  }
}
