package io.nettycurl.netty.testkit;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Any thread. Makes Netty's leak detectors and keeps what they find instead of logging it. */
final class LeakDetectors extends ResourceLeakDetectorFactory {
  private static final int COLLECTIONS = 2;
  private static final long COLLECTION_WAIT_MS = 5_000;

  private final List<Recording<?>> detectors = new CopyOnWriteArrayList<>();
  private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

  @Override
  @Deprecated
  public <T> ResourceLeakDetector<T> newResourceLeakDetector(
      Class<T> resource, int samplingInterval, long maxActive) {
    Recording<T> detector = new Recording<>(resource, samplingInterval);
    detectors.add(detector);
    return detector;
  }

  boolean watches(Class<?> resource) {
    return detectors.stream().anyMatch(detector -> detector.resource == resource);
  }

  /** Collects garbage and takes the leaks seen since the last call. */
  List<String> takeLeaks() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      collectGarbage();
      // A detector looks for lost objects only when it gets a new one to watch.
      detectors.forEach(Recording::look);
    }
    List<String> taken = new ArrayList<>();
    for (String leak = leaks.poll(); leak != null; leak = leaks.poll()) {
      taken.add(leak);
    }
    return taken;
  }

  private static void collectGarbage() throws InterruptedException {
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    WeakReference<Object> marker = new WeakReference<>(new Object(), queue);
    System.gc();
    // References are queued behind the collector's back; when the marker is there, so are the rest.
    if (queue.remove(COLLECTION_WAIT_MS) != marker) {
      throw new IllegalStateException("System.gc() does nothing: leaks cannot be found");
    }
  }

  private final class Recording<T> extends ResourceLeakDetector<T> {
    private final Class<T> resource;

    Recording(Class<T> resource, int samplingInterval) {
      super(resource, samplingInterval);
      this.resource = resource;
    }

    @SuppressWarnings("unchecked")
    void look() {
      Object watched = new Object();
      ((ResourceLeakDetector<Object>) this).trackForcibly(watched).close(watched);
    }

    @Override
    protected boolean needReport() {
      return true;
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
      leaks.add(resourceType + records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
      leaks.add(resourceType + ", nothing known of where it came from");
    }
  }
}
