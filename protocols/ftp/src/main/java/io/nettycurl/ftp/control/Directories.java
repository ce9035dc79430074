package io.nettycurl.ftp.control;

import io.nettycurl.CurlCode;
import java.util.List;

/** Owned by the loop. Changes to the directory of the URL, and makes it where that is asked for. */
final class Directories {
  private static final long EVEN_IF_MKD_FAILS = 2;

  private final Dialogue dialogue;
  private final Runnable next;
  private FtpPath path;
  private int entered;
  private boolean made;

  Directories(Dialogue dialogue, Runnable next) {
    this.dialogue = dialogue;
    this.next = next;
  }

  void enter() {
    FtpSession session = dialogue.session();
    path = dialogue.request().path();
    made = false;
    entered = 0;
    if (path.anywhere()) {
      if (!session.used()) {
        // As in libcurl, that the server is where the login led to holds for one request only.
        session.directory(null);
      }
      next.run();
      return;
    }
    if (path.directory().equals(session.directory())) {
      if (session.used()) {
        dialogue.info("Request has same path as previous transfer");
      }
      next.run();
      return;
    }
    session.directory(null);
    boolean fromRoot = path.absolute() && !path.directories().isEmpty();
    if (session.used() && session.entryPath() != null && !fromRoot) {
      dialogue.send("CWD " + session.entryPath(), this::changed);
    } else {
      changeNext();
    }
  }

  private void changeNext() {
    List<String> directories = path.directories();
    if (entered == directories.size()) {
      dialogue.session().directory(path.directory());
      next.run();
      return;
    }
    entered++;
    change();
  }

  private void change() {
    dialogue.send("CWD " + current(), this::changed);
  }

  private String current() {
    return path.directories().get(entered - 1);
  }

  private void changed(FtpReply reply) {
    if (reply.completed()) {
      made = false;
      changeNext();
    } else if (dialogue.request().createDirectories() != 0 && entered > 0 && !made) {
      made = true;
      dialogue.send("MKD " + current(), this::created);
    } else {
      dialogue.fail(CurlCode.REMOTE_ACCESS_DENIED, "The server refuses to change to the directory");
    }
  }

  private void created(FtpReply reply) {
    // Somebody else may have made it in the meantime.
    boolean tolerated = dialogue.request().createDirectories() == EVEN_IF_MKD_FAILS;
    if (reply.completed() || tolerated) {
      change();
    } else {
      dialogue.fail(CurlCode.REMOTE_ACCESS_DENIED, "Failed to make a directory: " + reply.code());
    }
  }
}
