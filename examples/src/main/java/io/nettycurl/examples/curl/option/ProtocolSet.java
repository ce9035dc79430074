package io.nettycurl.examples.curl.option;

import io.nettycurl.examples.curl.console.Messages;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/** Owned by one caller. A set of schemes, changed by a list like "=https,+ftp,-http". */
final class ProtocolSet {
  private final TreeSet<String> set = new TreeSet<>();
  private final Collection<String> known;
  private final Messages messages;

  ProtocolSet(Collection<String> start, Collection<String> known, Messages messages) {
    this.known = known;
    this.messages = messages;
    for (String protocol : start) {
      if (known.contains(protocol)) {
        set.add(protocol);
      }
    }
  }

  /** Applies a list; the result, in alphabetical order with commas. */
  String change(String list) throws ParameterException {
    for (String item : list.split(",", -1)) {
      if (!item.isEmpty()) {
        apply(item);
      }
    }
    if (set.isEmpty()) {
      throw new ParameterException(ParameterError.BAD_USE);
    }
    return String.join(",", set);
  }

  private void apply(String item) {
    char sign = item.charAt(0);
    boolean signed = sign == '=' || sign == '-' || sign == '+';
    String name = (signed ? item.substring(1) : item).toLowerCase(Locale.ROOT);
    if (name.equals("all")) {
      if (sign == '-') {
        set.clear();
      } else {
        set.addAll(known);
      }
      return;
    }
    boolean isKnown = known.contains(name);
    if (sign == '=') {
      set.clear();
    }
    if (!isKnown) {
      messages.warn("unrecognized protocol '" + (signed ? item.substring(1) : item) + "'");
    } else if (sign == '-') {
      set.remove(name);
    } else {
      set.add(name);
    }
  }
}
