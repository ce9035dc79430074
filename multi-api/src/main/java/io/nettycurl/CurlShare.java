package io.nettycurl;

import io.nettycurl.callback.LockCallback;
import io.nettycurl.callback.UnlockCallback;
import io.nettycurl.option.CurlShareOpt;
import io.nettycurl.option.ShareOption;
import io.nettycurl.spi.Engines;
import io.nettycurl.spi.ShareState;

/**
 * Any thread. What several handles are to share (CURLSH): chosen kinds of data are kept in the
 * share instead of in each handle, by {@link CurlShareOpt#SHARE} here and {@link
 * io.nettycurl.option.CurlOpt#SHARE} at the handles.
 *
 * <p>Every kind may be shared between handles that run on different threads at the same time; the
 * library locks for itself. That is more than libcurl allows, where cookies, connections and HSTS
 * hosts must not be and the others need callbacks. {@link CurlShareOpt#LOCKFUNC} and {@link
 * CurlShareOpt#UNLOCKFUNC} may be set all the same, for an application that has reasons of its own
 * to know.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-share.html">libcurl-share(3)</a>
 */
public final class CurlShare implements AutoCloseable {
  private final ShareState state = new ShareState();

  private CurlShare() {}

  /**
   * A new share, of nothing yet.
   *
   * @return the share
   * @see <a href="https://curl.se/libcurl/c/curl_share_init.html">curl_share_init(3)</a>
   */
  public static CurlShare init() {
    return new CurlShare();
  }

  /**
   * Sets an option of the share.
   *
   * @param option which; the constants stand in {@link CurlShareOpt}
   * @param value the value
   * @param <T> the type of the value
   * @return OK; IN_USE while a handle is attached; BAD_OPTION for a kind of data that there is not;
   *     NOT_BUILT_IN for one that nothing here shares; INVALID after cleanup
   * @see <a href="https://curl.se/libcurl/c/curl_share_setopt.html">curl_share_setopt(3)</a>
   */
  public <T> CurlShareCode setopt(ShareOption<T> option, T value) {
    if (option == (Object) CurlShareOpt.SHARE) {
      return state.share((Long) value, Engines.provider());
    }
    if (option == (Object) CurlShareOpt.UNSHARE) {
      return state.unshare((Long) value);
    }
    if (option == (Object) CurlShareOpt.LOCKFUNC) {
      return state.lockFunction((LockCallback) value);
    }
    return option == (Object) CurlShareOpt.UNLOCKFUNC
        ? state.unlockFunction((UnlockCallback) value)
        : state.userdata(value);
  }

  /**
   * Sets a number.
   *
   * @param option which
   * @param value the number
   * @return as {@link #setopt(ShareOption, Object)}
   */
  public CurlShareCode setopt(ShareOption<Long> option, long value) {
    return setopt(option, (Long) value);
  }

  /**
   * Gives the share and its data up.
   *
   * @return OK; IN_USE while a handle is attached, and nothing is given up; INVALID the second time
   * @see <a href="https://curl.se/libcurl/c/curl_share_cleanup.html">curl_share_cleanup(3)</a>
   */
  public CurlShareCode cleanup() {
    return state.cleanup();
  }

  /**
   * As {@link #cleanup}. Close or detach the handles first: while one is attached this does
   * nothing.
   */
  @Override
  public void close() {
    cleanup();
  }

  ShareState state() {
    return state;
  }
}
