package io.nettycurl.http.request;

/** Owned by the loop. Takes a request head piece by piece, and gives it the form of its version. */
public interface RequestSink {
  /**
   * The method and where it goes.
   *
   * @param method the method
   * @param target path or URL, without query
   * @param query the query; null if there is none
   */
  void request(String method, String target, String query);

  /**
   * The Host field.
   *
   * @param name the host, IPv6 in brackets
   * @param port the port; 0 to leave it out
   */
  void host(String name, int port);

  /**
   * A field.
   *
   * @param name its name
   * @param value its value
   */
  void field(String name, String value);

  /**
   * A field whose value is bytes.
   *
   * @param name its name
   * @param value its value, one character per byte
   */
  void octets(String name, String value);

  /**
   * A field with a number.
   *
   * @param name its name
   * @param value its value
   */
  void field(String name, long value);

  /**
   * A field as the user wrote it.
   *
   * @param line name, colon and value, without line end
   */
  void line(String line);
}
