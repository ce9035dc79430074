package io.nettycurl.info;

import io.nettycurl.CurlSocket;
import io.nettycurl.url.UrlScheme;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One thing to ask an easy handle for. The constants stand in {@link CurlInfo}.
 *
 * <p>Immutable; any thread.
 *
 * @param <T> the type of the answer
 * @see <a href="https://curl.se/libcurl/c/curl_easy_getinfo.html">curl_easy_getinfo(3)</a>
 */
public final class EasyInfo<T> {
  private static final double MICROS = 1e6;
  private static final Map<String, EasyInfo<?>> ALL = new LinkedHashMap<>();
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final AtomicInteger OBJECTS = new AtomicInteger();

  /** How the answer is made out of what is stored. */
  private enum Kind {
    NUMBER,
    MOVING_NUMBER,
    OBJECT,
    SECONDS,
    DOUBLE,
    PROTOCOL,
    DESCRIPTOR
  }

  private final String name;
  private final int number;
  private final Kind kind;
  private final long unset;
  private final EasyInfo<Long> source;
  private final int slot;

  private EasyInfo(String name, int number, Kind kind, long unset, EasyInfo<Long> source) {
    this.name = name;
    this.number = number;
    this.kind = kind;
    this.unset = unset;
    this.source = source;
    this.slot =
        source != null ? source.slot : (kind == Kind.OBJECT ? OBJECTS : NUMBERS).getAndIncrement();
    synchronized (ALL) {
      ALL.put(name, this);
    }
  }

  static EasyInfo<Long> ofLong(String name, int number, long unset) {
    return new EasyInfo<>(name, number, Kind.NUMBER, unset, null);
  }

  /** A number that changes all the time while a transfer runs. */
  static EasyInfo<Long> moving(String name, int number) {
    return new EasyInfo<>(name, number, Kind.MOVING_NUMBER, 0, null);
  }

  /** The bit of the scheme. */
  static EasyInfo<Long> protocol(String name, int number) {
    return new EasyInfo<>(name, number, Kind.PROTOCOL, 0, null);
  }

  /** The number of the socket. */
  static EasyInfo<Long> descriptor(String name, int number) {
    return new EasyInfo<>(name, number, Kind.DESCRIPTOR, -1, null);
  }

  static EasyInfo<Long> sameAs(String name, int number, EasyInfo<Long> source) {
    return new EasyInfo<>(name, number, Kind.NUMBER, source.unset, source);
  }

  static EasyInfo<Long> alias(String name, EasyInfo<Long> of) {
    synchronized (ALL) {
      ALL.put(name, of);
    }
    return of;
  }

  static EasyInfo<Double> seconds(String name, int number, EasyInfo<Long> micros) {
    return new EasyInfo<>(name, number, Kind.SECONDS, 0, micros);
  }

  static EasyInfo<Double> asDouble(String name, int number, EasyInfo<Long> source) {
    return new EasyInfo<>(name, number, Kind.DOUBLE, 0, source);
  }

  static EasyInfo<String> ofString(String name, int number) {
    return new EasyInfo<>(name, number, Kind.OBJECT, 0, null);
  }

  static <E> EasyInfo<List<E>> ofList(String name, int number) {
    return new EasyInfo<>(name, number, Kind.OBJECT, 0, null);
  }

  static <T> EasyInfo<T> ofObject(String name, int number) {
    return new EasyInfo<>(name, number, Kind.OBJECT, 0, null);
  }

  /** libcurl's name after the CURLINFO_ prefix. */
  public String name() {
    return name;
  }

  /** libcurl's number. */
  public int number() {
    return number;
  }

  /** Where the answer stands among those of its kind; shared by the forms of one info. */
  int slot() {
    return slot;
  }

  /** How many places the numbers need. */
  static int numbers() {
    return all().isEmpty() ? 0 : NUMBERS.get();
  }

  /** How many places the other answers need. */
  static int objects() {
    return all().isEmpty() ? 0 : OBJECTS.get();
  }

  /** The number answered while nothing is known. */
  public long unset() {
    return unset;
  }

  /** Whether the answer is another one at any moment while a transfer runs. */
  public boolean isMoving() {
    return source == null ? kind == Kind.MOVING_NUMBER : source.isMoving();
  }

  @SuppressWarnings("unchecked")
  T read(InfoValues values) {
    switch (kind) {
      case NUMBER:
      case MOVING_NUMBER:
        return (T) (Long) values.numberAt(slot());
      case SECONDS:
        return (T) (Double) (values.numberAt(slot()) / MICROS);
      case DOUBLE:
        return (T) (Double) (double) values.numberAt(slot());
      case PROTOCOL:
        UrlScheme scheme = UrlScheme.find(CurlInfo.SCHEME.read(values));
        return (T) (Long) (scheme == null ? 0 : scheme.protocolBit());
      case DESCRIPTOR:
        CurlSocket socket = CurlInfo.ACTIVESOCKET.read(values);
        return (T) (Long) (long) (socket == null || !socket.isOpen() ? -1 : socket.fd());
      default:
        return (T) values.objectAt(slot());
    }
  }

  boolean isStoredNumber() {
    return kind == Kind.NUMBER && source == null;
  }

  /** All infos, by libcurl's name; old names too. */
  public static Map<String, EasyInfo<?>> all() {
    Collection<EasyInfo<?>> loaded = List.of(CurlInfo.RESPONSE_CODE);
    synchronized (ALL) {
      return loaded.isEmpty() ? Map.of() : Map.copyOf(ALL);
    }
  }

  @Override
  public String toString() {
    return "CURLINFO_" + name;
  }
}
