package io.nettycurl.examples.curl;

import io.nettycurl.examples.curl.config.GlobalConfig;
import io.nettycurl.examples.curl.config.Variables;
import io.nettycurl.examples.curl.console.ByteStrings;
import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.examples.curl.console.Terminal;
import io.nettycurl.examples.curl.option.Library;
import io.nettycurl.examples.curl.option.OptionContext;
import io.nettycurl.examples.curl.option.OptionParser;
import io.nettycurl.examples.curl.option.ParameterError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Streams in memory, and a parser on them with a library of the test's own. */
public final class TestConsole {
  private static final int WIDE = 4000;

  public final ByteArrayOutputStream out = new ByteArrayOutputStream();
  public final ByteArrayOutputStream err = new ByteArrayOutputStream();
  public final Console console;
  public final Messages messages;
  public final GlobalConfig global = new GlobalConfig();
  public final List<String> helpAsked = new ArrayList<>();
  private final OptionParser parser;

  public TestConsole() {
    this("");
  }

  public TestConsole(String input) {
    this(input, Set.of());
  }

  /** With a library that lacks options or features. */
  public TestConsole(String input, Set<String> missing) {
    console =
        new Console(
            new ByteArrayInputStream(ByteStrings.encode(input)), out, err, Terminal.none(WIDE));
    messages = new Messages(console);
    OptionContext context =
        new OptionContext(global, console, messages, new Fake(missing), new Variables());
    parser = new OptionParser(context, subject -> helpAsked.add(String.valueOf(subject)));
  }

  private record Fake(Set<String> missing) implements Library {
    @Override
    public boolean actsOn(String option) {
      return !missing.contains(option);
    }

    @Override
    public boolean hasFeature(String name) {
      return !missing.contains(name);
    }

    @Override
    public List<String> protocols() {
      return List.of("file", "ftp", "ftps", "http", "https");
    }
  }

  /** Reads a command line. */
  public ParameterError parse(String... args) {
    return parser.parse(args);
  }

  public OptionParser parser() {
    return parser;
  }

  public String out() {
    return ByteStrings.decode(out.toByteArray());
  }

  public String err() {
    return ByteStrings.decode(err.toByteArray());
  }
}
