package io.nettycurl.option;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Any thread. Every easy option ever declared, by name and by slot. */
final class OptionRegistry {
  private static final Map<String, EasyOption<?>> BY_NAME = new ConcurrentHashMap<>();
  private static final EasyOption<?>[] BY_SLOT = new EasyOption<?>[EasyOption.SLOTS];

  private OptionRegistry() {}

  /** The holders are interfaces: a holder's constants exist only once one of them was read. */
  private static final class AllThemes {
    static final Object[] FIRSTS = {
      AuthOptions.NETRC,
      BehaviorOptions.VERBOSE,
      CallbackOptions.WRITEFUNCTION,
      ConnectionOptions.TIMEOUT,
      FtpOptions.QUOTE,
      HttpOptions.HTTPHEADER,
      ProxyOptions.PROXY,
      TlsOptions.CAINFO,
      TransferOptions.UPLOAD,
      WebSocketOptions.WS_OPTIONS,
    };
  }

  static synchronized <T> EasyOption<T> add(EasyOption<T> option) {
    EasyOption<?> before = BY_SLOT[option.slot()];
    if (before != null || BY_NAME.putIfAbsent(option.name(), option) != null) {
      throw new IllegalStateException("declared twice: " + option);
    }
    BY_SLOT[option.slot()] = option;
    return option;
  }

  static synchronized <T> EasyOption<T> replace(EasyOption<T> old, EasyOption<T> option) {
    BY_NAME.replace(old.name(), option);
    BY_SLOT[option.slot()] = option;
    return option;
  }

  static <T> EasyOption<T> addAlias(String name, EasyOption<T> of) {
    BY_NAME.put(name, of);
    return of;
  }

  static EasyOption<?> byName(String name) {
    loadAll();
    return BY_NAME.get(name.toUpperCase(Locale.ROOT));
  }

  static EasyOption<?> byId(int number) {
    loadAll();
    for (EasyOption<?> option : BY_SLOT) {
      if (option != null && option.number() == number) {
        return option;
      }
    }
    return null;
  }

  static synchronized Collection<EasyOption<?>> all() {
    loadAll();
    List<EasyOption<?>> all = new ArrayList<>();
    for (EasyOption<?> option : BY_SLOT) {
      if (option != null) {
        all.add(option);
      }
    }
    return all;
  }

  private static void loadAll() {
    if (AllThemes.FIRSTS.length == 0) {
      throw new AssertionError();
    }
  }
}
