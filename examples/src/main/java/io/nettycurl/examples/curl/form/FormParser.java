package io.nettycurl.examples.curl.form;

import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.examples.curl.form.FormPart.Kind;
import java.io.IOException;

/**
 * Owned by the command's thread. The syntax of -F: name=content, name=@file, name=&lt;file,
 * name=@file,file, name=( for a multipart and =) for its end, each with ;type= ;filename= ;headers=
 * ;encoder= behind it.
 */
public final class FormParser {
  private final Messages messages;
  private final Console console;

  /**
   * A parser.
   *
   * @param messages where faults are told
   * @param console for content from standard input
   */
  public FormParser(Messages messages, Console console) {
    this.messages = messages;
    this.console = console;
  }

  /**
   * Adds a field.
   *
   * @param input the argument of -F
   * @param literal whether the content is to be taken as it stands (--form-string)
   * @param config whose form it is
   * @return whether it could be understood
   */
  public boolean parse(String input, boolean literal, OperationConfig config) {
    if (config.form == null) {
      config.form = new FormPart(null, Kind.MULTIPART);
      config.formCurrent = config.form;
    }
    int equals = input.indexOf('=');
    if (equals < 0) {
      messages.warn("Illegally formatted input field");
      return false;
    }
    String name = equals == 0 ? null : input.substring(0, equals);
    String content = input.substring(equals + 1);
    if (literal) {
      FormPart part = new FormPart(config.formCurrent, Kind.DATA);
      part.text = content;
      part.name = name;
      return true;
    }
    if (content.startsWith("(")) {
      return openMultipart(name, content, config);
    }
    if (name == null && content.equals(")")) {
      return closeMultipart(config);
    }
    if (content.startsWith("@")) {
      return files(name, content, config);
    }
    return field(name, content, config);
  }

  private boolean openMultipart(String name, String content, OperationConfig config) {
    FormField field = reader(content, 0, (char) 0).read(false, false);
    if (field == null) {
      return false;
    }
    FormPart part = new FormPart(config.formCurrent, Kind.MULTIPART);
    part.headers = field.headers();
    part.type = field.type();
    part.name = name;
    config.formCurrent = part;
    return true;
  }

  private boolean closeMultipart(OperationConfig config) {
    if (config.formCurrent == config.form) {
      messages.warn("no multipart to terminate");
      return false;
    }
    config.formCurrent = config.formCurrent.parent;
    return true;
  }

  private boolean files(String name, String content, OperationConfig config) {
    FormPart group = null;
    int at = 1;
    boolean more = true;
    FormPart last = null;
    while (more) {
      FormFieldReader reader = reader(content, at, ',');
      FormField field = reader.read(true, true);
      if (field == null) {
        return false;
      }
      more = reader.position() < content.length() && content.charAt(reader.position()) == ',';
      if (group == null) {
        group = more ? new FormPart(config.formCurrent, Kind.MULTIPART) : config.formCurrent;
      }
      last = filePart(group, field, true);
      if (last == null) {
        return false;
      }
      last.fileName = field.fileName();
      at = reader.position() + 1;
    }
    (group == config.formCurrent ? last : group).name = name;
    return true;
  }

  private boolean field(String name, String content, OperationConfig config) {
    boolean fromFile = content.startsWith("<");
    FormFieldReader reader = reader(content, fromFile ? 1 : 0, (char) 0);
    FormField field = reader.read(!fromFile, true);
    if (field == null) {
      return false;
    }
    FormPart part;
    if (fromFile) {
      part = filePart(config.formCurrent, field, false);
      if (part == null) {
        return false;
      }
    } else {
      part = new FormPart(config.formCurrent, Kind.DATA);
      part.text = field.data();
      part.fileName = field.fileName();
      fill(part, field);
    }
    if (reader.position() < content.length()) {
      messages.warn(
          "garbage at end of field specification: " + content.substring(reader.position()));
    }
    part.name = name;
    return true;
  }

  private FormPart filePart(FormPart parent, FormField field, boolean upload) {
    boolean stdin = field.data().equals("-");
    byte[] bytes = null;
    if (stdin) {
      try {
        bytes = console.in().readAllBytes();
      } catch (IOException e) {
        messages.warn("error while reading standard input");
        return null;
      }
    }
    Kind kind = stdin ? upload ? Kind.STDIN : Kind.STDIN_DATA : upload ? Kind.FILE : Kind.FILE_DATA;
    FormPart part = new FormPart(parent, kind);
    part.text = field.data();
    part.bytes = bytes;
    fill(part, field);
    return part;
  }

  private static void fill(FormPart part, FormField field) {
    part.type = field.type();
    part.encoder = field.encoder();
    part.headers = field.headers();
  }

  private FormFieldReader reader(String content, int from, char end) {
    return new FormFieldReader(content, from, end, messages);
  }
}
