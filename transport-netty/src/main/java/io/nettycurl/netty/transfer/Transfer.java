package io.nettycurl.netty.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlProxyCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.InfoValues;
import io.nettycurl.netty.connect.ConnectFailure;
import io.nettycurl.netty.delivery.Delivery;
import io.nettycurl.netty.delivery.UserSide;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.NextStep;
import io.nettycurl.netty.spi.Preparation;
import io.nettycurl.netty.spi.auth.HandleLogins;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.EasyState;
import io.nettycurl.url.CurlUrl;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Owned by the loop. An easy handle while it is inside a multi: goes from state to state, hop after
 * hop, and is what the protocols see of it.
 */
public final class Transfer {
  private volatile TransferCore core;
  private final EasyState easy;
  private final Delivery delivery;
  private final UserSide user;
  private final Progress progress;
  private final Incoming incoming;
  private final Outgoing outgoing;
  private final TransferClock clock;
  private final TransferSide side;
  private final TransferLog log;
  private final Hops hops;
  private final PeerInfos peer;
  private final BeforeRequest beforeRequest = new BeforeRequest(this);
  private final ConnectionUse use = new ConnectionUse(this);
  private final StaleRetry stale = new StaleRetry();
  private TransferState state = TransferState.INIT;
  private Exchange exchange;
  private boolean started;
  private CurlCode result;
  private boolean patient;
  private Object enginePlace;
  private int generation;

  /**
   * A transfer of a handle.
   *
   * @param core the loop's
   * @param easy the handle
   * @param delivery the way to the user
   * @param user the far end of that way
   */
  public Transfer(TransferCore core, EasyState easy, Delivery delivery, UserSide user) {
    this.core = core;
    this.easy = easy;
    this.delivery = delivery;
    this.user = user;
    this.log = new TransferLog(this);
    this.hops = new Hops(easy, log);
    this.peer = new PeerInfos(easy.infos());
    this.progress = new Progress(easy.infos());
    this.incoming = new Incoming(this, delivery, progress);
    this.outgoing = new Outgoing(this, delivery, progress);
    this.clock = new TransferClock(this, progress);
    this.side = new TransferSide(this, progress, incoming, outgoing);
  }

  // Asked by the engine and the core

  /** The handle's state. */
  public EasyState state() {
    return easy;
  }

  /** Where in its life it is. */
  public TransferState phase() {
    return state;
  }

  /** How it ended; null before. */
  public CurlCode result() {
    return result;
  }

  /**
   * A callback refused the last of what was delivered, and the loop had been done before it heard.
   *
   * @param code the result
   */
  public void failAfterwards(CurlCode code) {
    result = code;
  }

  /** What the engine keeps about it; null at first. */
  public Object enginePlace() {
    return enginePlace;
  }

  /**
   * Keeps something of the engine's.
   *
   * @param place what
   */
  public void enginePlace(Object place) {
    enginePlace = place;
  }

  /** Its way to the user. */
  public Delivery delivery() {
    return delivery;
  }

  Progress progressState() {
    return progress;
  }

  /** Its use of a connection. */
  ConnectionUse use() {
    return use;
  }

  /** Where it goes, and what it asks of its connection. */
  Hops hops() {
    return hops;
  }

  /**
   * Receives what came for the application; see {@link io.nettycurl.CurlEasy#recv}.
   *
   * @param into where to
   */
  public CurlCode receive(ByteBuffer into) {
    return use.kept().receive(into);
  }

  /**
   * Sends for the application; see {@link io.nettycurl.CurlEasy#send}.
   *
   * @param from what
   */
  public CurlCode send(ByteBuffer from) {
    return use.kept().send(from);
  }

  // The life of a transfer, in its order

  /** Added to the multi: starts with the next run of the loop. */
  public void added() {
    state = TransferState.INIT;
    result = null;
    use.added();
    generation++;
    side.forget();
  }

  /** Whether it was added and not started. */
  public boolean isAdded() {
    return state == TransferState.INIT;
  }

  /** Whether it ran to its end and was not removed or started again since. */
  public boolean isOver() {
    return state == TransferState.COMPLETED;
  }

  /**
   * Whether it can be used again in a core.
   *
   * @param other the core
   */
  public boolean belongsTo(TransferCore other) {
    return core.shared() == other.shared();
  }

  /** Whose loop it lives on. Any thread; there it stays while that loop does something with it. */
  public TransferCore core() {
    return core;
  }

  /**
   * Runs something on the loop that it lives on, wherever that is by then. Any thread.
   *
   * @param task what
   */
  public void onLoop(Runnable task) {
    TransferCore at = core;
    at.eventLoop()
        .execute(
            () -> {
              if (core == at) {
                task.run();
              } else {
                onLoop(task);
              }
            });
  }

  /** Its connection is another loop's: lives there from now on. The last this loop does with it. */
  void moveTo(Connection found) {
    int mine = generation;
    TransferCore there = found.core();
    clock.stop();
    core = there;
    there.eventLoop().execute(() -> arrive(mine, found));
  }

  private void arrive(int asked, Connection found) {
    boolean still = asked == generation && state == TransferState.PENDING;
    if (still) {
      clock.goOn();
    }
    found.core().pool().arrived(this, still, found);
  }

  /** INIT: reads the options and goes for the first hop. */
  void start() {
    OptionValues options = easy.options();
    long now = core.nanoTime();
    easy.infos().clear();
    log.start();
    progress.start(now);
    HandleLogins.beginTransfer(easy);
    hops.start();
    stale.start();
    patient = false;
    use.start(options);
    infos().set(CurlInfo.XFER_ID, core.nextTransferId());
    delivery.begin();
    incoming.start(now);
    outgoing.start(now);
    clock.start(now);
    ArrayDeque<Preparation> preparations = preparations();
    if (preparations == null) {
      startFirstHop(now);
    } else {
      state = TransferState.SETUP;
      new Preparing(this, core, preparations).begin();
    }
  }

  private ArrayDeque<Preparation> preparations() {
    ArrayDeque<Preparation> all = core.protocols().preparations(easy, core.mayWait());
    if (easy.options().on(CurlOpt.NETRC)) {
      all = all == null ? new ArrayDeque<>() : all;
      all.add(
          () -> {
            hops.netrc(Netrc.read(easy.options().get(CurlOpt.NETRC_FILE)));
            return CurlCode.OK;
          });
    }
    return all;
  }

  int generation() {
    return generation;
  }

  /** Whether what was begun in a generation is still waited for. */
  boolean isPreparing(int mine) {
    return mine == generation && state == TransferState.SETUP;
  }

  /** What protocols had to do first is done, or failed. */
  void prepared(CurlCode prepared) {
    if (prepared == CurlCode.OK) {
      startFirstHop(core.nanoTime());
    } else {
      fail(prepared, null);
    }
  }

  private void startFirstHop(long now) {
    CurlUrl url;
    try {
      url = hops.firstUrl();
    } catch (ConnectFailure e) {
      fail(e.code(), e.getMessage());
      return;
    }
    if (core.connector().resolveEntries(easy) != CurlCode.OK) {
      fail(CurlCode.SETOPT_OPTION_SYNTAX, "Could not parse CURLOPT_RESOLVE entry");
      return;
    }
    startHop(url, now);
  }

  /** SETUP: decides where the hop goes, and looks for a connection. */
  private void startHop(CurlUrl asked, long now) {
    state = TransferState.SETUP;
    progress.startHop(now);
    started = false;
    clock.setDeadline(true);
    try {
      hops.decide(asked, core.protocols());
      peer.hop(hops);
      boolean network = hops.hop().scheme().network();
      incoming.startHop(network);
      outgoing.startHop();
      exchange = hops.hop().provider().newExchange(side);
      ConnectionPlan plan = hops.beginPlan();
      CurlCode code = exchange.prepare(plan);
      if (use.connectsOnly()) {
        plan.speaksApplication();
      }
      if (code != CurlCode.OK) {
        fail(code, null);
      } else if (network) {
        hops.planned(core.transport());
        use.find(now);
      } else {
        runWithoutNetwork();
      }
    } catch (ConnectFailure e) {
      fail(e.code(), e.getMessage());
    }
  }

  private void runWithoutNetwork() {
    state = TransferState.PERFORMING;
    clock.leftQueue(core.nanoTime());
    clock.setDeadline(false);
    started = true;
    progress.reached(CurlInfo.PRETRANSFER_TIME_T, core.nanoTime());
    exchange.run();
  }

  /** PENDING: a limit holds it up. */
  void queued() {
    state = TransferState.PENDING;
  }

  /** CONNECTING: a connection is being made for it. */
  void connecting(Connection begun, long now) {
    state = TransferState.CONNECTING;
    use.begun(begun);
    leftQueue(now);
  }

  private void leftQueue(long now) {
    clock.leftQueue(now);
    progress.reached(CurlInfo.QUEUE_TIME_T, now);
  }

  /** The connection made for it is ready. */
  void connected(Connection ready) {
    begin(ready, core.nanoTime());
  }

  /** A pooled connection is its own now. */
  void assigned(Connection pooled, long now) {
    hops.reuses(pooled.key());
    use.begun(pooled);
    leftQueue(now);
    progress.reached(CurlInfo.NAMELOOKUP_TIME_T, now);
    progress.reached(CurlInfo.CONNECT_TIME_T, now);
    if (pooled.tls()) {
      progress.reached(CurlInfo.APPCONNECT_TIME_T, now);
    }
    if (log.verbose()) {
      Hop hop = hops.hop();
      log.info("Reusing existing " + hop.scheme().name() + ": connection with host " + hop.host());
    }
    begin(pooled, now);
  }

  /** The connection could not be made. */
  void connectFailed(CurlCode code, String message, int osErrno, CurlProxyCode proxyCode) {
    use.failed();
    peer.connectFailed(osErrno, proxyCode);
    fail(code, message);
  }

  /** PROTOCONNECT and DO: asks the user, then lets the protocol speak. */
  private void begin(Connection ready, long now) {
    state = TransferState.CONNECTED;
    peer.connection(ready);
    if (hops.hop().provider().logsIn()) {
      startExchange(now);
    } else {
      beforeRequest.begin(ready, now);
    }
  }

  /** DO: the way is free. */
  void startExchange(long now) {
    state = TransferState.PERFORMING;
    clock.setDeadline(false);
    progress.reached(CurlInfo.PRETRANSFER_TIME_T, now);
    if (use.connectsOnly() && !hops.hop().provider().logsIn()) {
      keepConnection();
      return;
    }
    started = true;
    use.connection().readSize().adapt(easy.options(), incoming.isLimited());
    use.connection().handler().start(exchange);
    if (delivery.isPaused()) {
      updateReceive();
    }
  }

  private void keepConnection() {
    use.keep();
    complete(CurlCode.OK, false);
  }

  /** DO for a protocol that logs in first. */
  void loggedIn(Runnable goOn) {
    beforeRequest.ask(
        use.connection(),
        () -> {
          if (use.connectsOnly()) {
            started = false;
            use.connection().handOver();
            keepConnection();
          } else {
            goOn.run();
          }
        });
  }

  // The end of an exchange

  /** The exchange under way is over. What it brought is the user's, however slow he is. */
  void done(CurlCode code, boolean reusable) {
    if (state != TransferState.PERFORMING) {
      return;
    }
    started = false;
    if (StaleRetry.isStale(code, use.connection(), progress)) {
      retryStale();
      return;
    }
    NextStep next = exchange.next(code);
    if (next == null) {
      patient = code != CurlCode.WRITE_ERROR && code != CurlCode.ABORTED_BY_CALLBACK;
      complete(code, reusable);
      return;
    }
    boolean fresh = next.connection() == NextStep.Choice.FRESH;
    use.nextIsFresh(fresh);
    if (reusable && next.connection() == NextStep.Choice.SAME) {
      closeExchange();
    } else {
      endHop(reusable && !fresh, core.nanoTime());
    }
    goOn(next);
  }

  private void goOn(NextStep next) {
    delivery.nextRequest();
    CurlUrl url = next.url() == null ? hops.hop().url() : next.url();
    if (next.redirect()) {
      hops.redirected(next.url() != null);
      peer.redirected(hops.redirects(), (core.nanoTime() - progress.startTime()) / 1000L);
    }
    state = TransferState.SETUP;
    later(
        () -> {
          if (state == TransferState.SETUP) {
            startHop(url, core.nanoTime());
          }
        });
  }

  /** Soon, unless it was removed or added again by then. */
  void later(Runnable task) {
    int mine = generation;
    core.ready(
        () -> {
          if (mine == generation) {
            task.run();
          }
        });
  }

  private void retryStale() {
    CurlCode rewound = exchange.rewind();
    if (rewound == CurlCode.OK && !stale.again()) {
      log.failed("Connection died, tried " + StaleRetry.MAX + " times before giving up");
      rewound = CurlCode.SEND_ERROR;
    }
    if (rewound != CurlCode.OK) {
      complete(rewound, false);
      return;
    }
    log.forgiven();
    if (log.verbose()) {
      log.info("Connection died, retrying a fresh connect (retry count: " + stale.count() + ")");
    }
    endHop(false, core.nanoTime());
    use.nextIsFresh(true);
    goOn(NextStep.againFresh());
  }

  /** Gives up what belongs to the hop. The connection's place is given back here only. */
  private void endHop(boolean reusable, long now) {
    closeExchange();
    use.end(reusable, now);
  }

  private void closeExchange() {
    outgoing.endHop();
    clock.endHop();
    incoming.endHop();
    core.pool().stopWaiting(this);
    if (exchange != null) {
      exchange.close();
      exchange = null;
    }
  }

  private void complete(CurlCode code, boolean reusable) {
    if (reusable && use.connection() != null && exchange != null) {
      incoming.letGo();
    }
    long now = core.nanoTime();
    endHop(reusable, now);
    progress.publish(now);
    CurlCode last = code == CurlCode.OK && clock.showsProgress() ? clock.tellProgress() : code;
    if (last == CurlCode.OK && log.refusal() != null) {
      last = log.refusal();
    }
    patient &= last == code;
    result = last;
    if (!waitsForUser() || delivery.isDrained()) {
      finish();
    } else {
      state = TransferState.DRAINING;
    }
  }

  /**
   * Whether a paused user keeps it from ending: the protocol is done, and nothing else is wrong.
   */
  public boolean waitsForUser() {
    return patient;
  }

  private void finish() {
    state = TransferState.COMPLETED;
    clock.stop();
    if (!waitsForUser()) {
      delivery.failed();
    }
    core.completed(this);
  }

  /** The user turned out not to have taken all; only he and the total time can end it now. */
  void heldBack() {
    state = TransferState.DRAINING;
    clock.heldBack();
  }

  /** Whether the protocol is done, and only the user is not. */
  boolean isDraining() {
    return state == TransferState.DRAINING;
  }

  /** A fault of ours: ends the transfer with the code for such. */
  void broken(RuntimeException fault) {
    if (isUnderWay()) {
      fail(CurlCode.FAILED_INIT, "internal fault: " + fault);
    } else if (state == TransferState.INIT) {
      state = TransferState.SETUP;
      fail(CurlCode.FAILED_INIT, "internal fault: " + fault);
    }
  }

  /** Ends the transfer from wherever it is. */
  void fail(CurlCode code, String message) {
    patient = false;
    log.failed(message);
    boolean reusable = dropExchange(code);
    complete(code, reusable);
  }

  private boolean dropExchange(CurlCode code) {
    if (!started) {
      if (state == TransferState.CONNECTING && use.connection() != null) {
        use.connection().abort();
      }
      return false;
    }
    started = false;
    return use.connection() != null && use.connection().handler().cancel(exchange, code);
  }

  /** The whole multi came to an end. */
  void kill(CurlCode code) {
    if (state == TransferState.INIT) {
      state = TransferState.SETUP;
    }
    abort(code);
  }

  /** A callback answered that the transfer is to end, on whatever thread that was. */
  public void abort(CurlCode code) {
    if (isUnderWay()) {
      fail(code, null);
    }
  }

  /** Writes how far it has come into the infos. */
  public void bringUpToDate() {
    if (isUnderWay()) {
      progress.publish(core.nanoTime());
    }
  }

  boolean isUnderWay() {
    return state != TransferState.INIT
        && state != TransferState.COMPLETED
        && state != TransferState.REMOVED;
  }

  /** Taken out of the multi: ends without a word. */
  void remove() {
    if (isUnderWay()) {
      boolean reusable =
          state != TransferState.DRAINING && dropExchange(CurlCode.ABORTED_BY_CALLBACK);
      long now = core.nanoTime();
      endHop(reusable, now);
      progress.publish(now);
    }
    use.kept().giveUp(this);
    state = TransferState.REMOVED;
    generation++;
    clock.stop();
    delivery.drop();
    side.forget();
  }

  // Pausing

  /**
   * Pauses or goes on, where the callbacks run on the loop's thread.
   *
   * @param bitmask {@code CURLPAUSE_*} bits
   * @return OK, or the result that the transfer ends with
   */
  public CurlCode pause(int bitmask) {
    CurlCode code = user.writer().pause((bitmask & CurlSymbols.CURLPAUSE_RECV) != 0);
    if (code != CurlCode.OK) {
      abort(code);
      return code;
    }
    pauseChanged((bitmask & CurlSymbols.CURLPAUSE_SEND) != 0);
    return CurlCode.OK;
  }

  /** Whether it has come to have a connection since it was added. Any thread. */
  public boolean wasConnected() {
    return use.wasBegun();
  }

  /** Whether there is a connection to pause. */
  public boolean canPause() {
    return isUnderWay() && (use.connection() != null || state == TransferState.DRAINING);
  }

  /**
   * The user paused or goes on; the delivery knows about receiving already.
   *
   * @param send whether sending is paused
   */
  public void pauseChanged(boolean send) {
    outgoing.pause(send);
    incoming.update();
    if (state == TransferState.DRAINING && delivery.isDrained()) {
      finish();
    }
  }

  /** Stops or goes on with reading, as pauses, the rate limit and the queue's fill demand. */
  public void updateReceive() {
    incoming.update();
  }

  // What the parts of the transfer ask

  /** Asks the user; the answer may come later. */
  <T> void ask(String name, Supplier<T> code, T ifThrown, Consumer<T> answer) {
    delivery.ask(() -> user.ask(name, code, ifThrown), answer);
  }

  /** Tells the user something as an exchange ends. */
  void lastWord(String what, Runnable telling) {
    delivery.lastWord(
        () ->
            user.ask(
                what,
                () -> {
                  telling.run();
                  return CurlCode.OK;
                },
                CurlCode.OK));
  }

  UserSide user() {
    return user;
  }

  OptionValues options() {
    return easy.options();
  }

  InfoValues infos() {
    return easy.infos();
  }

  Exchange exchange() {
    return exchange;
  }

  /** What it tells about itself. */
  TransferLog log() {
    return log;
  }

  /** Where it went, as the infos tell it. */
  PeerInfos peer() {
    return peer;
  }

  TransferClock clock() {
    return clock;
  }

  /** Whether a speed limit holds for receiving. */
  boolean receivesSlowly() {
    return incoming.isLimited();
  }

  /** Whether an exchange is under way. */
  boolean isStarted() {
    return started;
  }

  boolean isPerforming() {
    return state == TransferState.PERFORMING || state == TransferState.DRAINING;
  }

  boolean isPaused() {
    return delivery.isPaused() || outgoing.isPaused();
  }

  /** Asks the user for the exchange under way; what he says after its end is not heard. */
  <T> void askInExchange(String what, Supplier<T> question, Consumer<T> answer) {
    Exchange asking = exchange;
    ask(
        what,
        question,
        null,
        said -> {
          if (exchange != asking || !started) {
            return;
          }
          if (said == null) {
            abort(CurlCode.ABORTED_BY_CALLBACK);
          } else {
            answer.accept(said);
          }
        });
  }

  CurlCode proxyHeader(byte[] line, int offset, int length) {
    return incoming.proxyHeader(line, offset, length);
  }
}
