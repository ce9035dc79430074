package io.nettycurl.netty.testkit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Owned by the test thread. Fails a test class after which buffers, TLS engines or other counted
 * objects were collected without having been released, and the whole run if some turn up later.
 *
 * <p>Found by ServiceLoader in every module that has the test kit on its class path, before any
 * test touches Netty: detectors made earlier would not be ours.
 */
public final class LeakGuard implements BeforeAllCallback, AfterAllCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(LeakGuard.class);
  private static final LeakDetectors DETECTORS = install();

  private static LeakDetectors install() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    LeakDetectors detectors = new LeakDetectors();
    ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(detectors);
    ByteBufAllocator.DEFAULT.buffer(1).release();
    if (!detectors.watches(ByteBuf.class)) {
      throw new IllegalStateException("Netty was in use before the leak guard");
    }
    return detectors;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            LeakGuard.class,
            key -> (AutoCloseable) () -> failOnLeaks("the run"),
            AutoCloseable.class);
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    if (context.getParent().flatMap(ExtensionContext::getTestClass).isEmpty()) {
      failOnLeaks(context.getDisplayName());
    }
  }

  private static void failOnLeaks(String where) throws InterruptedException {
    List<String> leaks = DETECTORS.takeLeaks();
    if (!leaks.isEmpty()) {
      throw new AssertionError(
          leaks.size() + " leaked in " + where + ":\n" + String.join("\n", leaks));
    }
  }
}
