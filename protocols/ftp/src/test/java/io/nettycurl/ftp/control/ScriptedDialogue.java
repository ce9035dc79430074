package io.nettycurl.ftp.control;

import io.nettycurl.CurlCode;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.RequestKind;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Owned by the test's thread. A server in one method and a driver without any I/O: it runs requests
 * over one connection and keeps what the machine asked for.
 */
final class ScriptedDialogue {
  private final OptionValues options = new OptionValues();
  private final Map<String, ArrayDeque<String>> replies = new HashMap<>();
  private final List<String> commands = new ArrayList<>();
  private final List<String> headers = new ArrayList<>();
  private final List<FtpAction> told = new ArrayList<>();
  private final FtpSession session;
  private final FtpMachine machine;
  private RequestKind kind = RequestKind.GET;
  private String greeting = "220 hi";
  private String user;
  private String password;
  private long size = 10;
  private CurlCode tlsAnswer = CurlCode.OK;
  private CurlCode skipAnswer = CurlCode.OK;
  private final ArrayDeque<CurlCode> dataAnswers = new ArrayDeque<>();
  private FtpAction.Finish finish;
  private InetSocketAddress listening = new InetSocketAddress("127.0.0.1", 4001);
  private boolean peerConnects;
  private boolean greeted;
  private boolean transferring;
  private String afterTransfer;

  ScriptedDialogue() {
    this(false, false);
  }

  ScriptedDialogue(boolean tls, boolean ipv6) {
    session = new FtpSession(tls, ipv6);
    machine = new FtpMachine(session);
    greeted = false;
  }

  <T> ScriptedDialogue set(EasyOption<T> option, T value) {
    options.set(option, value);
    return this;
  }

  ScriptedDialogue kind(RequestKind newKind) {
    kind = newKind;
    return this;
  }

  ScriptedDialogue greeting(String line) {
    greeting = line;
    return this;
  }

  ScriptedDialogue login(String newUser, String newPassword) {
    user = newUser;
    password = newPassword;
    return this;
  }

  /** What the server answers to a command, or to all of a verb; the last one again and again. */
  ScriptedDialogue on(String command, String... lines) {
    replies.put(command, new ArrayDeque<>(List.of(lines)));
    return this;
  }

  ScriptedDialogue fileSize(long bytes) {
    size = bytes;
    return this;
  }

  ScriptedDialogue tlsAnswer(CurlCode code) {
    tlsAnswer = code;
    return this;
  }

  ScriptedDialogue skipAnswer(CurlCode code) {
    skipAnswer = code;
    return this;
  }

  /** What becomes of the data channels, one after the other; OK once there are no more. */
  ScriptedDialogue dataAnswers(CurlCode... codes) {
    dataAnswers.addAll(List.of(codes));
    return this;
  }

  ScriptedDialogue listeningAt(String host, int port) {
    listening = new InetSocketAddress(host, port);
    return this;
  }

  ScriptedDialogue get(String path) {
    peerConnects = false;
    finish = null;
    commands.clear();
    headers.clear();
    told.clear();
    FtpLogin login = FtpRequest.loginOf(options, user, password);
    ArrayDeque<FtpAction> todo =
        new ArrayDeque<>(machine.start(FtpRequest.of(options, kind, FtpTarget.of(path), login)));
    if (!greeted) {
      greeted = true;
      todo.addAll(machine.reply(reply(greeting)));
    }
    while (!todo.isEmpty()) {
      todo.addAll(answer(todo.poll()));
      if (todo.isEmpty() && machine.awaitsReply()) {
        todo.addAll(machine.reply(reply(takeLate())));
      }
    }
    return this;
  }

  /** What comes without a command: the end of a transfer, then the reply to what came within. */
  private String takeLate() {
    String line = transferring ? scripted("final", "226 done") : afterTransfer;
    afterTransfer = transferring ? afterTransfer : null;
    transferring = false;
    return line;
  }

  /** Brings a machine in active mode to where it sent a command that is not answered yet. */
  static void upTo(String command, FtpMachine machine) {
    ScriptedDialogue script = new ScriptedDialogue();
    script.set(CurlOpt.FTPPORT, "-");
    FtpLogin login = FtpRequest.loginOf(script.options, null, null);
    FtpRequest request = FtpRequest.of(script.options, RequestKind.GET, FtpTarget.of("/f"), login);
    ArrayDeque<FtpAction> todo = new ArrayDeque<>(machine.start(request));
    todo.addAll(machine.reply(reply(script.greeting)));
    while (!todo.isEmpty()) {
      FtpAction action = todo.poll();
      if (action instanceof FtpAction.LoggedIn) {
        todo.addAll(machine.admitted());
      } else if (action instanceof FtpAction.AcceptData) {
        todo.addAll(machine.dataListening(script.listening));
      } else if (action instanceof FtpAction.Send send && !send.command().equals(command)) {
        todo.addAll(machine.reply(reply(script.replyTo(send.command()))));
      }
    }
  }

  private List<FtpAction> answer(FtpAction action) {
    if (action instanceof FtpAction.Send send) {
      commands.add(send.command());
      return answerCommand(send.command());
    }
    if (action instanceof FtpAction.Finish last) {
      finish = last;
      return List.of();
    }
    if (action instanceof FtpAction.Header header) {
      headers.add(header.line());
      return List.of();
    }
    if (action instanceof FtpAction.LoggedIn) {
      return machine.admitted();
    }
    told.add(action);
    if (action instanceof FtpAction.OpenData) {
      CurlCode code = dataAnswers.isEmpty() ? CurlCode.OK : dataAnswers.poll();
      return code == CurlCode.OK ? machine.dataConnected() : machine.dataRefused(code, "no data");
    }
    if (action instanceof FtpAction.AcceptData) {
      peerConnects = true;
      return machine.dataListening(listening);
    }
    if (peerConnects
        && (action instanceof FtpAction.ReceiveBody || action instanceof FtpAction.SendBody)) {
      peerConnects = false;
      if (machine.awaitsReply() && replies.containsKey("instead")) {
        return machine.reply(reply(scripted("instead", null)));
      }
      List<FtpAction> due = new ArrayList<>(machine.dataConnected());
      due.addAll(answer(action));
      return due;
    }
    if (action instanceof FtpAction.ReceiveBody receive) {
      return machine.dataEnded(receive.limit() < 0 ? size : Math.min(size, receive.limit()));
    }
    if (action instanceof FtpAction.SendBody send) {
      return machine.dataEnded(send.size() < 0 ? size : send.size());
    }
    if (action instanceof FtpAction.SkipBody) {
      return machine.bodySkipped(skipAnswer, "no skip");
    }
    if (action instanceof FtpAction.StartTls || action instanceof FtpAction.StopTls) {
      return machine.tlsChanged(tlsAnswer, null);
    }
    return List.of();
  }

  /** A server reads the next command when a transfer is over, and answers in order. */
  private List<FtpAction> answerCommand(String command) {
    String line = replyTo(command);
    if (transferring && command.equals("EPSV")) {
      afterTransfer = line;
      return List.of();
    }
    List<FtpAction> due = new ArrayList<>();
    if (afterTransfer != null) {
      due.addAll(machine.reply(reply(afterTransfer)));
      afterTransfer = null;
    }
    transferring = line.startsWith("1");
    due.addAll(machine.reply(reply(line)));
    return due;
  }

  private static FtpReply reply(String line) {
    boolean followed = line.endsWith("+");
    String text = followed ? line.substring(0, line.length() - 1) : line;
    return new FtpReply(Integer.parseInt(text.substring(0, 3)), text, followed);
  }

  private String replyTo(String command) {
    String verb = command.split(" ", 2)[0];
    String usual =
        switch (verb) {
          case "USER" -> "331 password please";
          case "PASS" -> "230 logged in";
          case "PWD" -> "257 \"/home\"";
          case "CWD", "MKD" -> "250 done";
          case "EPSV" -> "229 ok (|||4001|)";
          case "PASV" -> "227 ok (10,0,0,9,15,161)";
          case "SIZE" -> "213 " + size;
          case "MDTM" -> "213 20200102030405";
          case "REST" -> "350 go on";
          case "AUTH" -> "234 go on";
          case "RETR", "LIST", "NLST", "MLSD", "STOR", "APPE" -> "150 here it comes";
          case "TYPE",
              "NOOP",
              "SITE",
              "DELE",
              "PRET",
              "ABOR",
              "PBSZ",
              "PROT",
              "CCC",
              "EPRT",
              "PORT" ->
              "200 ok";
          default -> "500 what";
        };
    return scripted(command, scripted(verb, usual));
  }

  private String scripted(String key, String usual) {
    ArrayDeque<String> lines = replies.get(key);
    if (lines == null) {
      return usual;
    }
    return lines.size() > 1 ? lines.poll() : lines.peek();
  }

  /** The commands of the last request, with bars between them. */
  String sent() {
    return String.join(" | ", commands);
  }

  List<String> headers() {
    return headers;
  }

  /** What the machine asked for beyond commands, headers and the end. */
  List<FtpAction> told() {
    return told;
  }

  <T extends FtpAction> T only(Class<T> type) {
    List<T> found = told.stream().filter(type::isInstance).map(type::cast).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of " + type.getSimpleName() + " in " + told);
    }
    return found.get(0);
  }

  CurlCode code() {
    return finish == null ? null : finish.code();
  }

  boolean reusable() {
    return finish.reusable();
  }

  /** Whether QUIT goes out when the connection is closed. */
  boolean saysFarewell() {
    return session.sane();
  }
}
