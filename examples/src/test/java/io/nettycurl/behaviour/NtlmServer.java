package io.nettycurl.behaviour;

import io.nettycurl.behaviour.RecordingServer.Request;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Any thread. What a server or proxy says that wants NTLM: it knows its users by their connections,
 * and takes an answer only where it has challenged.
 */
final class NtlmServer {
  static final String FIRST = "NTLM TlRMTVNTUAABAAAABoIIAAAAAAAAAAAAAAAAAAAAAAA=";

  private final String status;
  private final String asks;
  private final String field;
  private final Map<Integer, String> users = new HashMap<>();
  private final Map<Integer, Boolean> challenged = new HashMap<>();

  private NtlmServer(String status, String asks, String field) {
    this.status = status;
    this.asks = asks;
    this.field = field;
  }

  static NtlmServer origin() {
    return new NtlmServer("401 Who", "WWW-Authenticate", "Authorization");
  }

  static NtlmServer proxy() {
    return new NtlmServer("407 Who", "Proxy-Authenticate", "Proxy-Authorization");
  }

  /** The refusal; null if the user is known, and that is who {@link #user} tells. */
  synchronized String refusal(Request request) {
    int connection = request.connection();
    String value = request.field(field);
    if (FIRST.equals(value)) {
      challenged.put(connection, true);
      return refuse("NTLM " + Base64.getEncoder().encodeToString(challenge()));
    }
    if (value != null && value.startsWith("NTLM ")) {
      String user = userIn(Base64.getDecoder().decode(value.substring(5)));
      boolean good = challenged.remove(connection) != null && !user.equals("wrong");
      if (!good) {
        return refuse("NTLM");
      }
      users.put(connection, user);
    }
    return users.containsKey(connection) ? null : refuse("NTLM");
  }

  /** Who uses a connection. */
  synchronized String user(int connection) {
    return users.get(connection);
  }

  private String refuse(String challenge) {
    return "HTTP/1.1 "
        + status
        + "\r\n"
        + asks
        + ": "
        + challenge
        + "\r\nContent-Length: 5\r\n\r\nwho?\n";
  }

  /** Version 2, names in Unicode. */
  private static byte[] challenge() {
    ByteBuffer out = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    out.put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII)).putInt(2).putLong(0);
    out.putInt(1 | 1 << 19).put("nonce678".getBytes(StandardCharsets.US_ASCII));
    return out.array();
  }

  private static String userIn(byte[] answer) {
    ByteBuffer in = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
    return new String(answer, in.getInt(40), in.getShort(36), StandardCharsets.UTF_16LE);
  }
}
