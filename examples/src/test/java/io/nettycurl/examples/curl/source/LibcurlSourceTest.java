package io.nettycurl.examples.curl.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.form.FormPart;
import io.nettycurl.examples.curl.form.FormPart.Kind;
import io.nettycurl.option.CurlOpt;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibcurlSourceTest {
  private final LibcurlSource source = new LibcurlSource();

  private void has(String... lines) {
    String wanted = "  " + String.join("\n  ", lines) + "\n";
    assertTrue(source.text().contains(wanted), source::text);
  }

  @Test
  void theWholeProgram() {
    source.option(CurlOpt.URL, "http://x/");
    source.option(CurlOpt.MAXREDIRS, 50L);
    source.option(CurlOpt.QUOTE, List.of("NOOP", "PWD"));
    source.option(CurlOpt.POSTFIELDSIZE_LARGE, 3L);
    source.pointer("CURLOPT_WRITEFUNCTION", true);
    source.pointer("CURLOPT_STDERR", false);
    source.perform();
    String text = source.text();
    assertEquals(
        """
        {
          CURLcode result;
          CURL *curl;
          struct curl_slist *slist1;

          slist1 = NULL;
          slist1 = curl_slist_append(slist1, "NOOP");
          slist1 = curl_slist_append(slist1, "PWD");

          curl = curl_easy_init();
          curl_easy_setopt(curl, CURLOPT_URL, "http://x/");
          curl_easy_setopt(curl, CURLOPT_MAXREDIRS, 50L);
          curl_easy_setopt(curl, CURLOPT_QUOTE, slist1);
          curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)3);

          /* Here is a list of options the curl code used that cannot get generated
             as source easily. You may choose to either not use them or implement
             them yourself.

          CURLOPT_WRITEFUNCTION was set to a function pointer
          CURLOPT_STDERR was set to an object pointer

          */

          result = curl_easy_perform(curl);

          curl_easy_cleanup(curl);
          curl = NULL;
          curl_slist_free_all(slist1);
          slist1 = NULL;

          return (int)result;
        }
        /**** End of sample code ****/
        """,
        text.substring(text.indexOf("{\n")));
  }

  @Test
  void valuesHaveNames() {
    source.option(CurlOpt.SSLVERSION, CurlSymbols.CURL_SSLVERSION_TLSv1_2);
    source.option(
        CurlOpt.PROXY_SSLVERSION,
        CurlSymbols.CURL_SSLVERSION_TLSv1_2 | CurlSymbols.CURL_SSLVERSION_MAX_TLSv1_3);
    source.option(CurlOpt.USE_SSL, CurlSymbols.CURLUSESSL_ALL);
    source.option(CurlOpt.PROXYTYPE, CurlSymbols.CURLPROXY_SOCKS4A);
    has(
        "curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);",
        "curl_easy_setopt(curl, CURLOPT_PROXY_SSLVERSION,"
            + " (long)(CURL_SSLVERSION_TLSv1_2 | CURL_SSLVERSION_MAX_TLSv1_3));",
        "curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);",
        "curl_easy_setopt(curl, CURLOPT_PROXYTYPE, (long)CURLPROXY_SOCKS4A);");
  }

  @Test
  void bitsHaveALineEach() {
    long own = 1L << 30;
    source.option(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_BASIC | CurlSymbols.CURLAUTH_DIGEST | own);
    has(
        "curl_easy_setopt(curl, CURLOPT_HTTPAUTH, (long)CURLAUTH_BASIC |",
        "                                         (long)CURLAUTH_DIGEST |",
        "                                         1073741824UL);");
  }

  @Test
  void defaultsAreLeftOut() {
    String empty = source.text();
    source.option(CurlOpt.SSL_VERIFYPEER, 1L);
    source.option(CurlOpt.FTP_USE_EPSV, 0L);
    source.option(CurlOpt.MAXFILESIZE_LARGE, 0L);
    assertEquals(empty, source.text());
    source.option(CurlOpt.SSL_VERIFYPEER, 0L);
    has("curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "61 62               | \"ab\"",
        "09 0d 0a 3f 22 5c   | \"\\t\\r\\n\\?\\\"\\\\\"",
        "01 67               | \"\\x01g\"",
        "01 66               | \"\\001f\"",
        "00                  | \"\\x00\"",
        "c3 a4               | \"\\xc3\\xa4\"",
      })
  void bytesBecomeStrings(String hex, String expected) {
    String[] digits = hex.trim().split(" ");
    byte[] bytes = new byte[digits.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(digits[i], 16);
    }
    assertEquals(expected, CText.quoted(bytes));
  }

  @Test
  void longStringsAreCut() {
    String text = CText.quoted("x".repeat(3000).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertEquals("\"" + "x".repeat(2000) + "...\"", text);
  }

  @Test
  void formsAreBuilt() {
    FormPart form = new FormPart(null, Kind.MULTIPART);
    FormPart field = new FormPart(form, Kind.DATA);
    field.name = "a";
    field.text = "b";
    FormPart file = new FormPart(form, Kind.FILE_DATA);
    file.text = "name";
    file.headers.add("X: y");
    new FormPart(form, Kind.STDIN).name = "in";
    source.form(CurlOpt.MIMEPOST, form);
    has(
        "mime1 = curl_mime_init(curl);",
        "part1 = curl_mime_addpart(mime1);",
        "curl_mime_data(part1, \"b\", CURL_ZERO_TERMINATED);",
        "curl_mime_name(part1, \"a\");",
        "part1 = curl_mime_addpart(mime1);",
        "curl_mime_filedata(part1, \"name\");",
        "curl_mime_filename(part1, NULL);",
        "curl_mime_headers(part1, slist1, 1);",
        "slist1 = NULL;",
        "part1 = curl_mime_addpart(mime1);",
        "curl_mime_data_cb(part1, -1, (curl_read_callback)fread, \\",
        "                  (curl_seek_callback)fseek, NULL, stdin);",
        "curl_mime_filename(part1, \"-\");",
        "curl_mime_name(part1, \"in\");",
        "curl_easy_setopt(curl, CURLOPT_MIMEPOST, mime1);");
  }
}
