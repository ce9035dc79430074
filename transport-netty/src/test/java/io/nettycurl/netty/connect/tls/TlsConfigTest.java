package io.nettycurl.netty.connect.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.nettycurl.CurlSymbols;
import io.nettycurl.option.EasyOption;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.TlsOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsConfigTest {
  @TempDir Path dir;

  private static TlsConfig origin(OptionValues options) {
    return TlsConfig.from(options, TlsOptionSet.ORIGIN);
  }

  @Test
  void nothingSetIsTheDefault() {
    assertSame(TlsConfig.DEFAULT, origin(new OptionValues()));
    assertSame(TlsConfig.DEFAULT, TlsConfig.from(new OptionValues(), TlsOptionSet.PROXY));
  }

  @Test
  @SuppressWarnings("unchecked")
  void everyOptionMakesADifference() throws IOException {
    Path file = Files.writeString(dir.resolve("some.pem"), "some");
    Path other = Files.writeString(dir.resolve("other.pem"), "other");
    List<TlsConfig> seen = new ArrayList<>();
    for (TlsOptionSet set : List.of(TlsOptionSet.ORIGIN, TlsOptionSet.PROXY)) {
      seen.clear();
      for (EasyOption<?> option : set.all()) {
        OptionValues options = new OptionValues();
        // what is about a certificate or key says nothing without one
        options.set(set.cert(), file.toString());
        options.set(set.key(), file.toString());
        if (option == set.cert() || option == set.key()) {
          options.set((EasyOption<String>) option, other.toString());
        } else if (option == set.verifyPeer() || option == set.verifyHost()) {
          options.set((EasyOption<Long>) option, 0L);
        } else if (option == set.verifyStatus()) {
          options.set((EasyOption<Long>) option, 1L);
        } else if (option == set.version()) {
          options.set((EasyOption<Long>) option, CurlSymbols.CURL_SSLVERSION_TLSv1_3);
        } else if (option == set.flags()) {
          options.set((EasyOption<Long>) option, CurlSymbols.CURLSSLOPT_NO_PARTIALCHAIN);
        } else if (option.valueType() == byte[].class) {
          byte[] blob = (option.name() + "!").getBytes(StandardCharsets.UTF_8);
          options.set((EasyOption<byte[]>) option, blob);
        } else {
          options.set((EasyOption<String>) option, option.name());
        }
        TlsConfig config = TlsConfig.from(options, set);
        assertFalse(seen.contains(config), option + " makes no difference");
        assertNotEquals(TlsConfig.DEFAULT, config);
        assertEquals(config, TlsConfig.from(options, set));
        assertEquals(config.hashCode(), TlsConfig.from(options, set).hashCode());
        seen.add(config);
      }
    }
  }

  @Test
  void filesAreComparedByContent() throws IOException {
    Path one = Files.writeString(dir.resolve("one.pem"), "content");
    Path two = Files.writeString(dir.resolve("two.pem"), "content");
    OptionValues options = new OptionValues();
    options.set(TlsOptions.CAINFO, one.toString());
    TlsConfig first = origin(options);
    options.set(TlsOptions.CAINFO, two.toString());
    assertEquals(first, origin(options));
    Files.writeString(two, "c0ntent");
    Files.setLastModifiedTime(two, FileTime.fromMillis(1_000_000_000_000L));
    assertNotEquals(first, origin(options));
    Files.delete(two);
    assertNotEquals(first, origin(options));
  }

  @Test
  void aBlobIsWhatTheSameFileWouldBe() throws IOException {
    Path file = Files.writeString(dir.resolve("c.pem"), "content");
    OptionValues options = new OptionValues();
    options.set(TlsOptions.SSLCERT, file.toString());
    TlsConfig first = origin(options);
    options.set(TlsOptions.SSLCERT, null);
    options.set(TlsOptions.SSLCERT_BLOB, "content".getBytes(StandardCharsets.UTF_8));
    assertEquals(first, origin(options));
  }

  @Test
  void sessionCacheSwitchCounts() {
    OptionValues options = new OptionValues();
    options.set(TlsOptions.SSL_SESSIONID_CACHE, 0L);
    assertNotEquals(TlsConfig.DEFAULT, origin(options));
  }

  @Test
  void neverShowsThePassword() {
    OptionValues options = new OptionValues();
    options.set(TlsOptions.SSLCERT, "cert.pem");
    options.set(TlsOptions.KEYPASSWD, "geheim");
    assertFalse(origin(options).toString().contains("geheim"));
  }

  @Test
  void versions() {
    OptionValues options = new OptionValues();
    options.set(
        TlsOptions.SSLVERSION,
        CurlSymbols.CURL_SSLVERSION_TLSv1 | CurlSymbols.CURL_SSLVERSION_MAX_TLSv1_2);
    assertEquals(
        new TlsConfig.Limits(
            CurlSymbols.CURL_SSLVERSION_TLSv1_0,
            CurlSymbols.CURL_SSLVERSION_TLSv1_2,
            null,
            null,
            null,
            null),
        origin(options).limits());
  }
}
