package io.nettycurl;

import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.EasyInfo;
import io.nettycurl.mime.CurlMime;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.EngineProvider;
import io.nettycurl.spi.Engines;
import io.nettycurl.spi.MultiEngine;
import io.nettycurl.spi.OptionEffects;
import io.nettycurl.spi.RequestKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Owned by the user's thread until added to a multi, by the multi until removed. One transfer's
 * options, infos and callbacks (CURL).
 *
 * <p>May be handed from thread to thread, never used by two at once. A handle can be used for any
 * number of transfers, one after another; its options stay.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-easy.html">libcurl-easy(3)</a>
 */
public final class CurlEasy implements AutoCloseable {
  private static final int PERFORM_WAIT_MS = 1000;

  private final EasyState state = new EasyState(this);
  private CurlMulti own;

  /** A connection that the application speaks on lives as long as the handle is in the multi. */
  private boolean ownKeepsIt;

  private boolean closed;

  private CurlEasy() {}

  /**
   * A new handle, every option at its default.
   *
   * @return the handle
   * @see <a href="https://curl.se/libcurl/c/curl_easy_init.html">curl_easy_init(3)</a>
   */
  public static CurlEasy init() {
    return new CurlEasy();
  }

  /**
   * Sets an option.
   *
   * @param option which; the constants stand in {@link CurlOpt}
   * @param value the value; null puts the default back
   * @param <T> the type of the value
   * @return OK; BAD_FUNCTION_ARGUMENT for a value out of range; NOT_BUILT_IN where nothing acts on
   *     the option or value
   * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
   */
  public <T> CurlCode setopt(EasyOption<T> option, T value) {
    EngineProvider provider = Engines.provider();
    if (closed) {
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    if (provider == null || !provider.actsOn(option)) {
      return CurlCode.NOT_BUILT_IN;
    }
    CurlCode code = option.check(value);
    if (code == CurlCode.OK) {
      code = provider.check(option, value);
    }
    if (code == CurlCode.OK) {
      code =
          option == (Object) CurlOpt.SHARE
              ? state.share(value == null ? null : ((CurlShare) value).state())
              : OptionEffects.store(state, option, value);
    }
    if (code == CurlCode.OK) {
      code = provider.stored(state, option, value);
    }
    if (code == CurlCode.BAD_FUNCTION_ARGUMENT) {
      state.errorBuffer().fail("setopt " + option.name() + " got a bad argument");
    }
    return code;
  }

  /**
   * Sets a number.
   *
   * @param option which
   * @param value the number
   * @return as {@link #setopt(EasyOption, Object)}
   */
  public CurlCode setopt(EasyOption<Long> option, long value) {
    return setopt(option, (Long) value);
  }

  /**
   * Sets bytes from a string, in UTF-8.
   *
   * @param option which
   * @param value the string; null puts the default back
   * @return as {@link #setopt(EasyOption, Object)}
   */
  public CurlCode setopt(EasyOption<byte[]> option, String value) {
    return setopt(option, value == null ? (byte[]) null : value.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Asks for something about the last transfer, or the one under way.
   *
   * @param info which; the constants stand in {@link CurlInfo}
   * @param <T> the type of the answer
   * @return the value; null for a string or object that is not known
   * @see <a href="https://curl.se/libcurl/c/curl_easy_getinfo.html">curl_easy_getinfo(3)</a>
   */
  @SuppressWarnings("unchecked")
  public <T> T getinfo(EasyInfo<T> info) {
    if (info == (Object) CurlInfo.PRIVATE) {
      return (T) state.options().get(CurlOpt.PRIVATE);
    }
    if (info.isMoving() && state.engine() != null) {
      state.engine().bringUpToDate(state);
    }
    T value = state.infos().get(info);
    if (value == null && info == (Object) CurlInfo.EFFECTIVE_URL) {
      return (T) state.options().get(CurlOpt.URL);
    }
    EngineProvider provider = value == null ? Engines.provider() : null;
    return provider == null ? value : provider.info(state, info);
  }

  /**
   * Asks for a header of the last transfer, or of the one under way, by its name. Every response is
   * recorded by itself; nothing has to be switched on. May be asked in callbacks.
   *
   * @param name the name without a colon; case is ignored
   * @param index which of several of that name, from 0
   * @param origin {@code CURLH_*} bits: where it may come from
   * @param request in answer to which request of a chain of redirects and logins, from 0; -1 for
   *     the last
   * @return OK with the header; BADINDEX, MISSING, NOHEADERS, NOREQUEST; BAD_ARGUMENT for null, a
   *     negative number or no known origin
   * @see <a href="https://curl.se/libcurl/c/curl_easy_header.html">curl_easy_header(3)</a>
   */
  public CurlHeader.Result header(String name, int index, long origin, int request) {
    return HeaderSearch.find(state.headers(), name, index, origin, request);
  }

  /**
   * Goes through the headers of the last transfer, or of the one under way, in the order they came.
   *
   * @param origin {@code CURLH_*} bits: where they may come from
   * @param request in answer to which request, from 0; -1 for the last
   * @param previous what the call before gave, for the same origin and request; null for the first
   * @return the next header; null if there is no more
   * @see <a href="https://curl.se/libcurl/c/curl_easy_nextheader.html">man page</a>
   */
  public CurlHeader nextheader(long origin, int request, CurlHeader previous) {
    return HeaderSearch.next(state.headers(), origin, request, previous);
  }

  /** The text about what went wrong last; empty if nothing did (CURLOPT_ERRORBUFFER). */
  public String errorMessage() {
    return state.errorBuffer().text();
  }

  /**
   * Runs the transfer and waits for its end. The handle keeps a multi of its own for that, so
   * connections, names and TLS sessions are kept from one call to the next.
   *
   * @return how the transfer ended; FAILED_INIT while the handle is in a multi; RECURSIVE_API_CALL
   *     from within a callback of the same handle
   * @see <a href="https://curl.se/libcurl/c/curl_easy_perform.html">curl_easy_perform(3)</a>
   */
  public CurlCode perform() {
    if (closed) {
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    if (ownKeepsIt) {
      ownKeepsIt = own.removeHandle(this) != CurlMultiCode.OK;
    }
    if (state.engine() != null) {
      return isCalling() ? CurlCode.RECURSIVE_API_CALL : CurlCode.FAILED_INIT;
    }
    if (Engines.provider() == null) {
      return CurlCode.FAILED_INIT;
    }
    if (own == null) {
      own = CurlMulti.init();
    }
    own.setopt(CurlMultiOpt.MAXCONNECTS, state.options().number(CurlOpt.MAXCONNECTS));
    return performIn(own);
  }

  private CurlCode performIn(CurlMulti multi) {
    CurlMultiCode added = multi.addHandle(this);
    if (added != CurlMultiCode.OK) {
      return added == CurlMultiCode.OUT_OF_MEMORY ? CurlCode.OUT_OF_MEMORY : CurlCode.FAILED_INIT;
    }
    CurlCode result = null;
    CurlMultiCode code = CurlMultiCode.OK;
    while (result == null && code == CurlMultiCode.OK) {
      code = multi.perform();
      CurlMessage message = multi.infoRead();
      if (message != null) {
        result = message.result();
      } else if (code == CurlMultiCode.OK) {
        code = multi.poll(PERFORM_WAIT_MS);
      } else if (code == CurlMultiCode.CALL_MULTI_PERFORM) {
        code = CurlMultiCode.OK;
      }
    }
    ownKeepsIt = result == CurlCode.OK && state.options().on(CurlOpt.CONNECT_ONLY);
    if (!ownKeepsIt) {
      multi.removeHandle(this);
    }
    return result != null ? result : CurlCode.BAD_FUNCTION_ARGUMENT;
  }

  /**
   * Pauses or goes on with receiving and sending. The whole state is given: a direction whose bit
   * is absent goes on.
   *
   * @param bitmask {@code CURLPAUSE_*} bits
   * @return OK; BAD_FUNCTION_ARGUMENT if the handle has no connection
   * @see <a href="https://curl.se/libcurl/c/curl_easy_pause.html">curl_easy_pause(3)</a>
   */
  public CurlCode pause(long bitmask) {
    MultiEngine engine = state.engine();
    return engine == null ? CurlCode.BAD_FUNCTION_ARGUMENT : engine.pause(state, (int) bitmask);
  }

  /**
   * Receives from a connection made with CONNECT_ONLY; does not wait. Proxies and TLS are passed,
   * so that this is what the peer's application sent. A multi's poll returns when something comes;
   * whoever waits for the {@link CurlInfo#ACTIVESOCKET} otherwise must not do so before AGAIN.
   *
   * @param into where to; its position advances by what came
   * @return OK, where nothing came the peer has closed; AGAIN if there is nothing yet;
   *     UNSUPPORTED_PROTOCOL without CONNECT_ONLY or once the handle was taken out of its multi;
   *     RECV_ERROR; RECURSIVE_API_CALL from within a callback
   * @see <a href="https://curl.se/libcurl/c/curl_easy_recv.html">curl_easy_recv(3)</a>
   */
  public CurlCode recv(ByteBuffer into) {
    CurlCode code = mayTalk();
    return code == CurlCode.OK ? state.engine().recv(state, into) : code;
  }

  /**
   * Sends on a connection made with CONNECT_ONLY; does not wait. What it took is on its way with
   * the next runs of the multi at the latest.
   *
   * @param from what to send; its position advances by what was taken, which may be less than all
   * @return OK; AGAIN if nothing can be taken now; UNSUPPORTED_PROTOCOL without CONNECT_ONLY or
   *     once the handle was taken out of its multi; SEND_ERROR; RECURSIVE_API_CALL from within a
   *     callback
   * @see <a href="https://curl.se/libcurl/c/curl_easy_send.html">curl_easy_send(3)</a>
   */
  public CurlCode send(ByteBuffer from) {
    CurlCode code = mayTalk();
    return code == CurlCode.OK ? state.engine().send(state, from) : code;
  }

  private CurlCode mayTalk() {
    if (closed) {
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    if (isCalling()) {
      return CurlCode.RECURSIVE_API_CALL;
    }
    if (!state.options().on(CurlOpt.CONNECT_ONLY)) {
      state.errorBuffer().fail("CONNECT_ONLY is required");
      return CurlCode.UNSUPPORTED_PROTOCOL;
    }
    return state.engine() == null ? CurlCode.UNSUPPORTED_PROTOCOL : CurlCode.OK;
  }

  /**
   * Keeps the connections of the handle's multi, or of its own one, from being forgotten by what
   * stands in between: sends a PING where the protocol has one, on those that had none for
   * UPKEEP_INTERVAL_MS.
   *
   * @return OK; RECURSIVE_API_CALL from within a callback
   * @see <a href="https://curl.se/libcurl/c/curl_easy_upkeep.html">curl_easy_upkeep(3)</a>
   */
  public CurlCode upkeep() {
    if (closed) {
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    MultiEngine engine = state.engine() != null || own == null ? state.engine() : own.engine();
    return engine == null ? CurlCode.OK : engine.upkeep(state);
  }

  /**
   * Puts every option back to its default, and forgets the infos. Connections, names, TLS sessions,
   * cookies, HSTS hosts and the share stay. Does nothing from within a callback of the handle's
   * multi.
   *
   * @see <a href="https://curl.se/libcurl/c/curl_easy_reset.html">curl_easy_reset(3)</a>
   */
  public void reset() {
    if (isCalling()) {
      return;
    }
    state.options().clear();
    state.requestKind(RequestKind.GET);
    state.infos().clear();
    state.errorBuffer().target(null);
    state.resetAttachments();
  }

  /**
   * A new handle with this one's options, but none of its connections, infos, TLS sessions,
   * cookies, headers, and not its share. What is set by reference (POSTFIELDS, callbacks and their
   * objects, ERRORBUFFER) is the same object in both; a MIME tree is copied.
   *
   * @return the handle
   * @see <a href="https://curl.se/libcurl/c/curl_easy_duphandle.html">curl_easy_duphandle(3)</a>
   */
  public CurlEasy duplicate() {
    CurlEasy copy = new CurlEasy();
    copy.state.options().copyFrom(state.options());
    copy.state.requestKind(state.requestKind());
    CurlMime mime = state.options().get(CurlOpt.MIMEPOST);
    if (mime != null) {
      copy.state.options().set(CurlOpt.MIMEPOST, mime.duplicate());
    }
    copy.state.inheritAttachments(state);
    copy.state.errorBuffer().target(state.options().get(CurlOpt.ERRORBUFFER));
    return copy;
  }

  /**
   * Gives the handle up: takes it out of its multi, closes the connections it kept for itself, lets
   * go of its share. Does nothing from within a callback of its multi.
   *
   * @see <a href="https://curl.se/libcurl/c/curl_easy_cleanup.html">curl_easy_cleanup(3)</a>
   */
  @Override
  public void close() {
    if (closed || isCalling()) {
      return;
    }
    if (state.engine() != null) {
      state.engine().removeHandle(state);
    }
    closed = true;
    dropOwnMulti();
    try {
      state.closeAttachments();
    } finally {
      state.share(null);
    }
  }

  /** Whether it is being used right now: in a callback of its multi's, even another handle's. */
  private boolean isCalling() {
    return state.engine() != null && state.engine().isCalling();
  }

  EasyState state() {
    return state;
  }

  boolean isClosed() {
    return closed;
  }

  void dropOwnMulti() {
    if (own != null) {
      own.close();
      own = null;
      ownKeepsIt = false;
    }
  }

  /** Whether no multi but its own has it, which has no transfer under way. */
  boolean isOutOfOthers() {
    return state.engine() == null || ownKeepsIt;
  }

  boolean isOwnMulti(CurlMulti multi) {
    return multi == own;
  }
}
