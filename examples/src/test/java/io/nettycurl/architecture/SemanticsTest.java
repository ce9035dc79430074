package io.nettycurl.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule names the tests that hold it, and those exist: {@code docs/semantics.md}. */
class SemanticsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("api.folder")).getParent().getParent();
  private static final Pattern RULE =
      Pattern.compile("\\| ([A-Z]\\d+|\\d+(?: \\d+)*) \\| [^|]+ \\| (.+) \\|");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  /** How many rules of each kind there are. */
  private static final Map<String, Integer> RULES =
      new TreeMap<>(
          Map.of(
              "M", 20, "C", 8, "W", 9, "E", 10, "P", 19, "S", 6, "B", 23, "U", 6, "H", 12, "D", 3));

  /** How many of the cases of curl's suite are programs on libcurl; the table is their list. */
  private static final int CASES = 193;

  private final Map<String, String> rows = new HashMap<>();

  SemanticsTest() throws IOException {
    for (String line : Files.readAllLines(ROOT.resolve("docs/semantics.md"))) {
      Matcher row = RULE.matcher(line);
      if (row.matches()) {
        for (String key : row.group(1).split(" ")) {
          assertEquals(null, rows.put(key, row.group(2)), "twice: " + key);
        }
      }
    }
  }

  @Test
  void everyRuleIsThere() {
    List<String> missing = new ArrayList<>();
    RULES.forEach(
        (kind, count) -> {
          for (int i = 1; i <= count; i++) {
            if (!rows.containsKey(kind + i)) {
              missing.add(kind + i);
            }
          }
        });
    assertEquals(List.of(), missing);
    long rules = rows.keySet().stream().filter(key -> Character.isLetter(key.charAt(0))).count();
    assertEquals(RULES.values().stream().mapToInt(Integer::intValue).sum(), rules);
  }

  @Test
  void everyCaseIsThere() {
    long cases = rows.keySet().stream().filter(key -> Character.isDigit(key.charAt(0))).count();
    assertEquals(CASES, cases);
  }

  @Test
  void everyRowHasATestOrAReason() {
    rows.forEach(
        (key, row) ->
            assertTrue(NAMED.matcher(row).find() || row.matches("— \\S.{10,}"), key + ": " + row));
  }

  @Test
  void everyTestNamedExists() throws IOException {
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      files
          .filter(file -> file.toString().replace('\\', '/').contains("/src/test/java/"))
          .filter(file -> file.getFileName().toString().endsWith("Test.java"))
          .forEach(file -> sources.merge(name(file), read(file), String::concat));
    }
    List<String> missing = new ArrayList<>();
    for (String row : rows.values()) {
      Matcher named = NAMED.matcher(row);
      while (named.find()) {
        if (!isTest(sources.getOrDefault(named.group(1), ""), named.group(2))) {
          missing.add(named.group());
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  private static boolean isTest(String source, String method) {
    return Pattern.compile(
            "@(Parameterized)?Test\\b[^;{}]*(\\{[^;{}]*\\}[^;{}]*)*void " + method + "\\(")
        .matcher(source)
        .find();
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
