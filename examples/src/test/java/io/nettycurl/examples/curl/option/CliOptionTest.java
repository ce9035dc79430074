package io.nettycurl.examples.curl.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.examples.curl.TestConsole;
import io.nettycurl.examples.curl.option.CliOption.Topic;
import io.nettycurl.option.EasyOption;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CliOptionTest {
  @ParameterizedTest
  @EnumSource
  void everyRowIsFoundByItsNames(CliOption option) {
    assertSame(option, CliOption.byLongName(option.longName()));
    if (option.shortName() != ' ') {
      assertSame(option, CliOption.byShortName(option.shortName()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRowNamesAnOptionTheLibraryKnows(CliOption option) {
    if (option.library() != null) {
      assertNotNull(EasyOption.byName(option.library()), option.library());
    }
  }

  /** An argument that every option of its kind can take. */
  private static String argument(CliOption option) {
    return switch (option) {
      case CONFIG -> "/dev/null";
      case CACERT, PROXY_CACERT, CRLFILE, PROXY_CRLFILE, NETRC_FILE -> "/dev/null";
      case FORM, FORM_STRING -> "a=b";
      case TLS_MAX -> "1.3";
      case PROTO, PROTO_REDIR, PROTO_DEFAULT -> "http";
      case CONTINUE_AT, LIMIT_RATE, MAX_FILESIZE, MAX_REDIRS, LOCAL_PORT, RATE, IP_TOS -> "1";
      case CREATE_FILE_MODE -> "644";
      case TIME_COND -> "1 Jan 2020";
      case STDERR -> "-";
      default ->
          option.kind() == CliOption.Kind.NUMBER || option.kind() == CliOption.Kind.SECONDS
              ? "1"
              : "v=x";
    };
  }

  @ParameterizedTest
  @EnumSource
  void everyRowIsActedOnByItsHandler(CliOption option) {
    TestConsole test = new TestConsole("a=b");
    ParameterError error =
        option.kind().takesArgument()
            ? test.parse("http://x/", "--" + option.longName(), argument(option))
            : test.parse("http://x/", "--" + option.longName());
    if (option.topic() == Topic.ABSENT) {
      assertEquals(ParameterError.LIBCURL_DOESNT_SUPPORT, error);
    } else {
      assertNotEquals(ParameterError.OPTION_UNKNOWN, error, test::err);
      assertTrue(error == null || error.isRequest(), test::err);
    }
  }

  @Test
  void helpKnowsEveryOptionThatCanBeUsed() throws Exception {
    Set<String> described = new HashSet<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                CliOption.class.getResourceAsStream("/io/nettycurl/examples/curl/help/options.txt"),
                StandardCharsets.US_ASCII))) {
      reader
          .lines()
          .forEach(
              line -> {
                String[] fields = line.split("\t");
                assertEquals(3, fields.length, line);
                String name = fields[0].replaceAll(".*--([A-Za-z0-9.-]+).*", "$1");
                described.add(name);
                CliOption option = option(name);
                assertNotNull(option, name);
                boolean letter = option.shortName() != ' ';
                assertEquals(letter, fields[0].startsWith("-"), name);
                assertEquals(option.kind().takesArgument(), fields[0].contains("<"), name);
                assertFalse(fields[1].isEmpty(), name);
              });
    }
    for (CliOption option : CliOption.values()) {
      boolean hidden =
          option.topic() == Topic.ABSENT
              || option.topic() == Topic.DEPRECATED
              || UNDOCUMENTED.contains(option);
      String name = (option.documentedAsNo() ? "no-" : "") + option.longName();
      assertEquals(!hidden, described.contains(name), name);
    }
    assertNull(CliOption.byShortName('~'));
  }

  private static CliOption option(String name) {
    CliOption option = CliOption.byLongName(name);
    return option == null && name.startsWith("no-")
        ? CliOption.byLongName(name.substring("no-".length()))
        : option;
  }

  /** Old names, and the counterparts of the documented ones. */
  private static final Set<CliOption> UNDOCUMENTED =
      Set.of(
          CliOption.EPRT,
          CliOption.EPSV,
          CliOption.FTP_SSL,
          CliOption.FTP_SSL_REQD,
          CliOption.INCLUDE);
}
