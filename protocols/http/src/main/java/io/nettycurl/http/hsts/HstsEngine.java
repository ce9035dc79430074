package io.nettycurl.http.hsts;

import static io.nettycurl.CurlSymbols.CURLHSTS_ENABLE;
import static io.nettycurl.CurlSymbols.CURLHSTS_READONLYFILE;
import static io.nettycurl.CurlSymbols.CURLSTS_FAIL;
import static io.nettycurl.CurlSymbols.CURLSTS_OK;

import io.nettycurl.CurlCode;
import io.nettycurl.callback.HstsEntry;
import io.nettycurl.callback.HstsReadCallback;
import io.nettycurl.callback.HstsWriteCallback;
import io.nettycurl.http.policy.HandleMemory;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.DerivedOptions;
import io.nettycurl.spi.EasyAttachment;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.ShareKind;
import java.util.ArrayList;
import java.util.List;

/** Owned like its handle. Whether a handle minds HSTS, and which hosts it knows. */
public final class HstsEngine extends HandleMemory<HstsStore> {
  private static final int MAX_DATE = 17;

  private boolean begun;

  private HstsEngine(EasyState easy) {
    super(easy, ShareKind.HSTS, HstsStore.class, HstsStore::new);
  }

  private static HstsEngine of(EasyState easy) {
    return easy.attachment(HstsEngine.class, () -> new HstsEngine(easy));
  }

  /**
   * The one of a handle that minds HSTS: as options say, or since it shares hosts with others.
   *
   * @param easy the handle
   * @return null if it does not
   */
  public static HstsEngine active(EasyState easy) {
    HstsEngine engine = easy.attachment(HstsEngine.class, null);
    if (engine == null && easy.share() != null) {
      engine = of(easy);
    }
    return engine != null && engine.store() != null ? engine : null;
  }

  /**
   * An option was set.
   *
   * @param easy whose
   * @param option HSTS or HSTS_CTRL
   * @param value the value; null after an unset
   */
  public static void stored(EasyState easy, Object option, Object value) {
    HstsEngine engine = of(easy);
    boolean on =
        option == CurlOpt.HSTS
            ? value != null
            : value != null && ((Long) value & CURLHSTS_ENABLE) != 0;
    if (on) {
      engine.remember();
    } else {
      easy.options().set(DerivedOptions.HSTSFILES, null);
      engine.forget();
    }
  }

  // Transfers

  /** A transfer begins. Whether there are files to be read. */
  public boolean begin() {
    begun = true;
    return easy().options().get(DerivedOptions.HSTSFILES) != null;
  }

  /**
   * Reads the handle's files.
   *
   * @return OK, also for a file that is not there; TOO_LARGE or READ_ERROR
   */
  public CurlCode load() {
    List<String> names = easy().options().get(DerivedOptions.HSTSFILES);
    if (names == null) {
      return CurlCode.OK;
    }
    for (String name : names) {
      List<String> lines = new ArrayList<>();
      CurlCode code = HstsFile.read(name, lines);
      change(
          hosts -> {
            hosts.file(name);
            lines.forEach(line -> HstsFile.add(hosts, line));
          });
      if (code != CurlCode.OK) {
        return code;
      }
    }
    return CurlCode.OK;
  }

  /**
   * Has the read callback supply hosts, until it has no more.
   *
   * @return OK; ABORTED_BY_CALLBACK if it fails; BAD_FUNCTION_ARGUMENT if it names no host
   */
  public CurlCode callRead() {
    OptionValues options = easy().options();
    HstsReadCallback callback = options.get(CurlOpt.HSTSREADFUNCTION);
    while (true) {
      HstsEntry.Mutable entry = new HstsEntry.Mutable();
      long answer = callback.read(easy().easy(), entry, options.get(CurlOpt.HSTSREADDATA));
      if (answer != CURLSTS_OK) {
        return answer == CURLSTS_FAIL ? CurlCode.ABORTED_BY_CALLBACK : CurlCode.OK;
      }
      String date = entry.expire == null || entry.expire.isEmpty() ? "unlimited" : entry.expire;
      if (entry.name == null || entry.name.isEmpty() || date.length() > MAX_DATE) {
        return CurlCode.BAD_FUNCTION_ARGUMENT;
      }
      change(hosts -> hosts.add(entry.name, entry.includeSubDomains, HstsFile.time(date)));
    }
  }

  /** Whether a host has to be reached over TLS; see {@link HstsStore#applies}. */
  public boolean applies(String host) {
    return locked(hosts -> hosts.applies(host));
  }

  /** Takes what a host says about itself; see {@link HstsStore#say}. */
  public boolean say(String host, String field) {
    return locked(hosts -> hosts.say(host, field));
  }

  // The handle

  /** It knows what this one knows. */
  @Override
  public EasyAttachment duplicateFor(EasyState copy) {
    HstsEngine engine = new HstsEngine(copy);
    if (store() != null) {
      engine.remember();
      for (HstsHost host : locked(HstsStore::all)) {
        engine.change(hosts -> hosts.add(host.name(), host.subDomains(), host.expires()));
      }
    }
    return engine;
  }

  /**
   * Writes the file, unless it is not to be written or was never read, and gives all hosts to the
   * write callback.
   */
  @Override
  public void close() {
    if (store() == null) {
      return;
    }
    OptionValues options = easy().options();
    String option = options.get(CurlOpt.HSTS);
    List<HstsHost> all = locked(HstsStore::all);
    String file = option != null ? option : locked(HstsStore::file);
    boolean readOnly = (options.number(CurlOpt.HSTS_CTRL) & CURLHSTS_READONLYFILE) != 0;
    if (begun && file != null && !file.isEmpty() && !readOnly) {
      HstsFile.write(file, all);
    }
    HstsWriteCallback callback = options.get(CurlOpt.HSTSWRITEFUNCTION);
    if (callback != null) {
      callWrite(callback, all, options.get(CurlOpt.HSTSWRITEDATA));
    }
  }

  private void callWrite(HstsWriteCallback callback, List<HstsHost> all, Object userdata) {
    for (int i = 0; i < all.size(); i++) {
      HstsHost host = all.get(i);
      HstsEntry entry =
          new HstsEntry(host.name(), host.subDomains(), HstsFile.date(host.expires()));
      if (callback.write(easy().easy(), entry, i, all.size(), userdata) != CURLSTS_OK) {
        return;
      }
    }
  }
}
