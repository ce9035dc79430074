package io.nettycurl.behaviour;

import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.netty.testkit.ScriptedServer.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Set up by the test's thread, played by any. An FTP server that answers each command with a text
 * of the test's choice. In a text, words in braces are things to do:
 *
 * <pre>
 *   {epsv} {pasv}   open a data port and tell it, in the form of the command
 *   {elsewhere}     the form of PASV, with an address that is not this one's
 *   {data}          send the file over the data connection and close it
 *   {connect}       connect to where EPRT says, send the file and close
 *   {start}         send the file and leave the data connection open
 *   {receive}       take what comes over the data connection, up to its end
 *   {shut}          close the data port
 *   {tls}           turn TLS on
 *   {hang}          nothing more is said, until the client goes
 *   {close}         close the control connection
 * </pre>
 */
final class FtpScript implements ScriptedServer.Script {
  private final Map<String, String> replies = new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<Boolean> resumptions = new CopyOnWriteArrayList<>();
  private volatile byte[] file = bytes("hello");
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private volatile byte[] received = new byte[0];
  private volatile SSLContext context;

  /** A server that is all right and has one file, "hello". */
  FtpScript() {
    reply("greeting", "220 hello\r\n");
    reply("USER", "331 password\r\n");
    reply("PASS", "230 welcome\r\n");
    reply("PWD", "257 \"/\" is where you are\r\n");
    reply("EPSV", "229 Entering ({epsv})\r\n");
    reply("PASV", "227 Entering ({pasv})\r\n");
    reply("TYPE", "200 fine\r\n");
    reply("CWD", "250 fine\r\n");
    reply("SIZE", "213 5\r\n");
    reply("RETR", "150 coming\r\n{data}226 done\r\n");
    reply("LIST", "150 coming\r\n{data}226 done\r\n");
    reply("NLST", "150 coming\r\n{data}226 done\r\n");
    reply("STOR", "150 go on\r\n{receive}226 done\r\n");
    reply("APPE", "150 go on\r\n{receive}226 done\r\n");
    reply("AUTH", "234 go on\r\n{tls}");
    reply("PBSZ", "200 fine\r\n");
    reply("PROT", "200 fine\r\n");
    reply("QUIT", "221 bye\r\n{close}");
    reply("other", "500 what?\r\n");
  }

  /** What {data} and {start} send for one command line in place of the file. */
  FtpScript file(String command, String text) {
    files.put(command, bytes(text));
    return this;
  }

  /** What to answer a verb or a whole command line, "greeting" or an "other" command with. */
  FtpScript reply(String command, String text) {
    replies.put(command, text);
    return this;
  }

  /** The file, a byte a character. */
  FtpScript file(String text) {
    file = bytes(text);
    return this;
  }

  /** What to prove who it is with. */
  FtpScript context(SSLContext newContext) {
    context = newContext;
    return this;
  }

  /** The commands that came, in order; connections are not told apart. */
  List<String> commands() {
    return commands;
  }

  /** The verbs of the commands that came. */
  List<String> verbs() {
    return commands.stream().map(line -> line.split(" ")[0]).toList();
  }

  /** Of each data connection with TLS, whether it resumed the session of its control connection. */
  List<Boolean> resumptions() {
    return resumptions;
  }

  /** The last upload, a byte a character. */
  String received() {
    return new String(received, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void play(Peer peer) throws IOException {
    try (Session session = new Session(peer)) {
      boolean on = session.say(replies.get("greeting"));
      while (on) {
        String line = peer.readLine();
        if (line == null) {
          return;
        }
        commands.add(line.strip());
        String verb = line.strip().split(" ")[0].toUpperCase(Locale.ROOT);
        session.isPrivate |= verb.equals("PROT") && line.strip().endsWith("P");
        if (verb.equals("EPRT")) {
          session.activePort = Integer.parseInt(line.strip().split("\\|")[3]);
        }
        session.content = files.getOrDefault(line.strip(), file);
        String byVerb = replies.getOrDefault(verb, replies.get("other"));
        on = session.say(replies.getOrDefault(line.strip(), byVerb));
      }
    }
  }

  /** Owned by the thread of its connection. */
  private final class Session implements AutoCloseable {
    private final Peer peer;
    private SSLSocket control;
    private ServerSocket passive;
    private Socket data;
    private boolean isPrivate;
    private int activePort;
    private byte[] content = new byte[0];

    Session(Peer peer) {
      this.peer = peer;
    }

    /** Gives whether the session goes on. */
    boolean say(String text) throws IOException {
      StringBuilder out = new StringBuilder();
      for (String part : text.split("(?=\\{)|(?<=\\})")) {
        switch (part) {
          case "{epsv}" -> out.append("|||").append(openPassive()).append('|');
          case "{pasv}" -> out.append(address("127,0,0,1,"));
          case "{elsewhere}" -> out.append(address("10,255,255,1,"));
          default -> {
            if (!part.startsWith("{")) {
              out.append(part);
              break;
            }
            peer.send(out.toString());
            out.setLength(0);
            if (!act(part)) {
              return false;
            }
          }
        }
      }
      peer.send(out.toString());
      return true;
    }

    private boolean act(String what) throws IOException {
      switch (what) {
        case "{data}" -> {
          accept().getOutputStream().write(content);
          data.close();
        }
        case "{connect}" -> {
          data = new Socket(InetAddress.getByName("127.0.0.1"), activePort);
          data.getOutputStream().write(content);
          data.close();
        }
        case "{start}" -> accept().getOutputStream().write(content);
        case "{receive}" -> {
          received = accept().getInputStream().readAllBytes();
          data.close();
        }
        case "{shut}" -> passive.close();
        case "{tls}" -> control = peer.startTls(context);
        case "{hang}" -> peer.readToEnd();
        case "{close}" -> {
          return false;
        }
        default -> throw new IllegalArgumentException(what);
      }
      return true;
    }

    private String address(String host) throws IOException {
      int port = openPassive();
      return host + (port >> 8) + ',' + (port & 255);
    }

    private int openPassive() throws IOException {
      if (passive != null) {
        passive.close();
      }
      passive = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
      return passive.getLocalPort();
    }

    private Socket accept() throws IOException {
      data = passive.accept();
      if (isPrivate) {
        SSLSocket tls =
            (SSLSocket)
                context
                    .getSocketFactory()
                    .createSocket(data, data.getInetAddress().getHostAddress(), 0, true);
        tls.setUseClientMode(false);
        tls.startHandshake();
        resumptions.add(Arrays.equals(tls.getSession().getId(), control.getSession().getId()));
        data = tls;
      }
      return data;
    }

    @Override
    public void close() throws IOException {
      if (passive != null) {
        passive.close();
      }
      if (data != null) {
        data.close();
      }
    }
  }
}
