package io.nettycurl.spi;

import io.nettycurl.CurlCode;
import io.nettycurl.mime.CurlMime;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import java.util.Arrays;

/**
 * Any thread; no state. The options that pick the method, of which the last one set wins, and those
 * that say what a POST sends.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_CUSTOMREQUEST.html">CURLOPT_CUSTOMREQUEST(3)</a>
 */
final class MethodOptions {
  private MethodOptions() {}

  static void register() {
    OptionEffects.on(CurlOpt.NOBODY, MethodOptions::noBody);
    OptionEffects.on(CurlOpt.UPLOAD, MethodOptions::upload);
    OptionEffects.on(CurlOpt.PUT, MethodOptions::upload);
    OptionEffects.on(CurlOpt.POST, MethodOptions::post);
    OptionEffects.on(CurlOpt.HTTPGET, MethodOptions::httpGet);
    OptionEffects.on(CurlOpt.POSTFIELDS, MethodOptions::postFields);
    OptionEffects.on(CurlOpt.COPYPOSTFIELDS, MethodOptions::copyPostFields);
    OptionEffects.on(CurlOpt.POSTFIELDSIZE, MethodOptions::postFieldSize);
    OptionEffects.on(CurlOpt.POSTFIELDSIZE_LARGE, MethodOptions::postFieldSize);
    OptionEffects.on(CurlOpt.MIMEPOST, MethodOptions::mimePost);
    OptionEffects.on(CurlOpt.HTTPPOST, MethodOptions::mimePost);
  }

  private static boolean on(Long value) {
    return value != null && value != 0;
  }

  private static void become(EasyState easy, RequestKind kind) {
    OptionValues options = easy.options();
    easy.requestKind(kind);
    options.set(CurlOpt.UPLOAD, kind == RequestKind.PUT ? 1L : null);
    options.set(CurlOpt.POST, kind == RequestKind.POST ? 1L : null);
    options.set(CurlOpt.HTTPGET, kind == RequestKind.GET ? 1L : null);
  }

  private static void becomeWithBody(EasyState easy, RequestKind kind) {
    become(easy, kind);
    easy.options().set(CurlOpt.NOBODY, null);
  }

  private static CurlCode noBody(EasyState easy, Long value) {
    easy.options().set(CurlOpt.NOBODY, value);
    if (on(value)) {
      become(easy, RequestKind.HEAD);
    } else if (easy.requestKind() == RequestKind.HEAD) {
      become(easy, RequestKind.GET);
    }
    return CurlCode.OK;
  }

  private static CurlCode upload(EasyState easy, Long value) {
    if (on(value)) {
      becomeWithBody(easy, RequestKind.PUT);
    } else {
      become(easy, RequestKind.GET);
    }
    return CurlCode.OK;
  }

  private static CurlCode post(EasyState easy, Long value) {
    if (on(value)) {
      becomeWithBody(easy, RequestKind.POST);
    } else {
      become(easy, RequestKind.GET);
    }
    return CurlCode.OK;
  }

  private static CurlCode httpGet(EasyState easy, Long value) {
    if (on(value)) {
      becomeWithBody(easy, RequestKind.GET);
    }
    return CurlCode.OK;
  }

  private static CurlCode postFields(EasyState easy, byte[] value) {
    easy.options().set(CurlOpt.POSTFIELDS, value);
    easy.options().set(CurlOpt.COPYPOSTFIELDS, null);
    become(easy, RequestKind.POST);
    return CurlCode.OK;
  }

  /** The size, where one was set before, says how much of the bytes to copy. */
  private static CurlCode copyPostFields(EasyState easy, byte[] value) {
    OptionValues options = easy.options();
    long size = options.number(CurlOpt.POSTFIELDSIZE_LARGE);
    if (value != null && size > value.length) {
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    byte[] copy = value == null ? null : Arrays.copyOf(value, size < 0 ? value.length : (int) size);
    options.set(CurlOpt.COPYPOSTFIELDS, copy);
    options.set(CurlOpt.POSTFIELDS, copy);
    become(easy, RequestKind.POST);
    return CurlCode.OK;
  }

  /** A copy made for a smaller size than the new one is not the body any more. */
  private static CurlCode postFieldSize(EasyState easy, Long value) {
    OptionValues options = easy.options();
    long size = value == null ? -1 : value;
    if (options.number(CurlOpt.POSTFIELDSIZE_LARGE) < size
        && options.isSet(CurlOpt.COPYPOSTFIELDS)) {
      options.set(CurlOpt.COPYPOSTFIELDS, null);
      options.set(CurlOpt.POSTFIELDS, null);
    }
    options.set(CurlOpt.POSTFIELDSIZE_LARGE, value);
    return CurlCode.OK;
  }

  private static CurlCode mimePost(EasyState easy, CurlMime value) {
    if (value != null && value.isSubparts()) {
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    easy.options().set(CurlOpt.MIMEPOST, value);
    becomeWithBody(easy, RequestKind.POST_MIME);
    return CurlCode.OK;
  }
}
