package io.nettycurl.examples.curl.option;

import java.util.List;

/** What the library can do; asked while options are read. */
public interface Library {
  /**
   * Whether anything acts on a library option.
   *
   * @param option its name after CURLOPT_
   */
  boolean actsOn(String option);

  /**
   * Whether a feature is there.
   *
   * @param name as --version prints it
   */
  boolean hasFeature(String name);

  /** The schemes it speaks, in alphabetical order. */
  List<String> protocols();
}
