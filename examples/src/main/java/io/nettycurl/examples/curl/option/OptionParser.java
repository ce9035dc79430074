package io.nettycurl.examples.curl.option;

import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.UrlNode;
import io.nettycurl.examples.curl.console.Messages;
import java.util.function.Consumer;

/** Owned by the command's thread. Reads the command line by the table of options. */
public final class OptionParser {
  private static final String NO = "no-";
  private static final String EXPAND = "expand-";

  private final OptionContext context;
  private final Messages messages;
  private final Consumer<String> help;
  private final OptionHandler[] handlers;
  private final ToolOptions tool;
  private final ConfigFile configFile;

  /**
   * A parser.
   *
   * @param context what options act on
   * @param help shows the help on a subject, or the first page for null
   */
  public OptionParser(OptionContext context, Consumer<String> help) {
    this.context = context;
    this.messages = context.messages();
    this.help = help;
    this.tool = new ToolOptions(context);
    this.configFile = new ConfigFile(context, this);
    this.handlers = new OptionHandler[CliOption.Topic.values().length];
    RequestOptions requests = new RequestOptions(context);
    handlers[CliOption.Topic.REQUEST.ordinal()] = requests;
    handlers[CliOption.Topic.DATA.ordinal()] = new DataOptions(context);
    handlers[CliOption.Topic.AUTH.ordinal()] = new AuthOptions(context);
    handlers[CliOption.Topic.TLS.ordinal()] = new TlsOptions(context);
    handlers[CliOption.Topic.PROXY.ordinal()] = new ProxyOptions(context, requests);
    handlers[CliOption.Topic.NETWORK.ordinal()] = new NetworkOptions(context);
    handlers[CliOption.Topic.FTP.ordinal()] = new FtpOptions(context);
    handlers[CliOption.Topic.OUTPUT.ordinal()] = new OutputOptions(context);
    handlers[CliOption.Topic.TOOL.ordinal()] = tool;
  }

  /** The reader of -K files. */
  public ConfigFile configFile() {
    return configFile;
  }

  /**
   * Reads a command line.
   *
   * @param args the arguments
   * @return null if it can be run; else why not, which has been told
   */
  public ParameterError parse(String[] args) {
    int at = 0;
    boolean flags = true;
    String current = null;
    try {
      while (at < args.length) {
        current = args[at];
        if (!flags || !current.startsWith("-")) {
          flag("--url", current, ConfigFile.MAX_LEVELS);
        } else if (current.equals("--")) {
          flags = false;
        } else {
          String next = at + 1 < args.length ? args[at + 1] : null;
          if (flag(current, next, ConfigFile.MAX_LEVELS)) {
            at++;
          }
        }
        at++;
        current = null;
      }
      OperationConfig last = context.global().current();
      if (last.output.contentDisposition && last.request.resumeFromLocal) {
        throw new ParameterException(ParameterError.CONTDISP_RESUME_FROM);
      }
      return null;
    } catch (ParameterException e) {
      tell(e.error(), current);
      return e.error();
    }
  }

  private void tell(ParameterError error, String argument) {
    if (!error.isRequest()) {
      boolean named = argument != null && !argument.equals(":");
      messages.usage(named ? "option " + argument + ": " + error.text() : error.text());
    }
  }

  /**
   * Reads one option, or several letters in one argument.
   *
   * @param flag "--name", "--name=value", "-letters", or in files "name"
   * @param next what follows it; null if nothing does
   * @param levels how many files may still be nested
   * @return whether what follows was taken
   * @throws ParameterException if it cannot be used
   */
  boolean flag(String flag, String next, int levels) throws ParameterException {
    boolean isLong = !flag.startsWith("-") || flag.startsWith("--");
    return isLong
        ? longFlag(flag.startsWith("-") ? flag.substring(2) : flag, next, levels)
        : shortFlags(flag.substring(1), next, levels);
  }

  private boolean longFlag(String word, String next, int levels) throws ParameterException {
    boolean no = word.startsWith(NO);
    boolean expand = !no && word.startsWith(EXPAND);
    String name = no ? word.substring(NO.length()) : word;
    name = expand ? word.substring(EXPAND.length()) : name;
    String value = next;
    int equals = name.indexOf('=');
    boolean attached = equals > 0;
    if (attached) {
      value = name.substring(equals + 1);
      name = name.substring(0, equals);
    }
    CliOption option = CliOption.byLongName(name);
    if (option == null) {
      throw new ParameterException(ParameterError.OPTION_UNKNOWN);
    }
    if (no && option.kind() != CliOption.Kind.BOOL) {
      throw new ParameterException(ParameterError.NO_PREFIX);
    }
    if (expand && value != null) {
      if (!option.kind().takesArgument()) {
        throw new ParameterException(ParameterError.EXPAND_ERROR);
      }
      value = new VariableExpansion(context.variables(), messages).expand(value);
    }
    if (!option.kind().takesArgument()) {
      act(option, null, !no, true, levels);
      return false;
    }
    if (option == CliOption.HELP) {
      showHelp(value);
    }
    require(value);
    act(option, value, true, true, levels);
    return !attached;
  }

  private boolean shortFlags(String letters, String next, int levels) throws ParameterException {
    int at = 0;
    do {
      CliOption option = at < letters.length() ? CliOption.byShortName(letters.charAt(at)) : null;
      if (option == null) {
        throw new ParameterException(ParameterError.OPTION_UNKNOWN);
      }
      boolean first = at == 0;
      at++;
      if (!option.kind().takesArgument()) {
        act(option, null, !option.documentedAsNo(), first, levels);
      } else if (at < letters.length()) {
        act(option, letters.substring(at), true, first, levels);
        return false;
      } else {
        if (option == CliOption.HELP) {
          showHelp(next);
        }
        require(next);
        act(option, next, true, first, levels);
        return true;
      }
    } while (at < letters.length());
    return false;
  }

  private void showHelp(String subject) throws ParameterException {
    help.accept(subject == null || subject.isEmpty() ? null : subject);
    throw new ParameterException(ParameterError.HELP_REQUESTED);
  }

  private static void require(String value) throws ParameterException {
    if (value == null) {
      throw new ParameterException(ParameterError.REQUIRES_PARAMETER);
    }
  }

  private void act(CliOption option, String value, boolean on, boolean first, int levels)
      throws ParameterException {
    if (option.topic() == CliOption.Topic.DEPRECATED) {
      messages.warn("--" + option.longName() + " is deprecated and has no function anymore");
      return;
    }
    if (option.topic() == CliOption.Topic.ABSENT
        || option.library() != null && !context.library().actsOn(option.library())) {
      throw new ParameterException(ParameterError.LIBCURL_DOESNT_SUPPORT);
    }
    if (value != null && startsWithGeneralPunctuation(value)) {
      messages.warn(
          "The argument '"
              + value
              + "' starts with a Unicode character. Maybe ASCII was intended?");
    }
    if (option.kind() == CliOption.Kind.FILE && value.length() > 1 && value.charAt(0) == '-') {
      messages.warn("The filename argument '" + value + "' looks like a flag.");
    }
    switch (option) {
      case HELP -> showHelp(value);
      case NEXT -> next();
      case CONFIG -> configFile.read(value, levels);
      case VERBOSE -> tool.verbose(on, first);
      default ->
          handlers[option.topic().ordinal()].apply(option, value, on, context.global().current());
    }
  }

  /** Quotes and dashes pasted from a text processor. */
  private static boolean startsWithGeneralPunctuation(String value) {
    return !value.isEmpty() && value.charAt(0) >= '\u2000' && value.charAt(0) <= '\u203F';
  }

  private void next() throws ParameterException {
    OperationConfig config = context.global().current();
    if (!config.hasFirstUrl()) {
      messages.error("missing URL before --next");
      throw new ParameterException(ParameterError.BAD_USE);
    }
    context.global().next();
  }

  /** Whether a command line asks first of all not to read the default file. */
  public static boolean disablesDefaultFile(String[] args) {
    return args.length > 0 && (args[0].startsWith("-q") || args[0].equals("--disable"));
  }

  /** Whether any URL was given. */
  public boolean hasUrl() {
    for (UrlNode node : context.global().operations().get(0).urls) {
      if (node.has(UrlNode.Slot.URL)) {
        return true;
      }
    }
    return false;
  }
}
