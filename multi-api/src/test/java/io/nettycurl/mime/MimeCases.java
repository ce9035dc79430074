package io.nettycurl.mime;

import io.nettycurl.CurlSymbols;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The bodies of expected.txt, built anew. */
final class MimeCases {
  private final Path folder;
  private final OptionValues options = new OptionValues();

  MimeCases(Path folder) throws IOException {
    this.folder = folder;
    write("note.txt", "hello\nworld");
    Files.write(folder.resolve("pic.PNG"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'});
    write("data.bin", "x");
    write("noext", "<a/>");
    write("empty.html", "");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  OptionValues options() {
    return options;
  }

  String file(String name) {
    return folder.resolve(name).toString();
  }

  CurlMime build(String name) {
    CurlMime mime = CurlMime.init();
    switch (name) {
      case "fields" -> fields(mime);
      case "names" -> names(mime);
      case "formescape" -> formescape(mime);
      case "files" -> files(mime);
      case "filenames" -> filenames(mime);
      case "headers" -> headers(mime);
      case "encoders" -> encoders(mime);
      case "base64" -> base64(mime);
      case "quoted-printable" -> quotedPrintable(mime);
      case "subparts" -> subparts(mime);
      case "encoded-subparts" -> encodedSubparts(mime);
      case "empty" -> {}
      case "bare-parts" -> bareParts(mime);
      case "request-type" -> requestType(mime, "Content-Type: multipart/related; type=x");
      case "request-form-type" -> requestType(mime, "content-type:multipart/form-data;a");
      case "callback" -> callback(mime, 16, 5, null, null);
      case "callback-unknown" -> callback(mime, -1, 5, "cb.html", null);
      case "callback-base64" -> callback(mime, 16, 1, null, "base64");
      default -> throw new IllegalArgumentException(name);
    }
    return mime;
  }

  static CurlMimePart field(CurlMime mime, String name, String value) {
    CurlMimePart part = mime.addPart();
    part.name(name);
    part.data(value);
    return part;
  }

  private static void fields(CurlMime mime) {
    field(mime, "name", "daniel");
    field(mime, "tool", "curl");
  }

  private static void names(CurlMime mime) {
    field(mime, "q\"u\\o\r\nte", "v\"\r\n");
    field(mime, "nåme", "värde").filename("f\"i\\l\ne.txt");
  }

  private void formescape(CurlMime mime) {
    field(mime, "q\"u\\ote", "v").filename("f\"i\\l");
    options.set(CurlOpt.MIME_OPTIONS, CurlSymbols.CURLMIMEOPT_FORMESCAPE);
  }

  private void files(CurlMime mime) {
    for (String name : List.of("note.txt", "pic.PNG", "data.bin", "noext", "empty.html")) {
      field(mime, "file", null).filedata(file(name));
    }
  }

  private CurlMimePart fileNamed(CurlMime mime, String file, String filename) {
    CurlMimePart part = field(mime, "file", null);
    part.filedata(file(file));
    part.filename(filename);
    return part;
  }

  private void filenames(CurlMime mime) {
    fileNamed(mime, "note.txt", null);
    fileNamed(mime, "pic.PNG", null);
    fileNamed(mime, "data.bin", null);
    fileNamed(mime, "data.bin", "other.jpeg");
    field(mime, null, null).filedata(file("note.txt"));
  }

  private static void headers(CurlMime mime) {
    field(mime, "t", "x").type("text/plain; charset=utf-8");
    field(mime, "u", "y").headers(List.of("X-A: 1", "content-type: text/x", "X-B:2"));
    CurlMimePart own = field(mime, "v", "z");
    own.headers(List.of("Content-Disposition: inline", "Content-Transfer-Encoding: odd"));
    own.encoder("base64");
    field(mime, "w", "q").filename("w.txt");
    field(mime, "e", "e").headers(List.of("Content-Type:"));
  }

  private static void encoders(CurlMime mime) {
    for (String name : List.of("binary", "8bit", "7bit", "base64", "quoted-printable", "BASE64")) {
      field(mime, "e", "some text = here").encoder(name);
    }
  }

  private static void base64(CurlMime mime) {
    for (int size : new int[] {0, 1, 2, 3, 56, 57, 58, 59, 113, 114, 115, 400}) {
      byte[] bytes = new byte[size];
      for (int i = 0; i < size; i++) {
        bytes[i] = (byte) (i * 7);
      }
      CurlMimePart part = field(mime, "b", null);
      part.data(bytes);
      part.encoder("base64");
    }
  }

  private static void quotedPrintable(CurlMime mime) {
    List<String> texts =
        List.of(
            "",
            "a",
            "line one\r\nline two\r\n",
            "trailing space \r\ntab\t\r\nend ",
            "lone\rcr and\nlf",
            "=equals= and \u007f and \u0001 and å",
            "a".repeat(76),
            "a".repeat(77),
            "a".repeat(76) + "\r\nb",
            "a".repeat(75) + " \r\nb",
            "a".repeat(73) + "å\r\nb",
            "a".repeat(72) + "=\r",
            "\r\n\r\n \r\n\r",
            "ö".repeat(54));
    for (String text : texts) {
      field(mime, "q", text).encoder("quoted-printable");
    }
  }

  private static void subparts(CurlMime mime) {
    CurlMime inner = CurlMime.init();
    field(inner, "in1", "a");
    field(inner, null, "b").filename("b.gif");
    CurlMime deep = CurlMime.init();
    field(deep, null, "deep");
    CurlMimePart nest = field(inner, "nest", null);
    nest.subparts(deep);
    nest.type("multipart/form-data");
    field(mime, "multi", null).subparts(inner);
    field(mime, "after", "c");
    field(mime, null, null).subparts(CurlMime.init());
  }

  private static void encodedSubparts(CurlMime mime) {
    CurlMime inner = CurlMime.init();
    field(inner, "in", "a");
    CurlMimePart part = field(mime, "multi", null);
    part.subparts(inner);
    part.type("multipart/related; x=y");
    part.encoder("base64");
  }

  private static void bareParts(CurlMime mime) {
    field(mime, "none", null);
    field(mime, null, null);
    field(mime, null, "bare");
  }

  private void requestType(CurlMime mime, String header) {
    field(mime, "a", "b");
    options.set(CurlOpt.HTTPHEADER, List.of("X: y", header));
  }

  private static void callback(
      CurlMime mime, long size, int step, String filename, String encoder) {
    ScriptedRead source =
        new ScriptedRead("0123456789abcdef".getBytes(StandardCharsets.US_ASCII), step);
    CurlMimePart part = field(mime, "cb", null);
    part.dataCallback(size, source, source, null, null);
    part.filename(filename);
    part.encoder(encoder);
  }
}
