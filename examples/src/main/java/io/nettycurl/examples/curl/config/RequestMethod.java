package io.nettycurl.examples.curl.config;

/** What the options make of the request; two that differ cannot be combined. */
public enum RequestMethod {
  /** Nothing said. */
  UNSPECIFIED("", "GET"),
  /** -G. */
  GET("GET (-G, --get)", "GET"),
  /** -I. */
  HEAD("HEAD (-I, --head)", "HEAD"),
  /** -F. */
  MIME_POST("multipart formpost (-F, --form)", "POST"),
  /** -d. */
  SIMPLE_POST("POST (-d, --data)", "POST"),
  /** -T. */
  PUT("PUT (-T, --upload-file)", "PUT");

  private final String label;
  private final String verb;

  RequestMethod(String label, String verb) {
    this.label = label;
    this.verb = verb;
  }

  /** How messages call it. */
  public String label() {
    return label;
  }

  /** The word it sends. */
  public String verb() {
    return verb;
  }
}
