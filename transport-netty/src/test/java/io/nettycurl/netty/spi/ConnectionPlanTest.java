package io.nettycurl.netty.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionPlanTest {
  private static final Scheme SCHEME = new Scheme("safe", 99, true, true, "plain");

  /** How a connection may be used, not which one it is. */
  private static final Set<String> NOT_COMPARED = Set.of("multiplex", "bindings");

  private static final Map<Class<?>, Object> OTHER_VALUES =
      Map.of(
          Scheme.class,
          new Scheme("other", 99, true, true, "plain"),
          String.class,
          "other",
          int.class,
          7,
          boolean.class,
          true,
          List.class,
          List.of("other"));

  private static ConnectionPlan plan() {
    return new ConnectionPlan(SCHEME, "host", 99, false);
  }

  @Test
  void everyFieldThatTellsConnectionsApartIsCompared() throws IllegalAccessException {
    assertTrue(plan().asksForSame(plan()));
    for (Field field : ConnectionPlan.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
        continue;
      }
      field.setAccessible(true);
      ConnectionPlan other = plan();
      Object value = OTHER_VALUES.get(field.getType());
      field.set(other, field.getName().equals("tls") ? Boolean.FALSE : value);
      boolean same = NOT_COMPARED.contains(field.getName());
      assertEquals(same, plan().asksForSame(other), field.getName());
      assertEquals(same, other.asksForSame(plan()), field.getName());
    }
  }
}
