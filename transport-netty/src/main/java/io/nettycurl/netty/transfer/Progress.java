package io.nettycurl.netty.transfer;

import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.EasyInfo;
import io.nettycurl.info.InfoValues;

/**
 * Owned by the loop. How far one transfer has come: bytes both ways, speeds, and the times that the
 * infos tell.
 */
final class Progress {
  /** The current speed is that of the last seconds, as libcurl has it. */
  private static final int SPEED_SECONDS = 5;

  private static final long SECOND = 1_000_000_000L;

  private final InfoValues infos;
  private long start;
  private long hopStart;
  private long now;
  private long received;
  private long delivered;
  private long sent;
  private long downloadSize;
  private long uploadSize;
  private boolean startedResponse;
  private final long[] speedTimes = new long[SPEED_SECONDS + 1];
  private final long[] speedAmounts = new long[SPEED_SECONDS + 1];
  private int speedCount;
  private long slowSince;

  Progress(InfoValues infos) {
    this.infos = infos;
  }

  void start(long time) {
    start = time;
    speedCount = 0;
    slowSince = 0;
    startHop(time);
  }

  /** Sizes are those of the present hop; times are sums. */
  void startHop(long time) {
    hopStart = time;
    now = time;
    received = 0;
    delivered = 0;
    sent = 0;
    downloadSize = -1;
    uploadSize = -1;
    startedResponse = false;
  }

  long startTime() {
    return start;
  }

  long hopStartTime() {
    return hopStart;
  }

  long elapsedMs(long time) {
    return (time - start) / 1_000_000L;
  }

  /** Notes that something of the present hop was reached; the info is a sum over the hops. */
  void reached(EasyInfo<Long> info, long time) {
    infos.add(info, Math.max(1, (time - hopStart) / 1000L));
  }

  /** Notes the first byte of the present hop's response. */
  void responseStarted(long time) {
    if (!startedResponse) {
      startedResponse = true;
      reached(CurlInfo.STARTTRANSFER_TIME_T, time);
    }
  }

  boolean hasResponseStarted() {
    return startedResponse;
  }

  void addReceived(long bytes) {
    received += bytes;
  }

  void addDelivered(long bytes) {
    delivered += bytes;
  }

  void addSent(long bytes) {
    sent += bytes;
  }

  long received() {
    return received;
  }

  long delivered() {
    return delivered;
  }

  long sent() {
    return sent;
  }

  long downloadSize() {
    return downloadSize;
  }

  void downloadSize(long size) {
    downloadSize = size;
    infos.set(CurlInfo.CONTENT_LENGTH_DOWNLOAD_T, size);
  }

  long uploadSize() {
    return uploadSize;
  }

  void uploadSize(long size) {
    uploadSize = size;
    infos.set(CurlInfo.CONTENT_LENGTH_UPLOAD_T, size);
  }

  /** Brings the infos up to date. */
  void publish(long time) {
    now = time;
    long micros = Math.max(1, (now - start) / 1000L);
    infos.set(CurlInfo.TOTAL_TIME_T, micros);
    infos.set(CurlInfo.SIZE_DOWNLOAD_T, received);
    infos.set(CurlInfo.SIZE_DELIVERED, delivered);
    infos.set(CurlInfo.SIZE_UPLOAD_T, sent);
    infos.set(CurlInfo.SPEED_DOWNLOAD_T, perSecond(received, micros));
    infos.set(CurlInfo.SPEED_UPLOAD_T, perSecond(sent, micros));
  }

  private static long perSecond(long bytes, long micros) {
    return bytes < Long.MAX_VALUE / 1_000_000L
        ? bytes * 1_000_000L / micros
        : bytes / Math.max(1, micros / 1_000_000L);
  }

  /**
   * Notes the amount at a time, once a second, and tells whether the transfer has been slow for too
   * long.
   *
   * @param time now
   * @param limit bytes per second; 0 for no limit
   * @param seconds how long it may be slower
   * @return whether it is too slow
   */
  boolean tooSlow(long time, long limit, long seconds) {
    int slot = speedCount % speedTimes.length;
    speedTimes[slot] = time;
    speedAmounts[slot] = received + sent;
    speedCount++;
    if (limit == 0 || seconds == 0) {
      return false;
    }
    if (currentSpeed(time) >= limit) {
      slowSince = 0;
      return false;
    }
    if (slowSince == 0) {
      slowSince = time;
      return false;
    }
    return time - slowSince >= seconds * SECOND;
  }

  /** A pause does not count as slow. */
  void forgiveSlowness() {
    slowSince = 0;
  }

  /** Bytes per second over the last seconds. */
  long currentSpeed(long time) {
    int oldest = Math.max(0, speedCount - speedTimes.length) % speedTimes.length;
    long from = speedCount <= 1 ? start : speedTimes[oldest];
    long amount = speedCount <= 1 ? 0 : speedAmounts[oldest];
    long micros = Math.max(1, (time - from) / 1000L);
    return perSecond(received + sent - amount, micros);
  }
}
