package io.nettycurl.examples.curl.option;

import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.OutputConfig;
import io.nettycurl.examples.curl.config.OutputConfig.Clobber;
import io.nettycurl.examples.curl.config.OutputConfig.Fail;
import io.nettycurl.examples.curl.config.UrlNode;
import io.nettycurl.examples.curl.console.ByteStrings;
import java.io.InputStream;

/** Owned by the command's thread. Options on what becomes of the answer. */
final class OutputOptions implements OptionHandler {
  private final OptionContext context;

  OutputOptions(OptionContext context) {
    this.context = context;
  }

  @Override
  public void apply(CliOption option, String value, boolean on, OperationConfig config)
      throws ParameterException {
    OutputConfig output = config.output;
    switch (option) {
      case OUTPUT -> output(config, Values.notBlank(value));
      case OUT_NULL -> output(config, null);
      case REMOTE_NAME -> remoteName(config, on);
      case REMOTE_NAME_ALL -> output.remoteNameAll = on;
      case REMOTE_HEADER_NAME -> output.contentDisposition = on;
      case OUTPUT_DIR -> output.directory = Values.notBlank(value);
      case CREATE_DIRS -> output.createDirectories = on;
      case CREATE_FILE_MODE -> output.createFileMode = Numbers.octal(value, 0777);
      case REMOTE_TIME -> output.remoteTime = on;
      case REMOVE_ON_ERROR -> removeOnError(config, on);
      case SKIP_EXISTING -> output.skipExisting = on;
      case CLOBBER -> clobber(config, on);
      case FAIL -> fail(output, on, Fail.WITHOUT_BODY, "--fail deselects --fail-with-body here");
      case FAIL_WITH_BODY ->
          fail(output, on, Fail.WITH_BODY, "--fail-with-body deselects --fail here");
      case INCLUDE, SHOW_HEADERS -> output.showHeaders = on;
      case DUMP_HEADER -> output.headerFile = Values.notBlank(value);
      case WRITE_OUT -> output.writeOut = writeOut(value);
      case BUFFER -> output.noBuffer = !on;
      case XATTR -> output.extendedAttributes = on;
      case ETAG_SAVE -> config.request.etagSave = etagFile(config, value);
      case ETAG_COMPARE -> config.request.etagCompare = etagFile(config, value);
      default -> throw new ParameterException(ParameterError.OPTION_UNKNOWN);
    }
  }

  private static void output(OperationConfig config, String file) {
    UrlNode node = config.nodeWithout(UrlNode.Slot.OUTPUT);
    node.fill(UrlNode.Slot.OUTPUT);
    node.output = file;
    node.remoteName = false;
    node.discard = file == null;
  }

  private static void remoteName(OperationConfig config, boolean on) {
    if (!on && !config.output.remoteNameAll) {
      return;
    }
    UrlNode node = config.nodeWithout(UrlNode.Slot.OUTPUT);
    node.fill(UrlNode.Slot.OUTPUT);
    node.output = null;
    node.remoteName = on;
    node.discard = false;
  }

  private void removeOnError(OperationConfig config, boolean on) throws ParameterException {
    if (config.request.resume && on) {
      context.messages().error("--continue-at is mutually exclusive with --remove-on-error");
      throw new ParameterException(ParameterError.BAD_USE);
    }
    config.output.removeOnError = on;
  }

  private void clobber(OperationConfig config, boolean on) throws ParameterException {
    if (config.request.resume && !on) {
      context.messages().error("--continue-at is mutually exclusive with --no-clobber");
      throw new ParameterException(ParameterError.BAD_USE);
    }
    config.output.clobber = on ? Clobber.ALWAYS : Clobber.NEVER;
  }

  private void fail(OutputConfig output, boolean on, Fail kind, String warning) {
    if (on && output.fail != Fail.NO && output.fail != kind) {
      context.messages().warn(warning);
    }
    output.fail = on ? kind : Fail.NO;
  }

  private String etagFile(OperationConfig config, String value) throws ParameterException {
    if (config.urlCount() > 1) {
      context.messages().error("The etag options only work on a single URL");
      throw new ParameterException(ParameterError.BAD_USE);
    }
    return Values.notBlank(value);
  }

  private String writeOut(String value) throws ParameterException {
    if (!value.startsWith("@")) {
      return value;
    }
    String name = value.substring(1);
    InputStream in = InputFiles.open(name, context.console());
    if (in == null) {
      context.messages().error("Failed to open " + name);
      throw new ParameterException(ParameterError.READ_ERROR);
    }
    byte[] bytes = InputFiles.withoutLineEnds(InputFiles.readAll(in));
    if (bytes.length == 0) {
      context.messages().warn("Failed to read " + (InputFiles.isStdin(name) ? "<stdin>" : name));
      return null;
    }
    return ByteStrings.decode(bytes);
  }
}
