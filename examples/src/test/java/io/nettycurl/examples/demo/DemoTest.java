package io.nettycurl.examples.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DemoTest {
  @Test
  void everyFileArrivesAsItWasSent() throws Exception {
    assertTrue(Demo.served(60));
  }

  @Test
  void filesAreTheSameEveryTime() {
    DemoFiles files = new DemoFiles(10);
    assertArrayEquals(files.serve(3), new DemoFiles(10).serve(3));
    assertEquals(DemoFiles.size(3), files.serve(3).length);
    assertEquals(DemoFiles.hex(DemoFiles.sha256().digest(files.serve(3))), files.servedHash(3));
    assertNull(files.servedHash(4));
  }

  @Test
  void sizesAreMixed() {
    int smallest = Integer.MAX_VALUE;
    int largest = 0;
    for (int i = 0; i < 3000; i++) {
      smallest = Math.min(smallest, DemoFiles.size(i));
      largest = Math.max(largest, DemoFiles.size(i));
    }
    assertTrue(smallest >= 1024 && smallest < 1100, () -> "smallest");
    assertTrue(largest > 900_000 && largest <= 1_048_576, () -> "largest");
  }

  @Test
  void onlyFilesThatExistHaveANumber() {
    DemoFiles files = new DemoFiles(10);
    assertEquals(7, files.number("/a/file-7.bin"));
    assertEquals(-1, files.number("/file-10.bin"));
    assertEquals(-1, files.number("/file-x.bin"));
    assertEquals(-1, files.number("/other"));
  }
}
