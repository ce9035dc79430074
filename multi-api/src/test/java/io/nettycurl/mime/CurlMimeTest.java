package io.nettycurl.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurlMimeTest {
  @TempDir Path folder;

  @Test
  void boundariesHaveLibcurlsShapeAndDiffer() {
    String boundary = CurlMime.init().boundary();
    assertTrue(boundary.matches("-{24}[0-9A-Za-z]{22}"), boundary);
    assertNotEquals(boundary, CurlMime.init().boundary());
  }

  @Test
  void badContentIsRefused() {
    CurlMime mime = CurlMime.init();
    CurlMimePart part = mime.addPart();
    assertEquals(CurlCode.READ_ERROR, part.filedata(folder.resolve("none").toString()));
    assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, part.encoder("rot13"));
    assertEquals(CurlCode.OK, part.encoder(null));
  }

  @Test
  void partsCanBelongToOnePartOnly() {
    CurlMime mime = CurlMime.init();
    CurlMimePart part = mime.addPart();
    assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, part.subparts(mime), "its own root");
    CurlMime inner = CurlMime.init();
    assertEquals(CurlCode.OK, part.subparts(inner));
    assertEquals(CurlCode.OK, part.subparts(inner), "the same again");
    assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, mime.addPart().subparts(inner));
    assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, inner.addPart().subparts(mime), "a ring");
    assertTrue(inner.isSubparts());
    assertFalse(mime.isSubparts());
  }

  @Test
  void aFileGivesThePartItsName() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "x");
    CurlMimePart part = CurlMime.init().addPart();
    assertEquals(CurlCode.OK, part.filedata(file.toString()));
    assertEquals("a.txt", part.filename());
    part.filename(null);
    assertNull(part.filename());
  }

  @Test
  void callbacksAreToldWhenTheyAreNoLongerNeeded() {
    AtomicInteger freed = new AtomicInteger();
    CurlMime mime = CurlMime.init();
    CurlMimePart part = mime.addPart();
    ScriptedRead read = new ScriptedRead(new byte[0], 1);
    part.dataCallback(0, read, null, freed::incrementAndGet, null);
    part.data("other content");
    assertEquals(1, freed.get());
    CurlMime inner = CurlMime.init();
    inner.addPart().dataCallback(0, read, null, freed::incrementAndGet, null);
    part.subparts(inner);
    mime.close();
    assertEquals(2, freed.get());
    mime.close();
    assertEquals(2, freed.get());
  }

  @Test
  void aClosedChildLeavesItsParentEmpty() {
    CurlMime mime = CurlMime.init();
    CurlMime inner = CurlMime.init();
    mime.addPart().subparts(inner);
    inner.close();
    assertFalse(inner.isSubparts());
    assertEquals(PartContent.NONE, mime.parts().get(0).content());
  }

  @Test
  void aDuplicateHasTheSamePartsAndOtherBoundaries() {
    CurlMime mime = CurlMime.init();
    CurlMimePart part = mime.addPart();
    part.name("n");
    part.type("t/t");
    part.encoder("base64");
    CurlMime inner = CurlMime.init();
    inner.addPart().data("deep");
    part.subparts(inner);
    CurlMime copy = mime.duplicate();
    assertNotEquals(mime.boundary(), copy.boundary());
    CurlMimePart copied = copy.parts().get(0);
    assertEquals("n", copied.name());
    assertEquals("t/t", copied.type());
    assertEquals(MimeEncoder.BASE64, copied.encoder());
    CurlMime copiedInner = ((PartContent.Subparts) copied.content()).mime();
    assertTrue(copiedInner.isSubparts());
    assertNotEquals(inner.boundary(), copiedInner.boundary());
    mime.close();
    assertEquals(1, copiedInner.parts().size());
  }
}
