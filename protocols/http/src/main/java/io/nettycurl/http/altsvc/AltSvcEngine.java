package io.nettycurl.http.altsvc;

import static io.nettycurl.CurlSymbols.CURLALTSVC_H1;
import static io.nettycurl.CurlSymbols.CURLALTSVC_H2;
import static io.nettycurl.CurlSymbols.CURLALTSVC_READONLYFILE;

import io.nettycurl.CurlCode;
import io.nettycurl.http.altsvc.AltService.Alpn;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.spi.EasyAttachment;
import io.nettycurl.spi.EasyState;
import java.time.Clock;
import java.util.function.Consumer;

/** Owned like its handle. A handle that follows alternative services, and those it knows. */
public final class AltSvcEngine implements EasyAttachment {
  private final AltSvcStore store = new AltSvcStore(Clock.systemUTC());
  private long flags = CURLALTSVC_H1 | CURLALTSVC_H2;
  private String file;
  private boolean unread;

  private AltSvcEngine() {}

  /**
   * The one of a handle.
   *
   * @param easy the handle
   * @return null if the handle does not follow alternatives
   */
  public static AltSvcEngine active(EasyState easy) {
    return easy.attachment(AltSvcEngine.class, null);
  }

  /**
   * An option was set.
   *
   * @param easy whose
   * @param option ALTSVC or ALTSVC_CTRL
   * @param value the value; null after an unset
   */
  public static void stored(EasyState easy, Object option, Object value) {
    AltSvcEngine engine = easy.attachment(AltSvcEngine.class, AltSvcEngine::new);
    if (option == CurlOpt.ALTSVC) {
      engine.file = value == null ? engine.file : (String) value;
      engine.unread = value != null;
    } else if (value != null) {
      engine.flags = (Long) value;
    }
  }

  /** Whether there is a file to be read. */
  public boolean hasUnread() {
    return unread;
  }

  /**
   * Reads the file, once for each time it was set.
   *
   * @return OK, also for a file that is not there; TOO_LARGE or READ_ERROR
   */
  public CurlCode load() {
    if (!unread) {
      return CurlCode.OK;
    }
    unread = false;
    return AltSvcFile.read(file, store);
  }

  /** Takes what an origin says about itself; see {@link AltSvcStore#say}. */
  public void say(Alpn from, String host, int port, String field, Consumer<String> notes) {
    store.say(from, host, port, field, notes);
  }

  /**
   * Where to go instead of to an origin.
   *
   * @param host its host, without brackets
   * @param port its port
   * @param one whether HTTP/1.1 may be spoken
   * @param two whether HTTP/2 may be
   * @return null for the origin itself
   */
  public AltService find(String host, int port, boolean one, boolean two) {
    long allowed = flags & ((one ? CURLALTSVC_H1 : 0) | (two ? CURLALTSVC_H2 : 0));
    AltService found = two ? store.find(Alpn.H2, host, port, allowed) : null;
    return found == null && one ? store.find(Alpn.H1, host, port, allowed) : found;
  }

  /** It follows alternatives as this one does, and reads the file itself. */
  @Override
  public EasyAttachment duplicateFor(EasyState copy) {
    AltSvcEngine engine = new AltSvcEngine();
    engine.flags = flags;
    engine.file = copy.options().get(CurlOpt.ALTSVC);
    engine.unread = engine.file != null;
    return engine;
  }

  /** Writes the file, unless it is not to be written or was never read. */
  @Override
  public void close() {
    boolean writes = file != null && !file.isEmpty() && !unread;
    if (writes && (flags & CURLALTSVC_READONLYFILE) == 0) {
      AltSvcFile.write(file, store.all());
    }
  }
}
