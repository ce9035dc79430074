package io.nettycurl.examples.curl.form;

import java.util.ArrayList;
import java.util.List;

/**
 * Owned by the command's thread. A part of the form that -F builds, or a multipart of such parts.
 */
public final class FormPart {
  /** Where the content comes from. */
  public enum Kind {
    /** Parts of its own. */
    MULTIPART,
    /** The text given. */
    DATA,
    /** A file, sent as a file upload. */
    FILE,
    /** A file, sent as a plain field. */
    FILE_DATA,
    /** Standard input, sent as a file upload. */
    STDIN,
    /** Standard input, sent as a plain field. */
    STDIN_DATA
  }

  public final Kind kind;
  public final FormPart parent;

  /** The text, or the file's name. */
  public String text;

  /** What standard input held. */
  public byte[] bytes;

  public String name;
  public String fileName;
  public String type;
  public String encoder;
  public List<String> headers = new ArrayList<>();
  public final List<FormPart> parts = new ArrayList<>();

  /**
   * A new part, the last of its parent.
   *
   * @param parent the multipart it belongs to; null for the form itself
   * @param kind where its content comes from
   */
  public FormPart(FormPart parent, Kind kind) {
    this.parent = parent;
    this.kind = kind;
    if (parent != null) {
      parent.parts.add(this);
    }
  }
}
