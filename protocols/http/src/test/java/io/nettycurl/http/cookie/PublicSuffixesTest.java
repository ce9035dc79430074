package io.nettycurl.http.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of public suffixes and what follows from it. */
class PublicSuffixesTest {
  private static PublicSuffixes of(String list) throws IOException {
    return PublicSuffixes.read(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void rulesExceptionsAndWildcards() throws IOException {
    PublicSuffixes list =
        of("// comment\ncom\nCo.UK and more\n*.ck\n!www.ck\n\n*.x.example\n\u516c\u53f8.cn\n");
    assertTrue(list.isPublicSuffix("com"));
    assertTrue(list.isPublicSuffix("unheardof"));
    assertTrue(list.isPublicSuffix("co.uk"));
    assertFalse(list.isPublicSuffix("uk.co"));
    assertTrue(list.isPublicSuffix("any.ck"));
    assertFalse(list.isPublicSuffix("a.any.ck"));
    assertFalse(list.isPublicSuffix("www.ck"));
    assertTrue(list.isPublicSuffix("x.example"));
    assertTrue(list.isPublicSuffix("y.x.example"));
    assertTrue(list.isPublicSuffix("xn--55qx5d.cn"));
    assertFalse(list.isPublicSuffix("xn--55qx5e.cn"));
  }

  /** Comes from the list that is used. */
  @ParameterizedTest
  @CsvSource({
    "www.example.com, example.com, true",
    "example.com, example.com, true",
    "example.com, com, false",
    "example.co.uk, co.uk, false",
    "a.example.co.uk, example.co.uk, true",
    "a.github.io, github.io, false",
    "z-1.compute-1.amazonaws.com, z-1.compute-1.amazonaws.com, true",
    "b.z-1.compute-1.amazonaws.com, z-1.compute-1.amazonaws.com, false",
    "bexample.com, example.com, false",
    "localhost, localhost, true",
    "www.city.kawasaki.jp, city.kawasaki.jp, true",
    "www.x.kawasaki.jp, x.kawasaki.jp, false"
  })
  void whoMaySetForWhat(String host, String domain, boolean may) {
    assertEquals(may, PublicSuffixes.installed().mayCover(host, domain));
    assertTrue(PublicSuffixes.isLoaded());
  }
}
