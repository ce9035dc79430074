package io.nettycurl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ManyHandlesTest {
  @RegisterExtension static final Nginx NGINX = new Nginx();

  private static final Pattern CONNECTIONS = Pattern.compile("connections (\\d+)");
  private static final int HANDLES = 10_000;
  private static final int LIMIT = 1000;
  private static final int LIMIT_SECONDS = 300;

  /** In a JVM of its own, as it is about what one thread and so much memory can do. */
  @Test
  void tenThousandAtOnceOnAThousandConnectionsInHalfAGigabyte(@TempDir Path folder)
      throws IOException, InterruptedException {
    int length = NGINX.file("small", 1024).length;
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                    ManyHandles.class.getName(),
                    NGINX.http("/small"),
                    Integer.toString(length),
                    Integer.toString(HANDLES),
                    Integer.toString(LIMIT)))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly().waitFor();

    String said = Files.readString(output);
    assertTrue(ended, () -> "not done after " + LIMIT_SECONDS + " s: " + said);
    assertEquals(0, process.exitValue(), said);
    Matcher connections = CONNECTIONS.matcher(said);
    assertTrue(connections.find(), said);
    assertTrue(Integer.parseInt(connections.group(1)) <= LIMIT, said);
  }
}
