package io.nettycurl.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OptionValuesTest {
  private static final long SEED = 42;

  @Test
  @SuppressWarnings("unchecked")
  void keepsEveryOptionApartWhateverTheOrder() {
    List<EasyOption<?>> options = new ArrayList<>(EasyOption.all());
    Random random = new Random(SEED);
    OptionValues values = new OptionValues();
    Map<EasyOption<?>, Object> expected = new HashMap<>();
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(options, random);
      for (EasyOption<?> option : options) {
        Object value = random.nextInt(3) == 0 ? null : "value " + random.nextInt();
        values.set((EasyOption<Object>) option, value);
        expected.put(option, value);
      }
      for (EasyOption<?> option : options) {
        Object value = expected.get(option);
        assertEquals(value != null, values.isSet(option), option.name());
        assertEquals(
            value == null ? option.defaultValue() : value,
            values.get((EasyOption<Object>) option),
            option.name());
      }
    }
  }

  @Test
  void aCopyIsIndependent() {
    OptionValues values = new OptionValues();
    values.set(CurlOpt.URL, "http://a/");
    OptionValues copy = new OptionValues();
    copy.set(CurlOpt.USERAGENT, "gone");
    copy.copyFrom(values);
    copy.set(CurlOpt.TIMEOUT_MS, 5L);
    values.set(CurlOpt.URL, "http://b/");
    assertEquals("http://a/", copy.get(CurlOpt.URL));
    assertFalse(copy.isSet(CurlOpt.USERAGENT));
    assertFalse(values.isSet(CurlOpt.TIMEOUT_MS));
    assertEquals(5, copy.number(CurlOpt.TIMEOUT_MS));
  }

  @Test
  void clearPutsDefaultsBack() {
    OptionValues values = new OptionValues();
    values.set(CurlOpt.NOPROGRESS, 0L);
    values.set(CurlOpt.URL, "http://a/");
    assertFalse(values.on(CurlOpt.NOPROGRESS));
    long version = values.version();
    values.clear();
    assertTrue(values.version() > version);
    assertEquals(CurlOpt.NOPROGRESS.defaultValue(), values.number(CurlOpt.NOPROGRESS));
    assertFalse(values.isSet(CurlOpt.URL));
  }
}
