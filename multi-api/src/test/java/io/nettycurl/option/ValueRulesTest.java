package io.nettycurl.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueRulesTest {
  @Test
  @SuppressWarnings("unchecked")
  void numbersAreRefusedWhereLibcurlRefusesThem() {
    List<String> wrong = new ArrayList<>();
    List<String[]> rows = Tables.read("/option/setopt.txt");
    assertTrue(rows.size() > 100);
    for (String[] row : rows) {
      EasyOption<Long> option = (EasyOption<Long>) EasyOption.byName(row[0]);
      for (String cell : Arrays.asList(row).subList(1, row.length)) {
        String[] sides = cell.split("=");
        CurlCode code = option.check(Long.parseLong(sides[0]));
        if (code.number() != Integer.parseInt(sides[1])) {
          wrong.add(row[0] + " " + cell + ", got " + code);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void nullPassesEveryRule() {
    for (EasyOption<?> option : EasyOption.all()) {
      assertEquals(CurlCode.OK, option.check(null), option.name());
      assertNull(option.adjust(null), option.name());
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void defaultsPassTheirOwnRules() {
    for (EasyOption<?> option : EasyOption.all()) {
      if (option.defaultValue() instanceof Long number && option != CurlOpt.ALTSVC_CTRL) {
        EasyOption<Long> same = (EasyOption<Long>) option;
        assertEquals(CurlCode.OK, same.check(number), option.name());
        assertEquals(number, same.adjust(number), option.name());
      }
    }
  }

  @Test
  void limitsAreAppliedWithoutAWord() {
    assertEquals(1024, CurlOpt.BUFFERSIZE.adjust(0L));
    assertEquals(10_485_760, CurlOpt.BUFFERSIZE.adjust(1L << 40));
    assertEquals(20_000, CurlOpt.BUFFERSIZE.adjust(20_000L));
    assertEquals(16_384, CurlOpt.UPLOAD_BUFFERSIZE.adjust(1L));
    assertEquals(2_097_152, CurlOpt.UPLOAD_BUFFERSIZE.adjust(1L << 30));
    assertEquals(32_767, CurlOpt.MAXREDIRS.adjust(40_000L));
    assertEquals(65_535, CurlOpt.EXPECT_100_TIMEOUT_MS.adjust(70_000L));
    assertEquals(65_535, CurlOpt.LOW_SPEED_TIME.adjust(70_000L));
    assertEquals(5, CurlOpt.MAXCONNECTS.adjust(0L));
    assertEquals(Integer.MAX_VALUE, CurlOpt.MAXCONNECTS.adjust(1L << 40));
    assertEquals(300_000, CurlOpt.CONNECTTIMEOUT_MS.adjust(0L));
    assertEquals(60_000, CurlOpt.SERVER_RESPONSE_TIMEOUT_MS.adjust(0L));
    assertEquals(60_000, CurlOpt.ACCEPTTIMEOUT_MS.adjust(0L));
  }

  @Test
  void oldDigestIsDigest() {
    long old = CurlSymbols.CURLAUTH_DIGEST_IE | CurlSymbols.CURLAUTH_BASIC;
    long now = CurlSymbols.CURLAUTH_DIGEST | CurlSymbols.CURLAUTH_BASIC;
    assertEquals(now, CurlOpt.HTTPAUTH.adjust(old));
    assertEquals(CurlCode.NOT_BUILT_IN, CurlOpt.HTTPAUTH.check(CurlSymbols.CURLAUTH_ONLY));
  }

  @Test
  void textHasALimitAndNoNul() {
    assertEquals(CurlCode.OK, CurlOpt.USERAGENT.check("a".repeat(8_000_000)));
    assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, CurlOpt.USERAGENT.check("a".repeat(8_000_001)));
    assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, CurlOpt.USERAGENT.check("é".repeat(4_000_001)));
    assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, CurlOpt.USERAGENT.check("a\0b"));
    assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, CurlOpt.URL.check("a".repeat(8_000_001)));
    assertEquals(CurlCode.OK, CurlOpt.POSTFIELDS.check(new byte[10_000_000]));
    assertEquals(
        CurlCode.BAD_FUNCTION_ARGUMENT, CurlOpt.HTTPHEADER.check(Arrays.asList("a", null)));
    assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, CurlOpt.QUOTE.check(List.of("NOOP\0")));
    assertEquals(CurlCode.OK, CurlOpt.QUOTE.check(List.of("NOOP")));
  }

  @Test
  void blobsAreNotEmpty() {
    assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, CurlOpt.CAINFO_BLOB.check(new byte[0]));
    assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, CurlOpt.CAINFO_BLOB.check(new byte[8_000_001]));
    assertEquals(CurlCode.OK, CurlOpt.CAINFO_BLOB.check(new byte[1]));
  }

  @Test
  void interfacesHaveANameBehindTheirPrefix() {
    for (String good : List.of("eth0", "if!eth0", "host!1.2.3.4", "ifhost!eth0!1.2.3.4", "!")) {
      assertEquals(CurlCode.OK, CurlOpt.INTERFACE.check(good), good);
    }
    for (String bad :
        List.of("", "if!", "host!", "ifhost!", "ifhost!eth0", "ifhost!eth0!", "a".repeat(513))) {
      assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, CurlOpt.INTERFACE.check(bad), bad);
    }
  }

  @Test
  void theRegistryKnowsTheCheckedOption() {
    assertEquals(CurlOpt.BUFFERSIZE, EasyOption.byName("buffersize"));
    assertEquals(CurlOpt.BUFFERSIZE, EasyOption.byId(98));
    assertEquals(CurlOpt.POSTREDIR, EasyOption.byName("POST301"));
    assertEquals(CurlOpt.POSTREDIR, CurlOpt.POST301);
  }
}
