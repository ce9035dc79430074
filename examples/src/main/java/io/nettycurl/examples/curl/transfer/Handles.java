package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlShare;
import io.nettycurl.CurlShareCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.CurlShareOpt;
import java.io.IOException;

/**
 * Owned by the command's thread. The handles of a run, which know the same cookies and HSTS hosts:
 * through a share where the library has one, and else, one transfer after the other, by being one
 * and the same handle.
 */
final class Handles implements AutoCloseable {
  private final CurlShare share = CurlShare.init();
  private final Console console;
  private final boolean shares;
  private final boolean reuses;
  private CurlEasy idle;

  /**
   * The handles of a run.
   *
   * @param parallel whether several are needed at once
   * @param console the standard streams
   */
  Handles(boolean parallel, Console console) {
    this.console = console;
    shares = shares(CurlSymbols.CURL_LOCK_DATA_COOKIE) && shares(CurlSymbols.CURL_LOCK_DATA_HSTS);
    reuses = !shares && !parallel;
  }

  private boolean shares(long what) {
    return share.setopt(CurlShareOpt.SHARE, what) == CurlShareCode.OK;
  }

  /** A handle with every option at its default. */
  CurlEasy take() {
    CurlEasy easy = idle;
    idle = null;
    if (easy == null) {
      return CurlEasy.init();
    }
    easy.reset();
    return easy;
  }

  /** Makes a handle one of those that share. */
  void share(OptionSetter setter) throws TransferException {
    if (shares) {
      setter.set(CurlOpt.SHARE, share);
    }
  }

  /** Takes a handle back that is in no multi any more: what it is to save is saved now. */
  void giveBack(CurlEasy easy) {
    flushOut();
    if (reuses && idle == null) {
      easy.setopt(CurlOpt.COOKIELIST, "FLUSH");
      easy.reset();
      idle = easy;
    } else {
      easy.close();
    }
  }

  /** The library may write to the same stream. */
  private void flushOut() {
    try {
      console.out().flush();
    } catch (IOException e) {
      // Whoever flushes at the end finds out again, and says so.
      return;
    }
  }

  @Override
  public void close() {
    if (idle != null) {
      idle.close();
    }
    share.close();
  }
}
