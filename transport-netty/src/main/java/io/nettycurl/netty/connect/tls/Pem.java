package io.nettycurl.netty.connect.tls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Immutable. The blocks of a PEM file; text around them is passed over.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
final class Pem {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  private Pem() {}

  /**
   * One block.
   *
   * @param label such as CERTIFICATE
   * @param headers lines of the kind of RFC 1421, such as DEK-Info
   * @param content decoded
   */
  record Block(String label, Map<String, String> headers, byte[] content) {}

  /**
   * All blocks that can be decoded.
   *
   * @param file the text
   */
  static List<Block> blocks(byte[] file) {
    List<Block> blocks = new ArrayList<>();
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(BEGIN);
    while (at >= 0) {
      int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
      if (labelEnd < 0) {
        break;
      }
      String label = text.substring(at + BEGIN.length(), labelEnd);
      int end = text.indexOf(END + label + DASHES, labelEnd);
      if (end < 0) {
        break;
      }
      Block block = block(label, text.substring(labelEnd + DASHES.length(), end));
      if (block != null) {
        blocks.add(block);
      }
      at = text.indexOf(BEGIN, end);
    }
    return blocks;
  }

  /**
   * The first block with a label.
   *
   * @param file the text
   * @param label which
   * @return null if there is none
   */
  static Block first(byte[] file, String label) {
    for (Block block : blocks(file)) {
      if (block.label().equals(label)) {
        return block;
      }
    }
    return null;
  }

  private static Block block(String label, String inside) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    StringBuilder base64 = new StringBuilder(inside.length());
    for (String line : inside.split("\\r?\\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(line.substring(0, colon).trim(), line.substring(colon + 1).trim());
      } else {
        base64.append(line.trim());
      }
    }
    try {
      return new Block(label, headers, Base64.getDecoder().decode(base64.toString()));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
