package io.nettycurl.examples.curl.url;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Any thread; no state. ipfs:// and ipns:// URLs, which a gateway serves by HTTP.
 *
 * @see <a href="https://curl.se/docs/ipfs.html">IPFS with curl</a>
 */
public final class IpfsUrl {
  private static final String SLASH = "/";

  private IpfsUrl() {}

  /**
   * The URL of the gateway that stands for an IPFS URL.
   *
   * @param url the IPFS URL
   * @param code OK, or why there is none
   * @param problem what is to be told then
   */
  public record Rewritten(String url, CurlCode code, String problem) {}

  /** Whether a scheme is one of IPFS. */
  public static boolean isIpfs(String scheme) {
    return scheme.equals("ipfs") || scheme.equals("ipns");
  }

  /**
   * Rewrites a URL.
   *
   * @param url with an IPFS scheme
   * @param gateway the one asked for; null to find one
   * @param environment where IPFS_GATEWAY, IPFS_PATH and HOME are looked up
   * @return the URL to fetch, or the problem
   */
  public static Rewritten rewrite(String url, String gateway, Map<String, String> environment) {
    CurlUrl base = new CurlUrl();
    if (gateway != null) {
      if (base.set(UrlPart.URL, gateway, CurlSymbols.CURLU_GUESS_SCHEME) != CurlUrlCode.OK) {
        return new Rewritten(
            null, CurlCode.BAD_FUNCTION_ARGUMENT, "--ipfs-gateway was given a malformed URL");
      }
    } else {
      String found = gateway(environment);
      if (found == null) {
        return new Rewritten(
            null, CurlCode.FILE_COULDNT_READ_FILE, "IPFS automatic gateway detection failed");
      }
      if (base.set(UrlPart.URL, found, 0) != CurlUrlCode.OK) {
        return malformed();
      }
    }
    String rewritten = join(url, base);
    return rewritten == null ? malformed() : new Rewritten(rewritten, CurlCode.OK, null);
  }

  private static Rewritten malformed() {
    return new Rewritten(null, CurlCode.URL_MALFORMAT, "malformed target URL");
  }

  /** IPFS_GATEWAY, or else the first line of the file that an IPFS node leaves; null without. */
  private static String gateway(Map<String, String> environment) {
    String gateway = environment.get("IPFS_GATEWAY");
    if (gateway != null) {
      return gateway;
    }
    String directory = environment.get("IPFS_PATH");
    String home = environment.get("HOME");
    if ((directory == null || directory.isEmpty()) && home != null && !home.isEmpty()) {
      directory = home + "/.ipfs";
    }
    if (directory == null || directory.isEmpty()) {
      return null;
    }
    try (BufferedReader reader =
        Files.newBufferedReader(Path.of(directory, "gateway"), StandardCharsets.ISO_8859_1)) {
      String line = reader.readLine();
      return line == null || line.isEmpty() ? null : line;
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }

  private static String join(String url, CurlUrl gateway) {
    CurlUrl target = new CurlUrl();
    CurlUrlCode code =
        target.set(
            UrlPart.URL,
            url,
            CurlSymbols.CURLU_GUESS_SCHEME | CurlSymbols.CURLU_NON_SUPPORT_SCHEME);
    if (code != CurlUrlCode.OK || gateway.get(UrlPart.QUERY, 0).code() != CurlUrlCode.NO_QUERY) {
      return null;
    }
    String content = get(target, UrlPart.HOST);
    String scheme = get(target, UrlPart.SCHEME);
    String gatewayPath = get(gateway, UrlPart.PATH);
    if (content == null || scheme == null || gatewayPath == null) {
      return null;
    }
    String path = get(target, UrlPart.PATH);
    String rest = path == null || path.equals(SLASH) ? "" : path;
    String separator = gatewayPath.endsWith(SLASH) ? "" : SLASH;
    boolean ok =
        copy(gateway, target, UrlPart.SCHEME)
            && copy(gateway, target, UrlPart.HOST)
            && copy(gateway, target, UrlPart.PORT)
            && target.set(
                    UrlPart.PATH,
                    gatewayPath + separator + scheme + SLASH + content + rest,
                    CurlSymbols.CURLU_URLENCODE)
                == CurlUrlCode.OK;
    CurlUrl.Result result = target.get(UrlPart.URL, CurlSymbols.CURLU_URLENCODE);
    return ok && result.code() == CurlUrlCode.OK ? result.value() : null;
  }

  private static String get(CurlUrl url, UrlPart part) {
    CurlUrl.Result result = url.get(part, CurlSymbols.CURLU_URLDECODE);
    return result.code() == CurlUrlCode.OK ? result.value() : null;
  }

  private static boolean copy(CurlUrl from, CurlUrl to, UrlPart part) {
    long flags = CurlSymbols.CURLU_URLDECODE | CurlSymbols.CURLU_DEFAULT_PORT;
    CurlUrl.Result result = from.get(part, part == UrlPart.PORT ? flags : 0);
    return result.code() == CurlUrlCode.OK
        && to.set(part, result.value(), CurlSymbols.CURLU_URLENCODE) == CurlUrlCode.OK;
  }
}
