package io.nettycurl.examples.curl.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.examples.curl.TestConsole;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.form.FormPart.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormParserTest {
  @TempDir Path directory;
  private TestConsole test = new TestConsole("input");
  private final OperationConfig config = new OperationConfig();

  private boolean parse(String input) {
    return new FormParser(test.messages, test.console).parse(input, false, config);
  }

  private FormPart last() {
    List<FormPart> parts = config.form.parts;
    return parts.get(parts.size() - 1);
  }

  private static String describe(FormPart part) {
    return part.kind
        + "|"
        + part.name
        + "|"
        + part.text
        + "|"
        + part.fileName
        + "|"
        + part.type
        + "|"
        + part.encoder;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a=b ~ DATA|a|b|null|null|null",
        "=b ~ DATA|null|b|null|null|null",
        "a=b;c ~ DATA|a|b|null|null|null",
        "a=\"b;c\" ~ DATA|a|b;c|null|null|null",
        "a=\"b\\\"c\\\\d\\e\" ~ DATA|a|b\"c\\d\\e|null|null|null",
        "a=\"b ~ DATA|a|\"b|null|null|null",
        "a=b;type=text/x ~ DATA|a|b|null|text/x|null",
        "a=b; type=text/x; charset=u ~ DATA|a|b|null|text/x; charset=u|null",
        "a=b;type=text/x; q=1 ; r=2;filename=f ~ DATA|a|b|f|text/x; q=1 ; r=2|null",
        "a=b ;filename=\"x;y\";encoder=base64 ~ DATA|a|b|x;y|null|base64",
        "a=@f ~ FILE|a|f|null|null|null",
        "a=@\"f,g\";filename=h ~ FILE|a|f,g|h|null|null",
        "a=@f;type=image/png;encoder=8bit ~ FILE|a|f|null|image/png|8bit",
        "a=<f;type=t/u ~ FILE_DATA|a|f|null|t/u|null",
        "a=@- ~ STDIN|a|-|null|null|null",
        "a=<- ~ STDIN_DATA|a|-|null|null|null",
      })
  void fields(String input, String expected) {
    assertTrue(parse(input), test::err);
    assertEquals(expected, describe(last()));
  }

  @Test
  void literalFieldsHaveNoAttributes() {
    assertTrue(new FormParser(test.messages, test.console).parse("a=@b;type=c", true, config));
    assertEquals("DATA|a|@b;type=c|null|null|null", describe(last()));
  }

  @Test
  void standardInputIsKept() {
    parse("a=<-");
    assertEquals("input", new String(last().bytes, java.nio.charset.StandardCharsets.US_ASCII));
  }

  @Test
  void severalFilesAreAMultipart() {
    assertTrue(parse("a=@f;type=x/y,\"g,h\";filename=i,j"));
    FormPart group = last();
    assertEquals(Kind.MULTIPART, group.kind);
    assertEquals("a", group.name);
    assertEquals(
        List.of(
            "FILE|null|f|null|x/y|null", "FILE|null|g,h|i|null|null", "FILE|null|j|null|null|null"),
        group.parts.stream().map(FormParserTest::describe).toList());
  }

  @Test
  void multipartsNest() {
    assertTrue(parse("m=(;type=multipart/mixed;headers=\"X: y\""));
    assertTrue(parse("a=b"));
    assertTrue(parse("=("));
    assertTrue(parse("c=d"));
    assertTrue(parse("=)"));
    assertTrue(parse("=)"));
    assertTrue(parse("e=f"));
    FormPart outer = config.form.parts.get(0);
    assertEquals("MULTIPART|m|null|null|multipart/mixed|null", describe(outer));
    assertEquals(List.of("X: y"), outer.headers);
    assertEquals("a", outer.parts.get(0).name);
    assertEquals("c", outer.parts.get(1).parts.get(0).name);
    assertEquals("e", config.form.parts.get(1).name);
    assertFalse(parse("=)"));
    assertEquals("Warning: no multipart to terminate\n", test.err());
  }

  @Test
  void headersComeFromFiles() throws Exception {
    Path file = Files.writeString(directory.resolve("h"), "# no\nA: b\r\n folded\nC: d  \n\n");
    assertTrue(parse("a=b;headers=@" + file + ";headers=E: f"));
    assertEquals(List.of("A: b folded", "C: d", "E: f"), last().headers);
  }

  @Test
  void whatIsOddIsWarnedAbout() {
    assertFalse(parse("a"));
    assertEquals("Warning: Illegally formatted input field\n", test.err());
    test = new TestConsole();
    assertTrue(parse("a=b;foo=c"));
    assertEquals("Warning: skip unknown form field: foo=c\n", test.err());
    test = new TestConsole();
    assertTrue(parse("a=\"b\" c"));
    assertEquals("Warning: Trailing data after quoted form parameter\n", test.err());
    test = new TestConsole();
    assertTrue(parse("a=(;filename=x"));
    assertEquals("Warning: Field filename not allowed here: x\n", test.err());
  }
}
