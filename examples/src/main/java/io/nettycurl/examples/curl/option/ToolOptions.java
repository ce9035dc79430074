package io.nettycurl.examples.curl.option;

import io.nettycurl.examples.curl.config.GlobalConfig;
import io.nettycurl.examples.curl.config.GlobalConfig.TraceType;
import io.nettycurl.examples.curl.config.OperationConfig;
import java.io.FileOutputStream;
import java.io.IOException;

/** Owned by the command's thread. Options on the command itself. */
final class ToolOptions implements OptionHandler {
  private static final int MAX_PARALLEL = 65_535;
  private static final long HOUR_MS = 3_600_000;

  private final OptionContext context;
  private final GlobalConfig global;
  private final VariableOption variables;

  ToolOptions(OptionContext context) {
    this.context = context;
    this.global = context.global();
    this.variables = new VariableOption(context);
  }

  @Override
  public void apply(CliOption option, String value, boolean on, OperationConfig config)
      throws ParameterException {
    switch (option) {
      case SILENT -> {
        global.silent = on;
        context.messages().silent(on);
      }
      case SHOW_ERROR -> {
        global.showError = on;
        context.messages().showError(on);
      }
      case PROGRESS_METER -> global.noProgress = !on;
      case PROGRESS_BAR -> global.progressBar = on;
      case STYLED_OUTPUT -> global.styledOutput = on;
      case FAIL_EARLY -> global.failEarly = on;
      case PARALLEL -> global.parallel = on;
      case PARALLEL_IMMEDIATE -> global.parallelImmediate = on;
      case PARALLEL_MAX ->
          global.parallelMax = parallel(Numbers.unsigned(value), GlobalConfig.PARALLEL_DEFAULT);
      case PARALLEL_MAX_HOST -> global.parallelMaxHost = parallel(Numbers.unsigned(value), 0);
      case RATE -> rate(value);
      case STDERR -> stderr(value);
      case VARIABLE -> variables.set(value);
      case DISABLE -> {
        // acted on before any other option is looked at
      }
      case VERSION -> request(on, ParameterError.VERSION_REQUESTED);
      case MANUAL -> request(on, ParameterError.MANUAL_REQUESTED);
      case LIBCURL -> global.libcurl = Values.notBlank(value);
      default -> {
        if (!retry(option, value, on, config)) {
          trace(option, value, on);
        }
      }
    }
  }

  private static boolean retry(CliOption option, String value, boolean on, OperationConfig config)
      throws ParameterException {
    switch (option) {
      case RETRY -> config.retry.count = Numbers.unsigned(value);
      case RETRY_ALL_ERRORS -> config.retry.allErrors = on;
      case RETRY_CONNREFUSED -> config.retry.connectionRefused = on;
      case RETRY_DELAY -> config.retry.delayMs = Math.min(Numbers.millis(value), Integer.MAX_VALUE);
      case RETRY_MAX_TIME -> config.retry.maxTimeMs = Numbers.millis(value);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void trace(CliOption option, String value, boolean on) throws ParameterException {
    switch (option) {
      case TRACE ->
          traceTo(value, TraceType.BINARY, "--trace overrides an earlier trace/verbose option");
      case TRACE_ASCII ->
          traceTo(
              value, TraceType.ASCII, "--trace-ascii overrides an earlier trace/verbose option");
      case TRACE_TIME -> global.traceTime = on;
      case TRACE_IDS -> global.traceIds = on;
      case TRACE_CONFIG -> {
        global.traceConfigured = true;
        traceConfig(value);
      }
      default -> throw new ParameterException(ParameterError.OPTION_UNKNOWN);
    }
    context.messages().tracing(global.traceType != TraceType.NONE);
  }

  /**
   * -v, which counts: more of them in one argument show more.
   *
   * @param on false for --no-verbose
   * @param first whether it is the first letter of its argument
   */
  void verbose(boolean on, boolean first) {
    if (!on) {
      global.verbosity = 0;
      traceConfig("-all");
      global.traceType = TraceType.NONE;
      context.messages().tracing(false);
      return;
    }
    if (first) {
      global.verbosity = 0;
      if (!global.traceConfigured) {
        traceConfig("-all");
      }
    }
    switch (global.verbosity) {
      case 0 -> {
        global.verbosity = 1;
        global.traceTarget = "%";
        if (global.traceType != TraceType.NONE && global.traceType != TraceType.PLAIN) {
          context.messages().warn("-v, --verbose overrides an earlier trace option");
        }
        global.traceType = TraceType.PLAIN;
      }
      case 1 -> {
        global.verbosity = 2;
        traceConfig("ids,time");
      }
      case 2 -> {
        global.verbosity = 3;
        global.traceType = TraceType.ASCII;
      }
      default -> global.verbosity = 4;
    }
    context.messages().tracing(true);
  }

  private void traceTo(String target, TraceType type, String warning) throws ParameterException {
    global.traceTarget = Values.notBlank(target);
    if (global.traceType != TraceType.NONE && global.traceType != type) {
      context.messages().warn(warning);
    }
    global.traceType = type;
  }

  /** The components of the C library have no counterpart; time, ids and all do. */
  private void traceConfig(String list) {
    for (String item : list.split(",", -1)) {
      String token = item.startsWith(" ") ? item.substring(1) : item;
      boolean on = !token.startsWith("-");
      String name = token.startsWith("-") || token.startsWith("+") ? token.substring(1) : token;
      if (name.equalsIgnoreCase("all")) {
        global.traceIds = on;
        global.traceTime = on;
      } else if (name.equalsIgnoreCase("ids")) {
        global.traceIds = on;
      } else if (name.equalsIgnoreCase("time")) {
        global.traceTime = on;
      }
    }
  }

  private static int parallel(long value, int fallback) {
    return value < 1 ? fallback : (int) Math.min(value, MAX_PARALLEL);
  }

  private static void request(boolean on, ParameterError what) throws ParameterException {
    if (on) {
      throw new ParameterException(what);
    }
  }

  /** --stderr: "-" is standard output, anything else a file. */
  private void stderr(String value) {
    if (value.equals("-")) {
      context.console().err(context.console().out());
      return;
    }
    try {
      context.console().err(new FileOutputStream(value));
    } catch (IOException e) {
      context.messages().warn("Warning: Failed to open " + value);
    }
  }

  /** --rate: so many starts per second, minute, hour or day, or per a number of those. */
  private void rate(String value) throws ParameterException {
    Numbers.Scanner scanner = new Numbers.Scanner(value);
    long starts = scanner.number(Long.MAX_VALUE);
    if (starts < 0) {
      throw new ParameterException(ParameterError.BAD_NUMERIC);
    }
    if (starts < 1) {
      throw new ParameterException(ParameterError.BAD_USE);
    }
    long per = HOUR_MS;
    if (scanner.take('/')) {
      long units = scanner.number(Long.MAX_VALUE);
      units = units < 0 ? 1 : units;
      per = unit(scanner.peek());
      if (Long.MAX_VALUE / per < units) {
        context.messages().error("too large --rate unit");
        throw new ParameterException(ParameterError.NUMBER_TOO_LARGE);
      }
      per *= units;
    }
    if (starts > per) {
      throw new ParameterException(ParameterError.NUMBER_TOO_LARGE);
    }
    global.msPerTransfer = per / starts;
  }

  private long unit(char letter) throws ParameterException {
    switch (letter) {
      case 's':
        return 1000;
      case 'm':
        return 60_000;
      case 'h':
        return HOUR_MS;
      case 'd':
        return 24 * HOUR_MS;
      default:
        context.messages().error("unsupported --rate unit");
        throw new ParameterException(ParameterError.BAD_USE);
    }
  }
}
