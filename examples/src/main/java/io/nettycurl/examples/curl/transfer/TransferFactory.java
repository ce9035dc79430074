package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.examples.curl.config.GlobalConfig;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.UrlNode;
import io.nettycurl.examples.curl.console.ByteStrings;
import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.examples.curl.output.BodyOutput;
import io.nettycurl.examples.curl.output.Directories;
import io.nettycurl.examples.curl.output.EtagFile;
import io.nettycurl.examples.curl.output.FileErrors;
import io.nettycurl.examples.curl.output.HeaderOutput;
import io.nettycurl.examples.curl.output.OutputFile;
import io.nettycurl.examples.curl.output.TraceOutput;
import io.nettycurl.examples.curl.source.LibcurlSource;
import io.nettycurl.examples.curl.url.GlobException;
import io.nettycurl.examples.curl.url.RemoteName;
import io.nettycurl.examples.curl.url.UrlGlob;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Owned by the command's thread. Makes one transfer: its URL, its files, its handle. */
final class TransferFactory {
  private final GlobalConfig global;
  private final Console console;
  private final Messages messages;
  private final TraceOutput trace;
  private final Handles handles;
  private final LibcurlSource source;
  private final boolean noProgressAsked;

  TransferFactory(
      GlobalConfig global,
      Console console,
      Messages messages,
      TraceOutput trace,
      Handles handles,
      LibcurlSource source) {
    this.global = global;
    this.console = console;
    this.messages = messages;
    this.trace = trace;
    this.handles = handles;
    this.source = source;
    this.noProgressAsked = global.noProgress;
  }

  /**
   * Makes it.
   *
   * @param config its options
   * @param node what goes with its URL
   * @param url the URL
   * @param upload the file to upload, or null
   * @param urls the pattern the URL came from, or null
   * @param uploads the pattern the file came from, or null
   * @param firstOfConfig whether files for all transfers of the options start afresh
   * @return the transfer; null if this set of options has to end here, which has been told
   * @throws TransferException if that cannot be, which has been told
   */
  Transfer make(
      OperationConfig config,
      UrlNode node,
      String url,
      String upload,
      UrlGlob urls,
      UrlGlob uploads,
      boolean firstOfConfig)
      throws TransferException {
    Transfer transfer = new Transfer(config, handles.take(), node.number);
    transfer.url = url;
    transfer.uploadFile = upload;
    try {
      if (fill(transfer, node, urls, uploads, firstOfConfig)) {
        return transfer;
      }
      handles.giveBack(transfer.easy);
      return null;
    } catch (TransferException e) {
      if (!config.errorShown && messages.showsErrors()) {
        console.errPrint("curl: (" + e.code().number() + ") " + e.code().strerror() + "\n");
      }
      throw e;
    }
  }

  private boolean fill(
      Transfer transfer, UrlNode node, UrlGlob urls, UrlGlob uploads, boolean firstOfConfig)
      throws TransferException {
    OperationConfig config = transfer.config;
    EtagFile etag = etag(config);
    if (etag == null && config.request.etagSave != null) {
      return false;
    }
    OutputStream dump = dump(config, firstOfConfig);
    transfer.output = output(transfer, node, urls, uploads);
    uploadUrl(transfer);
    progress(transfer);
    query(transfer);
    boolean binaryAllowed = "-".equals(node.output);
    transfer.headers =
        new HeaderOutput(
            transfer.easy,
            config,
            global,
            messages,
            transfer.output,
            dump,
            etag,
            config.output.contentDisposition && node.remoteName);
    transfer.body =
        new BodyOutput(
            transfer.output,
            config,
            global,
            messages,
            transfer.headers,
            binaryAllowed,
            () -> wake(transfer));
    set(transfer);
    transfer.retriesLeft = config.retry.count;
    transfer.retrySleepMs = config.retry.delayMs;
    transfer.retryStartNanos = System.nanoTime();
    return true;
  }

  private static void wake(Transfer transfer) {
    if (transfer.upload != null) {
      transfer.upload.wake();
    }
  }

  private void set(Transfer transfer) throws TransferException {
    OptionSetter setter = new EasySetter(transfer.easy, messages, source);
    handles.share(setter);
    if (global.traceType != GlobalConfig.TraceType.NONE) {
      setter.set(CurlOpt.DEBUGFUNCTION, trace);
      setter.set(CurlOpt.VERBOSE, 1L);
    }
    if (source != null) {
      pointers();
    }
    setter.set(CurlOpt.STDERR, console.err());
    setter.set(CurlOpt.WRITEFUNCTION, transfer.body);
    setter.set(CurlOpt.HEADERFUNCTION, transfer.headers);
    if (transfer.uploadFile != null) {
      transfer.upload = new UploadInput(transfer.easy, messages, console.in());
      setter.set(CurlOpt.READFUNCTION, transfer.upload);
      setter.set(CurlOpt.SEEKFUNCTION, transfer.upload);
    }
    EasySetup.apply(transfer, global, setter, messages);
  }

  /** What the C program of --libcurl would have to bring along. */
  private void pointers() {
    if (global.traceType != GlobalConfig.TraceType.NONE) {
      pointer("CURLOPT_DEBUG", "FUNCTION", "DATA");
    }
    pointer("CURLOPT_WRITE", "DATA", "FUNCTION");
    pointer("CURLOPT_READ", "DATA", "FUNCTION");
    pointer("CURLOPT_SEEK", "DATA", "FUNCTION");
    if (global.progressBar && !global.noProgress && !global.silent) {
      pointer("CURLOPT_XFERINFO", "FUNCTION", "DATA");
    }
    pointer("CURLOPT_HEADER", "FUNCTION", "DATA");
    source.pointer("CURLOPT_ERRORBUFFER", false);
    source.pointer("CURLOPT_STDERR", false);
  }

  private void pointer(String option, String... halves) {
    for (String half : halves) {
      source.pointer(option + half, half.equals("FUNCTION"));
    }
  }

  private EtagFile etag(OperationConfig config) throws TransferException {
    String compare = config.request.etagCompare;
    if (compare != null) {
      config.request.headers.add("If-None-Match: " + EtagCompare.read(compare, messages));
    }
    String save = config.request.etagSave;
    if (save == null) {
      return null;
    }
    if (save.equals("-")) {
      return EtagFile.standard(console.out());
    }
    createDirectories(config, save);
    try {
      return EtagFile.named(save);
    } catch (IOException e) {
      messages.warn("Failed creating file for saving etags: \"" + save + "\". Skip this transfer");
      return null;
    }
  }

  private void createDirectories(OperationConfig config, String file) throws TransferException {
    if (config.output.createDirectories && !Directories.create(file, messages)) {
      throw new TransferException(CurlCode.WRITE_ERROR);
    }
  }

  /** All transfers of a set of options add to one file of headers, which the first one empties. */
  private OutputStream dump(OperationConfig config, boolean first) throws TransferException {
    String name = config.output.headerFile;
    if (name == null) {
      return null;
    }
    if (name.equals("-")) {
      return console.out();
    }
    if (name.equals("%")) {
      return console.err();
    }
    createDirectories(config, name);
    try {
      return new FileOutputStream(name, !first);
    } catch (IOException e) {
      messages.error("Failed to open " + name);
      throw new TransferException(CurlCode.WRITE_ERROR);
    }
  }

  private OutputFile output(Transfer transfer, UrlNode node, UrlGlob urls, UrlGlob uploads)
      throws TransferException {
    if (node.discard) {
      return OutputFile.discarding(console.out());
    }
    if (!node.remoteName && (node.output == null || node.output.equals("-"))) {
      return OutputFile.standard(console.out());
    }
    OperationConfig config = transfer.config;
    String name =
        node.output == null
            ? remoteName(transfer.url)
            : localName(node.output, urls, uploads, config);
    String directory = config.output.directory;
    if (directory != null && !directory.isEmpty()) {
      name = directory + "/" + name;
    }
    createDirectories(config, name);
    File file = new File(name);
    if (config.output.skipExisting && file.exists()) {
      messages.note("skips transfer, \"" + name + "\" exists locally");
      transfer.skip = true;
    }
    if (config.request.resumeFromLocal) {
      config.request.resumeFrom = file.exists() ? file.length() : 0;
    }
    return open(name, config);
  }

  private OutputFile open(String name, OperationConfig config) throws TransferException {
    if (config.request.resumeFrom == 0) {
      return OutputFile.named(name);
    }
    try {
      return OutputFile.appending(name, config.request.resumeFrom);
    } catch (IOException e) {
      messages.error("cannot open '" + name + "'");
      throw new TransferException(CurlCode.WRITE_ERROR);
    }
  }

  private String remoteName(String url) throws TransferException {
    CurlUrl parsed = new CurlUrl();
    CurlUrlCode code = parsed.set(UrlPart.URL, url, CurlSymbols.CURLU_GUESS_SCHEME);
    if (code != CurlUrlCode.OK) {
      messages.error("Failed to extract a filename from the URL to use for storage");
      throw new TransferException(RemoteName.code(code));
    }
    String name = RemoteName.lastPart(parsed.get(UrlPart.PATH, 0).value());
    if (name == null) {
      messages.warn("No remote filename, uses \"" + RemoteName.DEFAULT + "\"");
      return RemoteName.DEFAULT;
    }
    return name;
  }

  private String localName(String name, UrlGlob urls, UrlGlob uploads, OperationConfig config)
      throws TransferException {
    if (urls == null && uploads == null) {
      return name;
    }
    try {
      String filled = UrlGlob.fill(name, urls, uploads);
      if (!filled.isEmpty()) {
        return filled;
      }
      messages.warn("output glob produces empty string");
      throw new TransferException(CurlCode.WRITE_ERROR);
    } catch (GlobException e) {
      CurlCode code = CurlCode.BAD_FUNCTION_ARGUMENT;
      console.errPrint("curl: (" + code.number() + ") " + e.describe(name) + "\n");
      config.errorShown = true;
      throw new TransferException(code);
    }
  }

  private void uploadUrl(Transfer transfer) throws TransferException {
    if (transfer.uploadFile == null) {
      return;
    }
    OperationConfig config = transfer.config;
    if (transfer.uploadsStdin()) {
      if (config.proxy.anyAuth || Long.bitCount(config.auth.methods) > 1) {
        messages.warn(
            "Using --anyauth or --proxy-anyauth with upload from stdin involves a big risk of it"
                + " not working. Use a temporary file or a fixed auth type instead");
      }
    } else {
      CurlUrl.Result named = RemoteName.withFileName(transfer.url, transfer.uploadFile);
      if (named.code() != CurlUrlCode.OK) {
        throw new TransferException(RemoteName.code(named.code()));
      }
      transfer.url = named.value();
    }
    if (config.request.resumeFromLocal) {
      config.request.resumeFrom = -1;
    }
  }

  /** A body on the terminal and a meter do not go together. */
  private void progress(Transfer transfer) {
    String lower = transfer.url.toLowerCase(Locale.ROOT);
    boolean expected =
        transfer.uploadFile == null || lower.startsWith("http://") || lower.startsWith("https://");
    boolean toTerminal =
        !transfer.output.discards()
            && expected
            && !transfer.output.isFile()
            && console.terminal().isTty(1);
    global.bodyOnTerminal = toTerminal;
    global.noProgress = toTerminal || noProgressAsked;
    transfer.noProgress = global.noProgress;
  }

  private void query(Transfer transfer) throws TransferException {
    OperationConfig config = transfer.config;
    String query = config.request.query;
    if (config.request.get && config.request.data != null) {
      query = ByteStrings.decode(config.request.data.toByteArray());
    }
    if (query == null) {
      return;
    }
    CurlUrl parsed = new CurlUrl();
    CurlUrlCode code = parsed.set(UrlPart.URL, transfer.url, CurlSymbols.CURLU_GUESS_SCHEME);
    if (code != CurlUrlCode.OK) {
      CurlCode error = RemoteName.code(code);
      messages.error("(" + error.number() + ") Could not parse the URL, failed to set query");
      config.errorShown = true;
      throw new TransferException(error);
    }
    code = parsed.set(UrlPart.QUERY, query, CurlSymbols.CURLU_APPENDQUERY);
    CurlUrl.Result result = parsed.get(UrlPart.URL, CurlSymbols.CURLU_NO_GUESS_SCHEME);
    if (code != CurlUrlCode.OK || result.code() != CurlUrlCode.OK) {
      throw new TransferException(RemoteName.code(code != CurlUrlCode.OK ? code : result.code()));
    }
    transfer.url = result.value();
  }

  /** The tag that --etag-compare finds in its file. */
  private static final class EtagCompare {
    private EtagCompare() {}

    static String read(String file, Messages messages) {
      try {
        List<String> lines = Files.readAllLines(Path.of(file), StandardCharsets.ISO_8859_1);
        String tag = String.join("", lines);
        return tag.isEmpty() ? "\"\"" : tag;
      } catch (IOException e) {
        messages.warn("Failed to open " + file + ": " + FileErrors.reason(e));
        return "\"\"";
      }
    }
  }
}
