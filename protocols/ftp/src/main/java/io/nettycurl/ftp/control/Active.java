package io.nettycurl.ftp.control;

import io.netty.util.NetUtil;
import io.nettycurl.CurlCode;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Owned by the loop. Lets the server open the data channel: EPRT, or PORT where that is refused.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2428">RFC 2428</a>
 */
final class Active {
  private static final int CLOSING_DATA = 226;
  private static final int FIRST_ERROR = 400;

  private final Dialogue dialogue;
  private final Ending ending;
  private final Runnable next;
  private InetSocketAddress address;
  private boolean open;
  private boolean arrived;
  private boolean waiting;

  Active(Dialogue dialogue, Ending ending, Runnable next) {
    this.dialogue = dialogue;
    this.ending = ending;
    this.next = next;
  }

  void reset() {
    open = false;
    arrived = false;
    waiting = false;
  }

  void open() {
    ActivePlace place = dialogue.request().active();
    dialogue.session().ahead().forget();
    open = true;
    dialogue.act(
        new FtpAction.AcceptData(
            place.host(), place.firstPort(), place.lastPort(), dialogue.session().protectData()));
  }

  void listening(InetSocketAddress listeningAt) {
    address = listeningAt;
    boolean v6 = address.getAddress() instanceof Inet6Address;
    boolean wanted = dialogue.request().active().eprt() && !dialogue.session().eprtFailed();
    if (wanted || v6) {
      String text = NetUtil.toAddressString(address.getAddress());
      dialogue.send(
          "EPRT |" + (v6 ? 2 : 1) + "|" + text + "|" + address.getPort() + "|",
          this::extendedReplied);
    } else {
      sendPort();
    }
  }

  private void extendedReplied(FtpReply reply) {
    if (reply.completed()) {
      agreed();
      return;
    }
    dialogue.info("disabling EPRT usage");
    dialogue.session().eprtHasFailed();
    if (address.getAddress() instanceof Inet6Address) {
      fail();
    } else {
      sendPort();
    }
  }

  private void sendPort() {
    InetAddress host = address.getAddress();
    int port = address.getPort();
    dialogue.send(
        "PORT " + host.getHostAddress().replace('.', ',') + "," + (port >> 8) + "," + (port & 0xff),
        this::portReplied);
  }

  private void portReplied(FtpReply reply) {
    if (reply.completed()) {
      agreed();
    } else {
      fail();
    }
  }

  private void fail() {
    dialogue.fail(CurlCode.FTP_PORT_FAILED, "Failed to do PORT");
  }

  private void agreed() {
    dialogue.info("Connect data stream actively");
    next.run();
  }

  /** Whether the channel is still to come. */
  boolean expected() {
    return open && !arrived;
  }

  /** Whether the server has been told to send or take data, and nothing but the channel is due. */
  boolean waiting() {
    return waiting;
  }

  /** The transfer starts as soon as there is a channel; until then the server may give up. */
  void await() {
    if (expected()) {
      dialogue.info("Data conn was not available immediately");
      waiting = true;
      dialogue.await(this::repliedInstead);
    }
  }

  private void repliedInstead(FtpReply reply) {
    waiting = false;
    if (reply.code() >= FIRST_ERROR) {
      String message = "The server did not connect: " + reply.code();
      dialogue.fail(CurlCode.FTP_ACCEPT_FAILED, message);
    } else if (reply.code() == CLOSING_DATA) {
      // A short transfer may be over for the server before its channel is seen here.
      ending.early(reply);
    } else {
      dialogue.fail(CurlCode.WEIRD_SERVER_REPLY, "Unexpected reply: " + reply.code());
    }
  }

  void arrive() {
    arrived = true;
    if (waiting) {
      waiting = false;
      dialogue.await(null);
    }
  }

  void timedOut() {
    if (expected()) {
      // A reply about it is still to come, and would be taken for that to something else.
      dialogue.breakOff(
          CurlCode.FTP_ACCEPT_TIMEOUT, "Accept timeout occurred while waiting server connect");
    }
  }
}
