package io.nettycurl.netty.spi;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.info.InfoValues;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.BodyReader;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.RequestKind;
import io.nettycurl.url.CurlUrl;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Owned by the loop. A transfer, as the protocol that carries it out sees it: what it is asked for,
 * and the way back to the user. How the user is reached (at once, or through a queue) is not the
 * protocol's concern.
 */
public interface TransferContext {
  /** The handle. */
  CurlEasy easy();

  /**
   * All that the handle consists of: what outlives transfers, and the share it is attached to. Its
   * options, infos and kind of request stand here as well.
   */
  EasyState state();

  /** Its options, in canonical form: see {@link io.nettycurl.spi.OptionEffects}. */
  OptionValues options();

  /** Its infos; the engine fills in times, addresses, sizes and counts. */
  InfoValues infos();

  /** What the method options came to. */
  RequestKind requestKind();

  /** The URL of the present hop. */
  CurlUrl url();

  /** The present hop's scheme. */
  Scheme scheme();

  /** The user name that holds for the present hop, decoded; null if none. */
  String user();

  /** The password that holds for the present hop, decoded; null if none. */
  String password();

  /** How many redirects led to the present hop. */
  int redirects();

  /** The connection of the present hop; null before there is one. */
  ConnectionContext connection();

  /** The loop. */
  EventLoop eventLoop();

  /** Where to take buffers from. */
  ByteBufAllocator alloc();

  /**
   * A buffer for a piece of a body on its way out, one of the loop's own if possible.
   *
   * @param size how large it has to be
   * @return the buffer, owned by the caller
   */
  default ByteBuf pieceBuffer(int size) {
    return alloc().directBuffer(size);
  }

  /** The time, in nanoseconds from an arbitrary start. */
  long nanoTime();

  /**
   * Something that outlives a hop.
   *
   * @param type its class, also its name
   * @param factory makes the first
   * @param <T> its type
   * @return the one of this transfer
   */
  <T> T attachment(Class<T> type, Supplier<T> factory);

  /**
   * The connection is logged in, now or from before, and the request could go out: asks the user
   * (PREREQFUNCTION). For protocols whose provider {@link ProtocolProvider#logsIn}.
   *
   * @param goOn sends the request; never run if the user refuses, or wants the connection for
   *     himself (CONNECT_ONLY)
   */
  void loggedIn(Runnable goOn);

  // On the way out

  /**
   * A body from the read callback, or from READDATA where there is no callback.
   *
   * @param announced its length; -1 if not known
   * @return the reader, for {@link #openBody}
   */
  BodyReader callbackBody(long announced);

  /**
   * Makes a body ready to be sent. Closed with the exchange.
   *
   * @param reader where the bytes come from
   * @return the source
   */
  BodySource openBody(BodyReader reader);

  /**
   * Bytes of a request head or a command were sent.
   *
   * @param bytes how many
   */
  void requestSent(int bytes);

  /**
   * How large the upload is.
   *
   * @param size in bytes; -1 if not known
   */
  void uploadSize(long size);

  /**
   * Bytes of an upload were sent.
   *
   * @param bytes how many
   */
  void uploaded(long bytes);

  /** The last byte of the request is out. */
  void uploadDone();

  // On the way back

  /**
   * Delivers one header line, or a server's reply line, line end included.
   *
   * @param line holds the line; only read during the call
   * @param offset where it starts
   * @param length how long it is
   * @param kind where it came from
   * @return OK; otherwise the exchange ends at once with {@link #done} and this code
   */
  CurlCode header(byte[] line, int offset, int length, HeaderKind kind);

  /** Counts bytes of a response that are not delivered, so that it is known that there was one. */
  void responseStarted();

  /** Whether any byte of the present hop's response has been seen. */
  boolean responseSeen();

  /**
   * How large the download is.
   *
   * @param size in bytes; -1 if not known
   * @return OK; FILESIZE_EXCEEDED if it is over the limit set
   */
  CurlCode downloadSize(long size);

  /**
   * Adds a phase between the protocol and the user: the one added last comes first.
   *
   * @param writer the phase; closed with the exchange
   */
  void addWriter(BodyWriter writer);

  /**
   * Delivers a piece of the body, transfer decoding done.
   *
   * @param data the bytes; owned by the transfer from now on
   * @return OK; otherwise the exchange ends at once with {@link #done} and this code
   */
  CurlCode body(ByteBuf data);

  /**
   * The body is complete: lets the phases pass on what they hold. Called once before {@link #done}
   * with OK, where a body was delivered.
   *
   * @return OK, or the result of the exchange
   */
  CurlCode bodyDone();

  /** Whether the user asked for the download to pause; what is delivered all the same is kept. */
  boolean receivePaused();

  /**
   * Runs code that calls callbacks of the user's where they run: at once, or on his thread behind
   * everything delivered before. An exchange that is over by then does not get the answer.
   *
   * @param what the callback, for the error text; what it throws ends the transfer with
   *     ABORTED_BY_CALLBACK
   * @param question the code; must not answer null, nor touch what the loop uses meanwhile
   * @param answer told on the loop what the code answered
   * @param <T> what it answers
   */
  <T> void ask(String what, Supplier<T> question, Consumer<T> answer);

  /**
   * Runs code that calls callbacks of the user's where they run, as the exchange ends: he hears of
   * it even if the transfer is removed.
   *
   * @param what the callback, for the error text
   * @param telling the code; must not touch what the loop uses meanwhile
   */
  void lastWord(String what, Runnable telling);

  // Telling

  /** Whether the user listens to {@link #info} and {@link #debug}. */
  boolean verbose();

  /**
   * A line of trace text.
   *
   * @param text without line end
   */
  void info(String text);

  /**
   * What went over the wire.
   *
   * @param type a {@code CURLINFO_HEADER_IN} .. {@code CURLINFO_DATA_OUT} value
   * @param data the bytes; only read during the call
   */
  void debug(long type, ByteBuf data);

  /**
   * Keeps the text that tells what went wrong; the first one stays.
   *
   * @param message the text
   */
  void failed(String message);

  // Time and end

  /**
   * Runs something later on the loop, unless the exchange ends before.
   *
   * @param task what
   * @param delayMs in how many milliseconds
   * @return to call it off with
   */
  TransferTimer schedule(Runnable task, long delayMs);

  /**
   * The exchange is over. Nothing else may be called afterwards.
   *
   * @param result how it ended
   * @param reusable whether the connection can carry another exchange
   */
  void done(CurlCode result, boolean reusable);
}
