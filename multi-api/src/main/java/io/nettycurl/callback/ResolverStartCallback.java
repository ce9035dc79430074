package io.nettycurl.callback;

/**
 * Called before a name is looked up.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_RESOLVER_START_FUNCTION.html">CURLOPT_RESOLVER_START_FUNCTION(3)</a>
 */
@FunctionalInterface
public interface ResolverStartCallback {
  /**
   * Called by the transfer.
   *
   * @param resolverState the resolver, if the engine has one to show
   * @param userdata the object set beside the callback, or null
   * @return 0, or the lookup fails
   */
  long start(Object resolverState, Object userdata);
}
