package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.examples.curl.config.GlobalConfig;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.RequestMethod;
import io.nettycurl.examples.curl.config.UrlNode;
import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.examples.curl.option.Methods;
import io.nettycurl.examples.curl.url.GlobException;
import io.nettycurl.examples.curl.url.UrlGlob;

/**
 * Owned by the command's thread. All transfers the command line stands for, each made when it is
 * its turn: sets of options, their URLs, the files each is to upload, and what the patterns give.
 */
final class TransferSource {
  private final GlobalConfig global;
  private final Console console;
  private final Messages messages;
  private final TransferFactory factory;
  private int operationAt;
  private int nodeAt;
  private UrlGlob uploads;
  private String upload;
  private UrlGlob urls;
  private boolean nodeOpen;
  private OperationConfig prepared;
  private Transfer previous;
  private boolean stuck;

  TransferSource(GlobalConfig global, Console console, Messages messages, TransferFactory factory) {
    this.global = global;
    this.console = console;
    this.messages = messages;
    this.factory = factory;
    int number = 0;
    for (OperationConfig operation : global.operations()) {
      for (UrlNode node : operation.urls) {
        node.number = number++;
      }
    }
  }

  /**
   * The next one.
   *
   * @return the transfer, ready to be started or to be skipped; null when there are no more
   * @throws TransferException if it cannot be made, which has been told
   */
  Transfer next() throws TransferException {
    while (operationAt < global.operations().size()) {
      OperationConfig config = global.operations().get(operationAt);
      prepare(config);
      Transfer transfer = nextOf(config);
      if (transfer != null) {
        previous = transfer;
        return transfer;
      }
      operationAt++;
      nodeAt = 0;
    }
    return null;
  }

  /** Once per set of options: does it make sense? */
  private void prepare(OperationConfig config) throws TransferException {
    if (prepared == config) {
      return;
    }
    prepared = config;
    if (!config.hasFirstUrl()) {
      messages.usage("(" + CurlCode.FAILED_INIT.number() + ") no URL specified");
      throw new TransferException(CurlCode.FAILED_INIT);
    }
    if (config.request.data != null) {
      RequestMethod method =
          !config.request.get
              ? RequestMethod.SIMPLE_POST
              : config.request.noBody ? RequestMethod.HEAD : RequestMethod.GET;
      select(method, config);
    }
    Environment.certificates(config);
  }

  private void select(RequestMethod method, OperationConfig config) throws TransferException {
    if (!Methods.tryToSelect(method, config.request, messages)) {
      throw new TransferException(CurlCode.FAILED_INIT);
    }
  }

  private Transfer nextOf(OperationConfig config) throws TransferException {
    while (nodeAt < config.urls.size()) {
      UrlNode node = config.urls.get(nodeAt);
      if (stuck || node.url == null) {
        // later sets of options are not reached any more, as in curl
        stuck = true;
        messages.warn("Got more output options than URLs");
        return null;
      }
      String url = nextUrl(config, node);
      if (url != null) {
        return make(config, node, url);
      }
      nodeAt++;
      nodeOpen = false;
    }
    return null;
  }

  /** Every file is uploaded to every URL; a node without a file has its URLs once. */
  private String nextUrl(OperationConfig config, UrlNode node) throws TransferException {
    if (!nodeOpen) {
      nodeOpen = true;
      boolean globs = !config.request.globOff;
      uploads = node.upload != null && globs ? parse(node.upload) : null;
      upload = uploads == null ? node.upload : uploads.next();
      urls = open(config, node);
    }
    String url = urls.next();
    if (url == null && uploads != null) {
      upload = uploads.next();
      if (upload != null) {
        urls = open(config, node);
        url = urls.next();
      }
    }
    return url;
  }

  private UrlGlob open(OperationConfig config, UrlNode node) throws TransferException {
    return config.request.globOff || node.literal ? UrlGlob.literal(node.url) : parse(node.url);
  }

  private UrlGlob parse(String pattern) throws TransferException {
    try {
      return UrlGlob.parse(pattern);
    } catch (GlobException e) {
      if (messages.showsErrors()) {
        console.errPrint(
            "curl: (" + CurlCode.URL_MALFORMAT.number() + ") " + e.describe(pattern) + "\n");
      }
      throw new TransferException(CurlCode.URL_MALFORMAT);
    }
  }

  private Transfer make(OperationConfig config, UrlNode node, String url) throws TransferException {
    if (upload != null) {
      select(RequestMethod.PUT, config);
    }
    boolean firstOfConfig = previous == null || previous.config != config;
    boolean patterns = !config.request.globOff && !node.literal;
    return factory.make(config, node, url, upload, patterns ? urls : null, uploads, firstOfConfig);
  }
}
