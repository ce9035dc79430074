package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSocket;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.MultiInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be called from within which callback, with libcurl's codes: each pair of the two. */
@Timeout(180)
class CallsFromCallbacksTest {
  /** How much is allowed in a callback. */
  private enum Rule {
    /** In those of a transfer. */
    USUAL,
    /** In those for an application's own loop: a transfer cannot even be paused. */
    EVENT,
    /** In the one that runs at the end of a call. */
    NOTIFY
  }

  /** The callbacks. */
  private enum Callback {
    WRITE(Rule.USUAL),
    HEADER(Rule.USUAL),
    READ(Rule.USUAL),
    XFERINFO(Rule.USUAL),
    DEBUG(Rule.USUAL),
    PREREQ(Rule.USUAL),
    SOCKOPT(Rule.USUAL),
    OPENSOCKET(Rule.USUAL),
    CLOSESOCKET(Rule.USUAL),
    RESOLVER_START(Rule.USUAL),
    SOCKET(Rule.EVENT),
    TIMER(Rule.EVENT),
    NOTIFY(Rule.NOTIFY);

    private final Rule rule;

    Callback(Rule rule) {
      this.rule = rule;
    }

    /** A loop that is the application's own already needs no events; a group minds its timers. */
    boolean existsIn(Drive drive) {
      return switch (this) {
        case SOCKET -> drive != Drive.EMBEDDED;
        case TIMER -> drive != Drive.EMBEDDED && drive != Drive.GROUP;
        default -> true;
      };
    }
  }

  /** What a call came to. */
  private enum Outcome {
    REFUSED,
    ALLOWED
  }

  /** Owned by the thread of the callbacks. What the calls are made with. */
  private static final class Scene {
    private final CurlMulti multi;
    private final CurlEasy easy;
    private final CurlEasy spare = CurlEasy.init();

    private Scene(CurlMulti multi, CurlEasy easy) {
      this.multi = multi;
      this.easy = easy;
    }
  }

  private static Outcome of(CurlMultiCode code) {
    return code == CurlMultiCode.RECURSIVE_API_CALL ? Outcome.REFUSED : Outcome.ALLOWED;
  }

  private static Outcome of(CurlCode code) {
    return code == CurlCode.RECURSIVE_API_CALL ? Outcome.REFUSED : Outcome.ALLOWED;
  }

  private static Outcome allowed(boolean is) {
    return is ? Outcome.ALLOWED : Outcome.REFUSED;
  }

  /** The calls, and in which callbacks each is allowed. */
  private enum Call {
    ADD_HANDLE(Rule.NOTIFY) {
      @Override
      Outcome make(Scene scene) {
        Outcome added = of(scene.multi.addHandle(scene.spare));
        scene.multi.removeHandle(scene.spare);
        return added;
      }
    },
    REMOVE_HANDLE(Rule.NOTIFY) {
      @Override
      Outcome make(Scene scene) {
        return of(scene.multi.removeHandle(scene.spare));
      }
    },
    PERFORM() {
      @Override
      Outcome make(Scene scene) {
        return of(scene.multi.perform());
      }
    },
    SOCKET_ACTION() {
      @Override
      Outcome make(Scene scene) {
        return of(scene.multi.socketAction(CurlSocket.TIMEOUT, 0));
      }
    },
    CLEANUP() {
      @Override
      Outcome make(Scene scene) {
        return of(scene.multi.cleanup());
      }
    },
    POLL(Rule.NOTIFY) {
      @Override
      Outcome make(Scene scene) {
        return of(scene.multi.poll(0));
      }
    },
    WAIT(Rule.NOTIFY) {
      @Override
      Outcome make(Scene scene) {
        return of(scene.multi.waitFor(List.of(), 0));
      }
    },
    WAITFDS(Rule.NOTIFY) {
      @Override
      Outcome make(Scene scene) {
        return of(scene.multi.waitFds(new ArrayList<>()));
      }
    },
    SETOPT(Rule.NOTIFY) {
      @Override
      Outcome make(Scene scene) {
        return of(scene.multi.setopt(CurlMultiOpt.MAXCONNECTS, 10));
      }
    },
    INFO_READ(Rule.values()) {
      @Override
      Outcome make(Scene scene) {
        return allowed(scene.multi.msgsInQueue() >= 0);
      }
    },
    GET_HANDLES(Rule.values()) {
      @Override
      Outcome make(Scene scene) {
        return allowed(scene.multi.getHandles().contains(scene.easy));
      }
    },
    GET_OFFT(Rule.values()) {
      @Override
      Outcome make(Scene scene) {
        return allowed(scene.multi.getOfft(MultiInfo.XFERS_CURRENT) == 1);
      }
    },
    ASSIGN(Rule.values()) {
      @Override
      Outcome make(Scene scene) {
        return of(scene.multi.assign(CurlSocket.TIMEOUT, "x"));
      }
    },
    NOTIFY_ENABLE(Rule.values()) {
      @Override
      Outcome make(Scene scene) {
        return of(scene.multi.notifyEnable(CurlSymbols.CURLMNOTIFY_EASY_DONE));
      }
    },
    WAKEUP(Rule.values()) {
      @Override
      Outcome make(Scene scene) {
        return of(scene.multi.wakeup());
      }
    },
    EASY_PERFORM() {
      @Override
      Outcome make(Scene scene) {
        return of(scene.easy.perform());
      }
    },
    EASY_CLEANUP() {
      @Override
      Outcome make(Scene scene) {
        scene.easy.close();
        return allowed(scene.easy.setopt(CurlOpt.PRIVATE, "still there") != CurlCode.OK);
      }
    },
    EASY_RESET() {
      @Override
      Outcome make(Scene scene) {
        scene.easy.setopt(CurlOpt.PRIVATE, "still there");
        scene.easy.reset();
        return allowed(scene.easy.getinfo(CurlInfo.PRIVATE) == null);
      }
    },
    EASY_RECV() {
      @Override
      Outcome make(Scene scene) {
        return of(scene.easy.recv(ByteBuffer.allocate(1)));
      }
    },
    EASY_SEND() {
      @Override
      Outcome make(Scene scene) {
        return of(scene.easy.send(ByteBuffer.allocate(1)));
      }
    },
    EASY_UPKEEP() {
      @Override
      Outcome make(Scene scene) {
        return of(scene.easy.upkeep());
      }
    },
    EASY_SETOPT(Rule.values()) {
      @Override
      Outcome make(Scene scene) {
        return allowed(scene.easy.setopt(CurlOpt.PRIVATE, "x") == CurlCode.OK);
      }
    },
    EASY_GETINFO(Rule.values()) {
      @Override
      Outcome make(Scene scene) {
        return allowed(scene.easy.getinfo(CurlInfo.EFFECTIVE_URL) != null);
      }
    },
    EASY_DUPHANDLE(Rule.values()) {
      @Override
      Outcome make(Scene scene) {
        try (CurlEasy copy = scene.easy.duplicate()) {
          return allowed(copy != scene.easy);
        }
      }
    },
    EASY_PAUSE(Rule.USUAL, Rule.NOTIFY) {
      @Override
      Outcome make(Scene scene) {
        return of(scene.easy.pause(CurlSymbols.CURLPAUSE_CONT));
      }
    };

    private final List<Rule> allowedIn;

    Call(Rule... allowedIn) {
      this.allowedIn = List.of(allowedIn);
    }

    abstract Outcome make(Scene scene);

    Outcome expected(Callback callback, Drive drive) {
      boolean waits = this == POLL || this == WAIT;
      // a loop of the application's own must not wait
      return allowed(allowedIn.contains(callback.rule) && !(waits && drive == Drive.EMBEDDED));
    }
  }

  static Stream<Arguments> pairs() {
    return Stream.of(Drive.values())
        .flatMap(
            drive ->
                Stream.of(Callback.values())
                    .filter(callback -> callback.existsIn(drive))
                    .map(callback -> Arguments.of(drive, callback)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void asInLibcurl(Drive drive, Callback callback) {
    Map<Call, Outcome> outcomes = new EnumMap<>(Call.class);
    Map<Call, Outcome> expected = new EnumMap<>(Call.class);
    for (Call call : Call.values()) {
      expected.put(call, call.expected(callback, drive));
    }
    try (RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"));
        Driven driven = drive.open()) {
      Fetch fetch = new Fetch("http://localhost:" + server.port() + "/");
      Scene scene = new Scene(driven.multi(), fetch.easy());
      Runnable calls =
          () -> {
            if (outcomes.isEmpty() && scene.easy.getinfo(CurlInfo.EFFECTIVE_URL) != null) {
              for (Call call : Call.values()) {
                outcomes.put(call, call.make(scene));
              }
            }
          };
      driven.call(
          () -> {
            hook(callback, fetch, driven.multi(), calls);
            return null;
          });
      driven.add(fetch.easy());
      CurlMessage message = driven.next(Fetch.LIMIT);
      assertEquals(CurlCode.OK, message.result());
      driven.until(Fetch.LIMIT, () -> outcomes.size() == Call.values().length);
      assertEquals(expected, driven.call(() -> new EnumMap<>(outcomes)));
      driven.remove(fetch.easy());
    }
  }

  private static void hook(Callback callback, Fetch fetch, CurlMulti multi, Runnable calls) {
    switch (callback) {
      case WRITE ->
          fetch.with(
              CurlOpt.WRITEFUNCTION,
              (data, me) -> {
                calls.run();
                return data.remaining();
              });
      case HEADER ->
          fetch.with(
              CurlOpt.HEADERFUNCTION,
              (line, me) -> {
                calls.run();
                return line.remaining();
              });
      case READ ->
          fetch
              .with(CurlOpt.UPLOAD, 1)
              .with(
                  CurlOpt.READFUNCTION,
                  (into, me) -> {
                    calls.run();
                    return 0;
                  });
      case XFERINFO ->
          fetch
              .with(CurlOpt.NOPROGRESS, 0)
              .with(
                  CurlOpt.XFERINFOFUNCTION,
                  (dltotal, dlnow, ultotal, ulnow, me) -> {
                    calls.run();
                    return 0;
                  });
      case DEBUG ->
          fetch
              .with(CurlOpt.VERBOSE, 1)
              .with(
                  CurlOpt.DEBUGFUNCTION,
                  (easy, type, data, me) -> {
                    calls.run();
                    return 0;
                  });
      case PREREQ ->
          fetch.with(
              CurlOpt.PREREQFUNCTION,
              (ip, local, port, localPort, me) -> {
                calls.run();
                return CurlSymbols.CURL_PREREQFUNC_OK;
              });
      case SOCKOPT ->
          fetch.with(
              CurlOpt.SOCKOPTFUNCTION,
              (socket, purpose, me) -> {
                calls.run();
                return CurlSymbols.CURL_SOCKOPT_OK;
              });
      case OPENSOCKET ->
          fetch.with(
              CurlOpt.OPENSOCKETFUNCTION,
              (purpose, address, me) -> {
                calls.run();
                return address.newSocket();
              });
      case CLOSESOCKET ->
          fetch
              .with(CurlOpt.FORBID_REUSE, 1)
              .with(
                  CurlOpt.CLOSESOCKETFUNCTION,
                  (socket, me) -> {
                    calls.run();
                    return 0;
                  });
      case RESOLVER_START ->
          fetch.with(
              CurlOpt.RESOLVER_START_FUNCTION,
              (state, me) -> {
                calls.run();
                return 0;
              });
      case SOCKET ->
          multi.setopt(
              CurlMultiOpt.SOCKETFUNCTION,
              (easy, socket, what, me, mine) -> {
                calls.run();
                return 0;
              });
      case TIMER ->
          multi.setopt(
              CurlMultiOpt.TIMERFUNCTION,
              (same, millis, me) -> {
                calls.run();
                return 0;
              });
      default -> {
        multi.setopt(CurlMultiOpt.NOTIFYFUNCTION, (same, type, easy, me) -> calls.run());
        multi.notifyEnable(CurlSymbols.CURLMNOTIFY_INFO_READ);
      }
    }
  }

  @Test
  void anotherHandleMayPerformInACallback() {
    try (RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"));
        Driven driven = Drive.CALLER.open()) {
      Fetch inner = new Fetch("http://" + server.authority() + "/inner");
      Fetch outer = new Fetch("http://" + server.authority() + "/outer");
      outer.with(
          CurlOpt.WRITEFUNCTION,
          (data, me) -> {
            assertEquals(CurlCode.OK, inner.easy().perform());
            return data.remaining();
          });
      outer.expect(CurlCode.OK, driven);
      assertEquals("hi", inner.body());
      assertEquals(
          CurlCode.FAILED_INIT,
          driven.call(
              () -> {
                driven.multi().addHandle(outer.easy());
                CurlCode code = outer.easy().perform();
                driven.multi().removeHandle(outer.easy());
                return code;
              }));
    }
  }

  @Test
  void messagesAreNotifiedOfOnceUntilTheyAreRead() {
    try (RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"));
        CurlMulti multi = CurlMulti.init()) {
      List<String> told = new ArrayList<>();
      multi.setopt(CurlMultiOpt.NOTIFYDATA, "me");
      multi.setopt(
          CurlMultiOpt.NOTIFYFUNCTION,
          (same, type, easy, me) -> told.add(type + (easy == null ? "" : " easy") + me));
      assertEquals(CurlMultiCode.UNKNOWN_OPTION, multi.notifyEnable(7));
      assertEquals(CurlMultiCode.OK, multi.notifyEnable(CurlSymbols.CURLMNOTIFY_INFO_READ));
      assertEquals(CurlMultiCode.OK, multi.notifyEnable(CurlSymbols.CURLMNOTIFY_EASY_DONE));
      for (int i = 0; i < 2; i++) {
        multi.addHandle(new Fetch("http://" + server.authority() + "/" + i).easy());
      }
      while (multi.msgsInQueue() < 2) {
        multi.perform();
        multi.poll(100);
      }
      assertEquals(List.of("1 easyme", "0me", "1 easyme"), told);
      multi.notifyDisable(CurlSymbols.CURLMNOTIFY_INFO_READ);
      for (CurlEasy easy : multi.getHandles()) {
        multi.removeHandle(easy);
      }
    }
  }
}
