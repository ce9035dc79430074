package io.nettycurl.examples.curl;

import io.nettycurl.CurlCode;
import io.nettycurl.examples.curl.config.GlobalConfig;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.Variables;
import io.nettycurl.examples.curl.console.Arguments;
import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.examples.curl.help.HelpText;
import io.nettycurl.examples.curl.help.Manual;
import io.nettycurl.examples.curl.help.VersionText;
import io.nettycurl.examples.curl.option.OptionContext;
import io.nettycurl.examples.curl.option.OptionParser;
import io.nettycurl.examples.curl.option.ParameterError;
import io.nettycurl.examples.curl.output.WriteOut;
import io.nettycurl.examples.curl.transfer.Passwords;
import io.nettycurl.examples.curl.transfer.TransferRun;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** Owned by the main thread. The curl command. */
public final class CurlCommand {
  private final Console console;
  private final Messages messages;
  private final GlobalConfig global = new GlobalConfig();
  private final EngineLibrary library = new EngineLibrary();

  private CurlCommand(Console console) {
    this.console = console;
    this.messages = new Messages(console);
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(Arguments.exact(args), Console.system()));
  }

  /**
   * Runs the command.
   *
   * @param args the command line
   * @param console its streams
   * @return the exit code
   */
  public static int run(String[] args, Console console) {
    CurlCode code = new CurlCommand(console).run(args);
    try {
      console.out().flush();
      console.err().flush();
    } catch (IOException e) {
      code = code == CurlCode.OK ? CurlCode.WRITE_ERROR : code;
    }
    return code.number();
  }

  private CurlCode run(String[] args) {
    OptionContext context = new OptionContext(global, console, messages, library, new Variables());
    OptionParser parser = new OptionParser(context, new HelpText(console)::show);
    String defaults =
        OptionParser.disablesDefaultFile(args) ? null : parser.configFile().readDefault();
    if (args.length == 0 && !parser.hasUrl()) {
      messages.usage(null);
      return CurlCode.FAILED_INIT;
    }
    ParameterError error = parser.parse(args);
    if (defaults != null) {
      messages.note("Read config file from '" + defaults + "'");
    }
    return error == null ? transfer() : ended(error);
  }

  private CurlCode ended(ParameterError error) {
    switch (error) {
      case HELP_REQUESTED:
        return CurlCode.OK;
      case MANUAL_REQUESTED:
        return print(Manual.text());
      case ENGINES_REQUESTED:
        return print("Build-time engines:\n  <none>\n");
      case VERSION_REQUESTED:
        return print(VersionText.all(library.info(), System.getProperty("java.version")));
      case LIBCURL_UNSUPPORTED_PROTOCOL:
        return CurlCode.UNSUPPORTED_PROTOCOL;
      case READ_ERROR:
        return CurlCode.READ_ERROR;
      default:
        return CurlCode.FAILED_INIT;
    }
  }

  private CurlCode print(String text) {
    try {
      console.print(text);
      console.out().flush();
      return CurlCode.OK;
    } catch (IOException e) {
      return CurlCode.WRITE_ERROR;
    }
  }

  private CurlCode transfer() {
    List<OperationConfig> operations = global.operations();
    for (int i = 0; i < operations.size(); i++) {
      OperationConfig config = operations.get(i);
      config.request.addJsonHeaders();
      new Passwords(console).ask(config, i, i == operations.size() - 1);
    }
    WriteOut writeOut =
        new WriteOut(console, Clock.systemUTC(), () -> VersionText.library(library.info()));
    return new TransferRun(global, console, messages, writeOut).run();
  }
}
