package io.nettycurl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.EasyInfo;
import io.nettycurl.info.MultiInfo;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.CurlShareOpt;
import io.nettycurl.option.EasyOption;
import io.nettycurl.option.MultiOption;
import io.nettycurl.option.OptionType;
import io.nettycurl.option.ShareOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Every symbol of libcurl's that is in scope has its constant, with the same number and type. */
class SymbolTableTest {
  private static final String OUT_OF_SCOPE = "out";

  private static List<String[]> rows(String table) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (var in = SymbolTableTest.class.getResourceAsStream("/libcurl/" + table + ".txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n")) {
        String[] row = line.split("\t");
        if (!line.startsWith("#") && !row[row.length - 1].equals(OUT_OF_SCOPE)) {
          rows.add(row);
        }
      }
    }
    assertTrue(rows.size() > 5, table);
    return rows;
  }

  private static Object constant(Class<?> holder, String name) {
    try {
      return holder.getField(name).get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(holder.getSimpleName() + " lacks " + name, e);
    }
  }

  private static void assertCode(
      Class<? extends Enum<?>> type, IntFunction<? extends Enum<?>> of, String name, int number) {
    Enum<?> code = of.apply(number);
    assertNotNull(code, type.getSimpleName() + " has no " + number + ", " + name);
    assertEquals(code, constant(type, name));
  }

  @Test
  void codes() throws IOException {
    for (String[] row : rows("codes")) {
      int number = Integer.parseInt(row[2]);
      String name = row[1].substring(row[1].indexOf('_') + 1);
      switch (row[0]) {
        case "CURLcode" -> assertCode(CurlCode.class, CurlCode::of, name, number);
        case "CURLMcode" -> assertCode(CurlMultiCode.class, CurlMultiCode::of, name, number);
        case "CURLSHcode" -> assertCode(CurlShareCode.class, CurlShareCode::of, name, number);
        case "CURLUcode" -> assertCode(CurlUrlCode.class, CurlUrlCode::of, name, number);
        case "CURLHcode" -> assertCode(CurlHeaderCode.class, CurlHeaderCode::of, name, number);
        case "CURLproxycode" -> assertCode(CurlProxyCode.class, CurlProxyCode::of, name, number);
        default -> assertEquals((long) number, constant(CurlSymbols.class, row[1]), row[1]);
      }
    }
  }

  @Test
  void easyOptions() throws IOException {
    for (String[] row : rows("easy-options")) {
      String name = row[0].substring("CURLOPT_".length());
      EasyOption<?> option = EasyOption.byName(name);
      assertNotNull(option, row[0]);
      assertEquals(Integer.parseInt(row[1]), option.number(), row[0]);
      assertEquals(option, constant(CurlOpt.class, name), row[0]);
      assertEquals(option, EasyOption.byId(option.number()), row[0]);
      if (option.type() == OptionType.OBJECT) {
        assertTrue(Set.of("OBJECT", "CBPTR").contains(row[3]), row[0]);
      } else {
        assertEquals(OptionType.valueOf(row[3]), option.type(), row[0]);
      }
    }
  }

  @Test
  void noOptionIsMadeUp() throws IOException {
    Set<String> known = new HashSet<>();
    rows("easy-options").forEach(row -> known.add(row[0].substring("CURLOPT_".length())));
    for (EasyOption<?> option : EasyOption.all()) {
      if (option.number() < 1000 || option.number() >= 10_000) {
        assertTrue(known.contains(option.name()), option.name());
      }
    }
  }

  private static final Map<String, Class<?>> INFO_TYPES =
      Map.of(
          "double", Double.class, "long", Long.class, "offset", Long.class, "string", String.class);

  @Test
  void easyInfos() throws IOException {
    for (String[] row : rows("easy-infos")) {
      String name = row[0].substring("CURLINFO_".length());
      EasyInfo<?> info = (EasyInfo<?>) constant(CurlInfo.class, name);
      assertEquals(Integer.parseInt(row[1]), info.number(), row[0]);
      assertTrue(EasyInfo.all().containsValue(info), row[0]);
      Class<?> type = INFO_TYPES.get(row[2]);
      if (type != null) {
        assertEquals(type, typeArgument(CurlInfo.class, name), row[0]);
      }
    }
  }

  private static Object typeArgument(Class<?> holder, String name) {
    try {
      Field field = holder.getField(name);
      return ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void multiOptions() throws IOException {
    for (String[] row : rows("multi-options")) {
      String name = row[0].substring("CURLMOPT_".length());
      MultiOption<?> option = (MultiOption<?>) constant(CurlMultiOpt.class, name);
      assertEquals(name, option.name());
      assertEquals(Integer.parseInt(row[1]), option.number(), row[0]);
      assertEquals(row[2].equals("long"), option.valueType() == Long.class, row[0]);
      assertTrue(MultiOption.all().contains(option), row[0]);
    }
  }

  @Test
  void multiInfos() throws IOException {
    for (String[] row : rows("multi-infos")) {
      MultiInfo info = MultiInfo.valueOf(row[0].substring("CURLMINFO_".length()));
      assertEquals(Integer.parseInt(row[1]), info.number(), row[0]);
    }
  }

  @Test
  void shareOptions() throws IOException {
    for (String[] row : rows("share-options")) {
      if (!row[2].equals("option")) {
        assertEquals(Long.parseLong(row[1]), constant(CurlSymbols.class, row[0]), row[0]);
      } else if (!row[0].equals("CURLSHOPT_NONE")) {
        String name = row[0].substring("CURLSHOPT_".length());
        ShareOption<?> option = (ShareOption<?>) constant(CurlShareOpt.class, name);
        assertEquals(name, option.name());
        assertEquals(Integer.parseInt(row[1]), option.number(), row[0]);
      }
    }
  }

  @Test
  void otherSymbols() throws IOException {
    for (String[] row : rows("other-enums")) {
      switch (row[0]) {
        case "LIBCURL_COPYRIGHT" -> {
          // The text of the C library's licence says nothing about this one.
        }
        case "LIBCURL_TIMESTAMP" -> assertEquals(row[1], CurlSymbols.LIBCURL_TIMESTAMP);
        case "LIBCURL_VERSION" -> assertEquals(row[1], CurlSymbols.LIBCURL_VERSION + "-DEV");
        default -> assertEquals(Long.decode(row[1]), constant(CurlSymbols.class, row[0]), row[0]);
      }
    }
  }
}
