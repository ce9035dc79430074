package io.nettycurl.option;

import java.util.Objects;

/**
 * Immutable; any thread. One option of a share. The constants stand in {@link CurlShareOpt}.
 *
 * @param <T> the type of the value
 * @see <a href="https://curl.se/libcurl/c/curl_share_setopt.html">curl_share_setopt(3)</a>
 */
public final class ShareOption<T> {
  private final String name;
  private final int number;
  private final Class<T> valueType;

  ShareOption(String name, int number, Class<T> valueType) {
    this.name = Objects.requireNonNull(name);
    this.number = number;
    this.valueType = valueType;
  }

  /** libcurl's name after the CURLSHOPT_ prefix. */
  public String name() {
    return name;
  }

  /** libcurl's number. */
  public int number() {
    return number;
  }

  /** The class of the value. */
  public Class<T> valueType() {
    return valueType;
  }

  @Override
  public String toString() {
    return "CURLSHOPT_" + name;
  }
}
