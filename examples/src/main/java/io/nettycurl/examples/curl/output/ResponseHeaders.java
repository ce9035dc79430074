package io.nettycurl.examples.curl.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Owned by the command's thread. The headers of every response of a transfer, for -w. */
public final class ResponseHeaders {
  private static final int INFORMATIONAL = '1';

  private final List<List<Field>> responses = new ArrayList<>();
  private boolean inHead;

  /** None yet. */
  public ResponseHeaders() {}

  /**
   * One header line.
   *
   * @param name as received
   * @param value without blanks around it
   */
  private record Field(String name, String value) {}

  /** Takes a line in; trailers and informational responses are left out. */
  void line(String line) {
    if (line.startsWith("HTTP/")) {
      int space = line.indexOf(' ');
      inHead = space < 0 || space + 1 >= line.length() || line.charAt(space + 1) != INFORMATIONAL;
      if (inHead) {
        responses.add(new ArrayList<>());
      }
    } else if (inHead) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        last().add(new Field(line.substring(0, colon), line.substring(colon + 1).strip()));
      } else {
        inHead = !line.isBlank();
      }
    }
  }

  private List<Field> last() {
    return responses.get(responses.size() - 1);
  }

  /** Forgets everything: another attempt. */
  void clear() {
    responses.clear();
    inHead = false;
  }

  /** The first value in the last response; null if there is none. */
  public String first(String name) {
    List<String> values = responses.isEmpty() ? List.of() : values(last(), name);
    return values.isEmpty() ? null : values.get(0);
  }

  /** The values in all responses, up to the first that has none. */
  public List<String> all(String name) {
    List<String> all = new ArrayList<>();
    for (List<Field> response : responses) {
      List<String> values = values(response, name);
      if (values.isEmpty()) {
        break;
      }
      all.addAll(values);
    }
    return all;
  }

  private static List<String> values(List<Field> response, String name) {
    List<String> values = new ArrayList<>();
    for (Field field : response) {
      if (field.name().equalsIgnoreCase(name)) {
        values.add(field.value());
      }
    }
    return values;
  }

  /** The headers of the last response, as %{header_json} shows them. */
  public String json() {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    if (!responses.isEmpty()) {
      for (Field field : last()) {
        byName
            .computeIfAbsent(field.name().toLowerCase(Locale.ROOT), n -> new ArrayList<>())
            .add(JsonText.string(field.value(), false));
      }
    }
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, List<String>> entry : byName.entrySet()) {
      members.add(
          JsonText.string(entry.getKey(), true) + ":[" + String.join(",", entry.getValue()) + "]");
    }
    return "{" + String.join(",\n", members) + "\n}";
  }
}
