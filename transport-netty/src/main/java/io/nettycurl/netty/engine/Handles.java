package io.nettycurl.netty.engine;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.transfer.Transfer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Any thread: what the application asks about handles and messages has an answer, whoever drives
 * the multi meanwhile. The handles that were added, and the messages about those that are done.
 */
final class Handles {
  private final ArrayList<Place> added = new ArrayList<>();
  private final ArrayDeque<Place> messages = new ArrayDeque<>();
  private Notifications notifications;
  private int done;
  private long everAdded;

  /**
   * Owned by the thread that drives the multi. What is noted about one transfer; made once, as a
   * handle may be added again and again.
   */
  private static final class Place {
    private final Transfer transfer;
    private int index = -1;
    private boolean done;
    private boolean unread;
    private CurlMessage message;

    private Place(Transfer transfer) {
      this.transfer = transfer;
    }

    /** Messages are values: the last one serves again if it says the same. */
    private CurlMessage message() {
      if (message == null || message.result() != transfer.result()) {
        message =
            new CurlMessage(CurlSymbols.CURLMSG_DONE, transfer.state().easy(), transfer.result());
      }
      return message;
    }
  }

  private static Place placeOf(Transfer transfer) {
    if (transfer.enginePlace() instanceof Place place) {
      return place;
    }
    Place made = new Place(transfer);
    transfer.enginePlace(made);
    return made;
  }

  void notifications(Notifications told) {
    notifications = told;
  }

  synchronized boolean has(Transfer transfer) {
    return placeOf(transfer).index >= 0;
  }

  synchronized void add(Transfer transfer) {
    Place place = placeOf(transfer);
    if (place.index < 0) {
      place.index = added.size();
      added.add(place);
    }
    everAdded++;
  }

  /** A handle that is removed before its message was read takes the message along. */
  synchronized void remove(Transfer transfer) {
    Place place = placeOf(transfer);
    if (place.index < 0) {
      return;
    }
    Place last = added.remove(added.size() - 1);
    if (last != place) {
      last.index = place.index;
      added.set(place.index, last);
    }
    place.index = -1;
    if (place.done) {
      place.done = false;
      done--;
    }
    if (place.unread) {
      place.unread = false;
      messages.remove(place);
    }
  }

  synchronized void done(Transfer transfer) {
    Place place = placeOf(transfer);
    if (place.index >= 0 && !place.done) {
      place.done = true;
      place.unread = true;
      done++;
      notifications.add(CurlSymbols.CURLMNOTIFY_EASY_DONE, transfer);
      if (messages.isEmpty()) {
        notifications.add(CurlSymbols.CURLMNOTIFY_INFO_READ, null);
      }
      messages.add(place);
    }
  }

  synchronized boolean isDone(Transfer transfer) {
    return placeOf(transfer).done;
  }

  synchronized CurlMessage read() {
    Place place = messages.poll();
    if (place == null) {
      return null;
    }
    place.unread = false;
    return place.message();
  }

  synchronized int unread() {
    return messages.size();
  }

  synchronized int current() {
    return added.size();
  }

  synchronized int running() {
    return added.size() - done;
  }

  synchronized long everAdded() {
    return everAdded;
  }

  synchronized List<CurlEasy> all() {
    List<CurlEasy> all = new ArrayList<>(added.size());
    for (Place place : added) {
      all.add(place.transfer.state().easy());
    }
    return all;
  }

  synchronized List<Transfer> transfers() {
    List<Transfer> all = new ArrayList<>(added.size());
    for (Place place : added) {
      all.add(place.transfer);
    }
    return all;
  }
}
