package io.nettycurl.spi;

import io.nettycurl.option.EasyOption;
import io.nettycurl.option.OptionType;
import java.util.List;

/**
 * Any thread; constants only. Options that nobody sets: what several sets of one option came to.
 * They stand among the options so that duplicate and reset treat them as libcurl does.
 */
public final class DerivedOptions {
  /** Every file name that COOKIEFILE was set to, oldest first; null after a set to null. */
  public static final EasyOption<List<String>> COOKIEFILES = names("COOKIEFILES", 1090);

  /** Every file name that HSTS was set to, oldest first; null after a set to null. */
  public static final EasyOption<List<String>> HSTSFILES = names("HSTSFILES", 1091);

  private DerivedOptions() {}

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static EasyOption<List<String>> names(String name, int id) {
    return EasyOption.own(name, id, OptionType.SLIST, (Class) List.class, null);
  }
}
