package io.nettycurl.spi;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.info.InfoValues;
import io.nettycurl.option.OptionValues;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Owned by the user's thread until the handle is added to a multi, by the transfer until it is
 * removed. All that one easy handle consists of, as engines and protocols see it.
 */
public final class EasyState {
  private final CurlEasy easy;
  private final OptionValues options = new OptionValues();
  private final InfoValues infos = new InfoValues();
  private final ErrorBuffer errorBuffer = new ErrorBuffer();
  private final HeaderRecord headers = new HeaderRecord();
  private RequestKind requestKind = RequestKind.GET;
  private MultiEngine engine;
  private Object transfer;
  private Map<Class<?>, EasyAttachment> attachments;
  private volatile ShareState share;

  /**
   * The state of a new handle.
   *
   * @param easy the handle
   */
  public EasyState(CurlEasy easy) {
    this.easy = easy;
  }

  /** The handle the user holds. */
  public CurlEasy easy() {
    return easy;
  }

  /** Its options, in canonical form: see {@link OptionEffects}. */
  public OptionValues options() {
    return options;
  }

  /** What is known about its last transfer. */
  public InfoValues infos() {
    return infos;
  }

  /** The text about what went wrong last. */
  public ErrorBuffer errorBuffer() {
    return errorBuffer;
  }

  /** The headers that its last transfer met. */
  public HeaderRecord headers() {
    return headers;
  }

  /** What the method options came to. */
  public RequestKind requestKind() {
    return requestKind;
  }

  /**
   * Sets what the method options came to.
   *
   * @param kind which
   */
  public void requestKind(RequestKind kind) {
    requestKind = kind;
  }

  /** The engine of the multi that the handle is in, or null. */
  public MultiEngine engine() {
    return engine;
  }

  /** The engine's own object for this handle, or null. */
  public Object transfer() {
    return transfer;
  }

  /**
   * Puts the handle into an engine or takes it out.
   *
   * @param newEngine whose it is, or null
   * @param newTransfer the engine's own object for it, or null
   */
  public void attach(MultiEngine newEngine, Object newTransfer) {
    engine = newEngine;
    transfer = newTransfer;
  }

  /**
   * Something that outlives transfers and reset, such as a cookie jar.
   *
   * @param type its class, also its name
   * @param factory makes the first; null to only look
   * @param <T> its type
   * @return the one of this handle; null if there is none and nothing makes one
   */
  public <T extends EasyAttachment> T attachment(Class<T> type, Supplier<T> factory) {
    EasyAttachment found = attachments == null ? null : attachments.get(type);
    if (found == null && factory != null) {
      if (attachments == null) {
        attachments = new LinkedHashMap<>();
      }
      found = factory.get();
      attachments.put(type, found);
    }
    return type.cast(found);
  }

  /**
   * Takes over what a duplicate is to have of another handle's attachments.
   *
   * @param other whose
   */
  public void inheritAttachments(EasyState other) {
    if (other.attachments == null) {
      return;
    }
    for (Map.Entry<Class<?>, EasyAttachment> each : other.attachments.entrySet()) {
      EasyAttachment copy = each.getValue().duplicateFor(this);
      if (copy != null) {
        if (attachments == null) {
          attachments = new LinkedHashMap<>();
        }
        attachments.put(each.getKey(), copy);
      }
    }
  }

  /** The options were reset. */
  public void resetAttachments() {
    if (attachments != null) {
      attachments.values().forEach(EasyAttachment::reset);
    }
  }

  /**
   * Gives the attachments up, when the handle is closed.
   *
   * @throws RuntimeException if one of them fails; the others are closed all the same
   */
  public void closeAttachments() {
    if (attachments == null) {
      return;
    }
    Collection<EasyAttachment> all = attachments.values();
    attachments = null;
    RuntimeException failure = Attachments.closeAll(all);
    if (failure != null) {
      throw failure;
    }
  }

  // What it shares with others; stays through reset, and a duplicate does not get it

  /** The share it is attached to (CURLOPT_SHARE); null for none. */
  public ShareState share() {
    return share;
  }

  /**
   * Attaches it to a share in place of the one before.
   *
   * @param newShare the share; null for none
   * @return OK; BAD_FUNCTION_ARGUMENT while it has a connection, or for a share that was given up
   */
  public CurlCode share(ShareState newShare) {
    if (engine != null && engine.hasConnection(this)) {
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    ShareState old = share;
    share = null;
    if (old != null) {
      old.detach(this);
    }
    if (newShare != null && !newShare.attach(this)) {
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    share = newShare;
    return CurlCode.OK;
  }

  /**
   * The data of one kind that it shares with others.
   *
   * @param kind which
   * @param type its class
   * @param factory makes it when it is first asked for; null to only look
   * @param <T> its type
   * @return the share's object; null if the handle shares no such data
   */
  public <T> T shared(ShareKind kind, Class<T> type, Supplier<T> factory) {
    ShareState current = share;
    return current == null ? null : current.data(kind, type, factory);
  }
}
