package io.nettycurl.examples.curl.output;

import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.WriteCallback;
import io.nettycurl.examples.curl.config.GlobalConfig;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.console.Messages;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Owned by the command's thread. Puts a body where it belongs. */
public final class BodyOutput implements WriteCallback {
  /** So many bytes are looked at before a terminal is trusted with a body. */
  private static final int BINARY_CHECK = 2000;

  private final OutputFile file;
  private final OperationConfig config;
  private final GlobalConfig global;
  private final Messages messages;
  private final HeaderOutput headers;
  private final boolean binaryAllowed;
  private final Runnable taken;
  private byte[] copy = new byte[0];

  /**
   * An output.
   *
   * @param file where to
   * @param config the options
   * @param global the options of the run
   * @param messages where faults are told
   * @param headers which may be held back until the file has its name
   * @param binaryAllowed whether a terminal is to get any byte
   * @param taken run when something was written
   */
  public BodyOutput(
      OutputFile file,
      OperationConfig config,
      GlobalConfig global,
      Messages messages,
      HeaderOutput headers,
      boolean binaryAllowed,
      Runnable taken) {
    this.file = file;
    this.config = config;
    this.global = global;
    this.messages = messages;
    this.headers = headers;
    this.binaryAllowed = binaryAllowed;
    this.taken = taken;
  }

  @Override
  public long write(ByteBuffer data, Object userdata) {
    int length = data.remaining();
    if (file.discards()) {
      return length;
    }
    if (!file.isOpen() && !file.open(config.output, messages)) {
      return CurlSymbols.CURL_WRITEFUNC_ERROR;
    }
    boolean direct = !data.hasArray();
    byte[] bytes = direct ? copyOf(data) : data.array();
    int offset = direct ? 0 : data.arrayOffset() + data.position();
    if (global.bodyOnTerminal
        && file.bytes() < BINARY_CHECK
        && !binaryAllowed
        && hasZero(bytes, offset, length)) {
      messages.warn(
          "Binary output can mess up your terminal. Use \"--output -\" to tell curl to output it"
              + " to your terminal anyway, or consider \"--output <FILE>\" to save to a file.");
      config.errorShown = true;
      return CurlSymbols.CURL_WRITEFUNC_ERROR;
    }
    try {
      headers.writeHeldBack();
      file.write(bytes, offset, length);
      if (config.output.noBuffer) {
        file.flush();
      }
    } catch (IOException e) {
      return CurlSymbols.CURL_WRITEFUNC_ERROR;
    }
    taken.run();
    return length;
  }

  private byte[] copyOf(ByteBuffer data) {
    int length = data.remaining();
    if (copy.length < length) {
      copy = new byte[length];
    }
    data.get(data.position(), copy, 0, length);
    return copy;
  }

  private static boolean hasZero(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
