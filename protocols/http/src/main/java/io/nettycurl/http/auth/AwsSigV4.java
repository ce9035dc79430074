package io.nettycurl.http.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nettycurl.Curl;
import io.nettycurl.CurlCode;
import io.nettycurl.http.request.CustomHeaders;
import io.nettycurl.netty.spi.auth.Credentials;
import io.nettycurl.spi.Ascii;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Any thread; no state. Signs a request the way AWS and its likes want it, version 4.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_AWS_SIGV4.html">CURLOPT_AWS_SIGV4(3)</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">
 *     Create a signed AWS API request</a>
 */
public final class AwsSigV4 {
  private static final int MAX_PART = 64;
  private static final int MAX_QUERY_PARTS = 128;
  private static final int STAMP_LENGTH = 16;
  private static final int DATE_LENGTH = 8;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final HexFormat HEX = HexFormat.of();
  private static final HexFormat UPPER_HEX = HexFormat.of().withUpperCase();

  private AwsSigV4() {}

  /**
   * What is signed.
   *
   * @param method the method
   * @param host the origin's host
   * @param hostField the value of Host; null if the user's fields have one
   * @param path the path as it is sent
   * @param query the query; null if there is none
   * @param fields the user's fields; null if there are none
   * @param payload the body, as far as it is at hand; null if it is not
   * @param bodyless whether there is none
   * @param post whether the body is a POST's and at hand
   */
  public record Request(
      String method,
      String host,
      String hostField,
      String path,
      String query,
      List<String> fields,
      byte[] payload,
      boolean bodyless,
      boolean post) {}

  /**
   * What came of it.
   *
   * @param code OK; BAD_FUNCTION_ARGUMENT or URL_MALFORMAT for parameters that do not do; TOO_LARGE
   *     for a query of too many parts
   * @param trouble why it cannot be signed; null if it is
   * @param authorization the value of Authorization
   * @param lines more fields that were signed and have to be sent
   */
  public record Signed(CurlCode code, String trouble, String authorization, List<String> lines) {
    private static Signed failed(CurlCode code, String trouble) {
      return new Signed(code, trouble, null, List.of());
    }
  }

  /** provider1[:provider2[:region[:service]]], completed from the host's name. */
  private record Scope(String provider, String other, String region, String service) {}

  private record Field(String name, String value) {}

  /**
   * Signs.
   *
   * @param parameters what CURLOPT_AWS_SIGV4 says
   * @param request the request
   * @param credentials who signs
   * @param now the time, unless the user's fields have one
   */
  public static Signed sign(
      String parameters, Request request, Credentials credentials, Instant now) {
    String[] parts = (parameters.isEmpty() ? "aws:amz" : parameters).split(":", -1);
    if (parts[0].isEmpty() || parts[0].length() > MAX_PART) {
      return Signed.failed(
          CurlCode.BAD_FUNCTION_ARGUMENT, "first aws-sigv4 provider cannot be empty");
    }
    Scope scope = scope(parts, request.host());
    if (scope.service() == null) {
      return Signed.failed(
          CurlCode.URL_MALFORMAT, "aws-sigv4: service missing in parameters and hostname");
    }
    if (scope.region() == null) {
      return Signed.failed(
          CurlCode.URL_MALFORMAT, "aws-sigv4: region missing in parameters and hostname");
    }
    String query = query(request.query());
    return query == null
        ? Signed.failed(CurlCode.TOO_LARGE, "aws-sigv4: too many parts in the query")
        : sign(scope, request, query, credentials, STAMP.format(now));
  }

  private static Scope scope(String[] parts, String host) {
    String other = part(parts, 1);
    String region = other == null ? null : part(parts, 2);
    String service = region == null ? null : part(parts, 3);
    other = other == null ? parts[0] : other;
    if (service == null) {
      String[] labels = host.split("\\.", -1);
      service = label(labels, 0);
      region = region == null && service != null ? label(labels, 1) : region;
    }
    return new Scope(parts[0], other, region, service);
  }

  private static String part(String[] parts, int index) {
    boolean there =
        parts.length > index && !parts[index].isEmpty() && parts[index].length() <= MAX_PART;
    return there ? parts[index] : null;
  }

  /** A label that another one stands behind. */
  private static String label(String[] labels, int index) {
    return index < labels.length - 1 ? part(labels, index) : null;
  }

  private static Signed sign(
      Scope scope, Request request, String query, Credentials credentials, String now) {
    List<String> lines = new ArrayList<>();
    String provider = Ascii.lower(scope.other());
    String hashName = "x-" + scope.other() + "-content-sha256";
    String given = CustomHeaders.find(request.fields(), hashName);
    boolean s3 =
        Ascii.equalsIgnoreCase(scope.provider(), "aws")
            && Ascii.equalsIgnoreCase(scope.service(), "s3");
    String hash = given != null ? CustomHeaders.value(given) : payloadHash(request, s3);
    List<Field> fields = new ArrayList<>();
    if (request.hostField() != null) {
      fields.add(new Field("host", squeeze(request.hostField())));
    }
    if (given == null && s3) {
      fields.add(new Field(Ascii.lower(hashName), hash));
    }
    addUsers(fields, request.fields());
    String dateName = "X-" + Ascii.lower(scope.other()) + "-Date";
    dateName = "X-" + Character.toUpperCase(dateName.charAt(2)) + dateName.substring(3);
    String date = CustomHeaders.find(request.fields(), dateName);
    date = date == null ? CustomHeaders.find(request.fields(), "Date") : date;
    String stamp = now;
    if (date == null) {
      fields.add(new Field("x-" + provider + "-date", now));
      lines.add(dateName + ": " + now);
    } else {
      stamp = stamp(CustomHeaders.value(date));
    }
    if (given == null && s3) {
      lines.add(hashName + ": " + hash);
    }
    merge(fields);
    String names = String.join(";", fields.stream().map(Field::name).toList());
    StringBuilder canonical = new StringBuilder();
    canonical.append(request.method()).append('\n').append(path(request.path(), scope.service()));
    canonical.append('\n').append(query).append('\n');
    for (Field field : fields) {
      canonical.append(field.name()).append(':').append(field.value()).append('\n');
    }
    canonical.append('\n').append(names).append('\n').append(hash);
    String value = authorization(scope, credentials, stamp, names, canonical.toString());
    return new Signed(CurlCode.OK, null, value, lines);
  }

  private static String authorization(
      Scope scope, Credentials credentials, String stamp, String names, String canonical) {
    String algorithm = upper(scope.provider()) + "4-HMAC-SHA256";
    String type = Ascii.lower(scope.provider()) + "4_request";
    String day = stamp.length() < DATE_LENGTH ? stamp : stamp.substring(0, DATE_LENGTH);
    String place = day + '/' + scope.region() + '/' + scope.service() + '/' + type;
    String toSign =
        algorithm + '\n' + stamp + '\n' + place + '\n' + HEX.formatHex(sha256(octets(canonical)));
    byte[] key = octets(upper(scope.provider()) + '4' + credentials.passwordText());
    for (String step : List.of(day, scope.region(), scope.service(), type, toSign)) {
      key = hmac(key, octets(step));
    }
    return algorithm
        + " Credential="
        + Curl.escape(credentials.userText())
        + '/'
        + place
        + ", SignedHeaders="
        + names
        + ", Signature="
        + HEX.formatHex(key);
  }

  /** S3 takes a body unsigned that is not at hand. */
  private static String payloadHash(Request request, boolean s3) {
    if (s3 && !request.bodyless() && !request.post()) {
      return "UNSIGNED-PAYLOAD";
    }
    return HEX.formatHex(sha256(request.payload() == null ? new byte[0] : request.payload()));
  }

  /** The user's fields that will be sent. */
  private static void addUsers(List<Field> fields, List<String> lines) {
    if (lines == null) {
      return;
    }
    for (String line : lines) {
      int colon = line.indexOf(':');
      int sep = colon < 0 ? line.indexOf(';') : colon;
      if (sep < 0) {
        continue;
      }
      String value = line.substring(sep + 1);
      boolean removed = value.isEmpty() && colon >= 0;
      boolean blank = !value.isEmpty() && value.isBlank();
      if (!removed && !blank) {
        fields.add(new Field(Ascii.lower(line.substring(0, sep)), squeeze(value)));
      }
    }
  }

  /** Without blanks around it, and one where there are several. */
  private static String squeeze(String value) {
    return value.strip().replaceAll("[ \t]+", " ");
  }

  /** In the order of their names; several of a name become one. */
  private static void merge(List<Field> fields) {
    fields.sort(Comparator.comparing(Field::name));
    for (int i = fields.size() - 1; i > 0; i--) {
      Field one = fields.get(i - 1);
      if (one.name().equals(fields.get(i).name())) {
        fields.set(i - 1, new Field(one.name(), one.value() + ',' + fields.get(i).value()));
        fields.remove(i);
      }
    }
  }

  private static String stamp(String value) {
    int end = 0;
    while (end < value.length() && isAlphanumeric(value.charAt(end))) {
      end++;
    }
    return end == STAMP_LENGTH ? value.substring(0, end) : "";
  }

  /** S3 wants the path as it is; others want it encoded once more. */
  private static String path(String path, String service) {
    boolean asIs =
        service.equals("s3") || service.equals("s3-express") || service.equals("s3-outposts");
    String canonical = asIs ? path : encode(octets(path), true);
    return canonical.isEmpty() ? "/" : canonical;
  }

  /** The parts in their order, each with an equals sign; null if there are too many. */
  static String query(String query) {
    if (query == null) {
      return "";
    }
    List<Field> parts = new ArrayList<>();
    for (String part : query.split("&")) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        parts.add(new Field(normal(name), equals < 0 ? "" : normal(part.substring(equals + 1))));
      }
    }
    if (parts.size() >= MAX_QUERY_PARTS) {
      return null;
    }
    parts.sort(Comparator.comparing(Field::name).thenComparing(Field::value));
    StringBuilder out = new StringBuilder();
    for (Field part : parts) {
      out.append(out.length() == 0 ? "" : "&").append(part.name()).append('=').append(part.value());
    }
    return out.toString();
  }

  /** Encoded where it has to be, and nowhere else; a plus is a blank unless it was encoded. */
  private static String normal(String text) {
    byte[] bytes = octets(text);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      int c = bytes[i] & 0xff;
      boolean encoded =
          c == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]);
      if (encoded) {
        c = HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]);
        i += 2;
      }
      if (c == '+') {
        out.append(encoded ? "%2B" : "%20");
      } else {
        append(out, c, false);
      }
    }
    return out.toString();
  }

  private static boolean isHex(byte b) {
    return HexFormat.isHexDigit(b);
  }

  private static String encode(byte[] bytes, boolean keepsSlash) {
    StringBuilder out = new StringBuilder();
    for (byte b : bytes) {
      append(out, b & 0xff, keepsSlash);
    }
    return out.toString();
  }

  private static void append(StringBuilder out, int c, boolean keepsSlash) {
    if (isAlphanumeric((char) c) || "-._~".indexOf(c) >= 0 || c == '/' && keepsSlash) {
      out.append((char) c);
    } else {
      out.append('%').append(UPPER_HEX.toHexDigits((byte) c));
    }
  }

  private static boolean isAlphanumeric(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static byte[] octets(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every runtime has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every runtime has HMAC with SHA-256", e);
    }
  }
}
