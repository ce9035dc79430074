package io.nettycurl.netty.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class LeakGuardTest {
  @Test
  void failsTheClassThatLeaksAndTellsWhere() {
    TestExecutionSummary summary = run(Leaking.class);

    assertEquals(1, summary.getTestsSucceededCount());
    List<String> failures = failuresOf(summary);
    assertEquals(1, failures.size(), failures::toString);
    String failure = failures.get(0);
    assertTrue(failure.contains("leaked in LeakGuardTest$Leaking"), failure);
    assertTrue(failure.contains("the pooled one"), failure);
    assertTrue(failure.contains("the unpooled one"), failure);
    assertTrue(failure.contains("LeakGuardTest.java"), failure);
  }

  @Test
  void failsTheRunForWhatIsLostAfterItsClass() {
    List<String> failures = failuresOf(run(LeakingLate.class));

    assertEquals(1, failures.size(), failures::toString);
    assertTrue(failures.get(0).contains("leaked in the run"), failures.get(0));
    assertTrue(failures.get(0).contains("the late one"), failures.get(0));
  }

  @Test
  void passesTheClassThatReleases() {
    TestExecutionSummary summary = run(Releasing.class);

    assertEquals(1, summary.getTestsSucceededCount());
    assertEquals(List.of(), failuresOf(summary));
  }

  private static List<String> failuresOf(TestExecutionSummary summary) {
    return summary.getFailures().stream()
        .map(failure -> Optional.ofNullable(failure.getException().getMessage()).orElse(""))
        .toList();
  }

  /** A run of its own, with the guard found as everywhere else: by ServiceLoader. */
  private static TestExecutionSummary run(Class<?> testClass) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(testClass))
            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
            .configurationParameter(OnPurpose.PARAMETER, "true")
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }

  @ExtendWith(OnPurpose.class)
  static final class Leaking {
    @Test
    void leaks() {
      ByteBuf pooled = PooledByteBufAllocator.DEFAULT.directBuffer(16);
      pooled.touch("the pooled one");
      Unpooled.directBuffer(16).touch("the unpooled one");
    }
  }

  @ExtendWith(OnPurpose.class)
  static final class Releasing {
    @Test
    void releases() {
      PooledByteBufAllocator.DEFAULT.directBuffer(16).release();
    }
  }

  @ExtendWith({OnPurpose.class, LosingHold.class})
  static final class LeakingLate {
    @Test
    void keeps() {
      LosingHold.held = PooledByteBufAllocator.DEFAULT.directBuffer(16).touch("the late one");
    }
  }

  static final class LosingHold implements BeforeAllCallback {
    private static ByteBuf held;

    @Override
    public void beforeAll(ExtensionContext context) {
      context
          .getStore(ExtensionContext.Namespace.create(LosingHold.class))
          .put(LosingHold.class, (AutoCloseable) () -> held = null);
    }
  }

  /**
   * Only {@link #run} runs the classes that have this; a build that happens to find them does not.
   */
  static final class OnPurpose implements ExecutionCondition {
    static final String PARAMETER = "nettycurl.leak.on.purpose";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context.getConfigurationParameter(PARAMETER).isPresent()
          ? ConditionEvaluationResult.enabled("asked for")
          : ConditionEvaluationResult.disabled("for LeakGuardTest only");
    }
  }
}
