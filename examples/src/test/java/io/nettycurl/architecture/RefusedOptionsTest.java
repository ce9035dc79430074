package io.nettycurl.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.option.EasyOption;
import io.nettycurl.spi.DerivedOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * An option that nothing acts on is refused, never swallowed; which those are stands in docs/api,
 * so that the list can only shrink unseen.
 */
class RefusedOptionsTest {
  private static final Path FILE =
      Path.of(System.getProperty("api.folder")).resolve("refused-options.txt");

  @Test
  void areAsWrittenDown() throws IOException {
    TreeSet<String> refused = new TreeSet<>();
    try (CurlEasy easy = CurlEasy.init()) {
      for (EasyOption<?> option : EasyOption.all()) {
        boolean derived =
            option == DerivedOptions.COOKIEFILES || option == DerivedOptions.HSTSFILES;
        if (easy.setopt(option, null) == CurlCode.NOT_BUILT_IN && !derived) {
          refused.add(option.toString());
        }
      }
    }
    String text = String.join("\n", refused) + "\n";
    if (Boolean.getBoolean("api.update")) {
      Files.writeString(FILE, text);
    }
    assertEquals(
        Files.readString(FILE), text, "if that is meant: mvn verify -Dapi.update=true, and commit");
  }
}
