package io.nettycurl.netty.transfer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlProxyCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.InfoValues;
import io.nettycurl.netty.connect.ConnectFailure;
import io.nettycurl.netty.connect.Route;
import io.nettycurl.netty.delivery.Delivery;
import io.nettycurl.netty.delivery.UserSide;
import io.nettycurl.netty.loop.Timers;
import io.nettycurl.netty.pool.PoolKey;
import io.nettycurl.netty.pool.PoolMachine;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.netty.spi.BodyWriter;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.netty.spi.NextStep;
import io.nettycurl.netty.spi.ProtocolProvider;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.netty.spi.TransferTimer;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.BodyReader;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.RequestKind;
import io.nettycurl.spi.TransferUrl;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Owned by the loop. An easy handle while it is inside a multi: goes from state to state, hop after
 * hop, and is what the protocols see of it.
 */
public final class Transfer implements TransferContext {
  /** How often a request is sent again because a reused connection turned out dead. */
  private static final int MAX_STALE_RETRIES = 5;

  private static final long MILLISECOND = 1_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final long DEFAULT_CONNECT_TIMEOUT_MS = 300_000L;

  private final TransferCore core;
  private final EasyState easy;
  private final Delivery delivery;
  private final UserSide user;
  private final Progress progress;
  private final RateLimit receiveRate = new RateLimit();
  private final RateLimit sendRate = new RateLimit();
  private final BodyPath bodyPath = new BodyPath(this);
  private final PoolWaiter waiter = new PoolWaiter(this);
  private final Deadline deadline = new Deadline();
  private final Tick tick = new Tick();
  private final RateTimer receiveResume = new RateTimer();
  private final SendTimer sendResume = new SendTimer();
  private final List<ProtocolTimer> protocolTimers = new ArrayList<>();
  private final List<BodySource> sources = new ArrayList<>(1);
  private final Map<Class<?>, Object> attachments = new HashMap<>();
  private TransferState state = TransferState.INIT;
  private Hop hop;
  private Hop.Origin firstOrigin;
  private ConnectionPlan plan;
  private PoolKey poolKey;
  private Exchange exchange;
  private Connection connection;
  private boolean started;
  private boolean wantsFresh;
  private boolean receiveStopped;
  private boolean rateStopped;
  private boolean sendPaused;
  private boolean uploadFinished;
  private boolean verbose;
  private boolean showsProgress;
  private int redirects;
  private int staleRetries;
  private int connects;
  private CurlCode result;
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
    this.progress = new Progress(easy.infos());
  }

  /** In the pool's queue. Owned by the loop. */
  static final class PoolWaiter extends PoolMachine.Waiter<PoolKey> {
    private final Transfer transfer;

    PoolWaiter(Transfer transfer) {
      this.transfer = transfer;
    }

    Transfer transfer() {
      return transfer;
    }
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

  /** Its way to the user. */
  public Delivery delivery() {
    return delivery;
  }

  Progress progressState() {
    return progress;
  }

  PoolWaiter waiter() {
    return waiter;
  }

  PoolKey poolKey() {
    return poolKey;
  }

  ConnectionPlan plan() {
    return plan;
  }

  ProtocolProvider provider() {
    return hop.provider();
  }

  boolean wantsFresh() {
    return wantsFresh;
  }

  // The life of a transfer, in its order

  /** Added to the multi: starts with the next run of the loop. */
  public void added() {
    state = TransferState.INIT;
    result = null;
    generation++;
    attachments.clear();
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
    return core == other;
  }

  /** INIT: reads the options and goes for the first hop. */
  void start() {
    OptionValues options = easy.options();
    long now = core.nanoTime();
    easy.infos().clear();
    easy.errorBuffer().clear();
    progress.start(now);
    redirects = 0;
    staleRetries = 0;
    connects = 0;
    firstOrigin = null;
    sendPaused = false;
    rateStopped = false;
    verbose = options.on(CurlOpt.VERBOSE);
    showsProgress = !options.on(CurlOpt.NOPROGRESS);
    wantsFresh = options.on(CurlOpt.FRESH_CONNECT);
    receiveRate.start(options.number(CurlOpt.MAX_RECV_SPEED_LARGE), now);
    sendRate.start(options.number(CurlOpt.MAX_SEND_SPEED_LARGE), now);
    infos().set(CurlInfo.XFER_ID, core.nextTransferId());
    delivery.begin();
    if (needsTick()) {
      core.timers().set(tick, now + SECOND);
    }
    TransferUrl parsed = TransferUrl.parse(options.get(CurlOpt.URL), options);
    if (parsed.code() != CurlCode.OK) {
      fail(parsed.code(), parsed.message());
      return;
    }
    List<String> resolve = options.get(CurlOpt.RESOLVE);
    if (resolve != null) {
      CurlCode code = core.connector().resolveEntries(resolve);
      if (code != CurlCode.OK) {
        fail(code, "Could not parse CURLOPT_RESOLVE entry");
        return;
      }
    }
    startHop(parsed.url());
  }

  private boolean needsTick() {
    OptionValues options = easy.options();
    return showsProgress
        || options.number(CurlOpt.LOW_SPEED_LIMIT) > 0
            && options.number(CurlOpt.LOW_SPEED_TIME) > 0;
  }

  /** SETUP: decides where the hop goes, and looks for a connection. */
  private void startHop(CurlUrl url) {
    state = TransferState.SETUP;
    long now = core.nanoTime();
    progress.startHop(now);
    started = false;
    receiveStopped = false;
    uploadFinished = false;
    setDeadline();
    try {
      hop = Hop.decide(url, easy.options(), core.protocols(), firstOrigin);
      TransferUrl allowed = TransferUrl.allowed(url, redirects > 0, easy.options());
      if (allowed.code() != CurlCode.OK) {
        fail(allowed.code(), allowed.message());
        return;
      }
      if (firstOrigin == null) {
        firstOrigin = hop.origin();
      }
      describeHop(url);
      delivery.pausable(hop.scheme().network());
      bodyPath.start();
      exchange = hop.provider().newExchange(this);
      plan = hop.plan();
      CurlCode code = exchange.prepare(plan);
      if (code != CurlCode.OK) {
        fail(code, null);
      } else if (hop.scheme().network()) {
        planRoute();
        core.pool().acquire(this);
      } else {
        runWithoutNetwork();
      }
    } catch (ConnectFailure e) {
      fail(e.code(), e.getMessage());
    }
  }

  private void describeHop(CurlUrl url) {
    infos().set(CurlInfo.EFFECTIVE_URL, url.get(UrlPart.URL, 0).value());
    infos().set(CurlInfo.SCHEME, hop.scheme().name());
    infos()
        .set(
            CurlInfo.USED_PROXY,
            hop.proxies().http() != null || hop.proxies().socks() != null ? 1L : 0L);
  }

  private void planRoute() throws ConnectFailure {
    Route route = Route.plan(plan, hop.proxies(), easy.options());
    String group =
        hop.proxies().http() != null
            ? hop.proxies().http().host() + ':' + hop.proxies().http().port()
            : hop.host() + ':' + hop.port();
    poolKey = new PoolKey(route, hop.scheme().family(), plan.affinity(), group);
  }

  private void runWithoutNetwork() {
    state = TransferState.PERFORMING;
    started = true;
    long now = core.nanoTime();
    progress.reached(CurlInfo.PRETRANSFER_TIME_T, now);
    exchange.run();
  }

  /** PENDING: a limit holds it up. */
  void queued() {
    state = TransferState.PENDING;
  }

  /** CONNECTING: a connection is being made for it. */
  void connecting(Connection begun) {
    state = TransferState.CONNECTING;
    connection = begun;
    connects++;
    infos().set(CurlInfo.NUM_CONNECTS, connects);
  }

  void tryingAddress(InetSocketAddress address) {
    infos().set(CurlInfo.PRIMARY_PORT, (long) address.getPort());
    if (address.getAddress() != null) {
      infos().set(CurlInfo.PRIMARY_IP, address.getAddress().getHostAddress());
    }
  }

  /** The connection made for it is ready. */
  void connected(Connection ready) {
    begin(ready);
  }

  /** A pooled connection is its own now. */
  void assigned(Connection pooled) {
    connection = pooled;
    long now = core.nanoTime();
    infos().set(CurlInfo.NUM_CONNECTS, connects);
    progress.reached(CurlInfo.NAMELOOKUP_TIME_T, now);
    progress.reached(CurlInfo.CONNECT_TIME_T, now);
    if (pooled.tls()) {
      progress.reached(CurlInfo.APPCONNECT_TIME_T, now);
    }
    if (verbose) {
      info("Reusing existing connection with host " + hop.host());
    }
    begin(pooled);
  }

  /** The connection could not be made. */
  void connectFailed(CurlCode code, String message, int osErrno, CurlProxyCode proxyCode) {
    connection = null;
    infos().set(CurlInfo.OS_ERRNO, (long) osErrno);
    infos().set(CurlInfo.PROXY_ERROR, (long) proxyCode.number());
    fail(code, message);
  }

  /** PROTOCONNECT and DO: asks the user, then lets the protocol speak. */
  private void begin(Connection ready) {
    state = TransferState.CONNECTED;
    describeConnection(ready);
    if (easy.options().get(CurlOpt.PREREQFUNCTION) == null) {
      perform();
      return;
    }
    int asked = generation;
    InetSocketAddress remote = ready.remoteAddress();
    InetSocketAddress local = ready.localAddress();
    delivery.prereq(
        ip(remote),
        ip(local),
        remote == null ? 0 : remote.getPort(),
        local == null ? 0 : local.getPort(),
        answer -> {
          if (asked == generation && state == TransferState.CONNECTED) {
            if (answer == CurlCode.OK) {
              perform();
            } else {
              fail(answer, null);
            }
          }
        });
  }

  private static String ip(InetSocketAddress address) {
    return address == null || address.getAddress() == null
        ? ""
        : address.getAddress().getHostAddress();
  }

  private void describeConnection(Connection ready) {
    infos().set(CurlInfo.CONN_ID, ready.id());
    InetSocketAddress remote = ready.remoteAddress();
    if (remote != null) {
      infos().set(CurlInfo.PRIMARY_IP, ip(remote));
      infos().set(CurlInfo.PRIMARY_PORT, (long) remote.getPort());
    }
    InetSocketAddress local = ready.localAddress();
    if (local != null) {
      infos().set(CurlInfo.LOCAL_IP, ip(local));
      infos().set(CurlInfo.LOCAL_PORT, (long) local.getPort());
    }
    infos().set(CurlInfo.ACTIVESOCKET, ready.channel());
  }

  private void perform() {
    state = TransferState.PERFORMING;
    long now = core.nanoTime();
    setDeadline();
    progress.reached(CurlInfo.PRETRANSFER_TIME_T, now);
    started = true;
    connection.handler().start(exchange);
    if (delivery.isPaused()) {
      updateReceive();
    }
  }

  // The end of an exchange

  @Override
  public void done(CurlCode code, boolean reusable) {
    if (state != TransferState.PERFORMING) {
      return;
    }
    started = false;
    if (isStale(code)) {
      retryStale();
      return;
    }
    NextStep next = exchange.next(code);
    if (next == null) {
      complete(code, reusable);
      return;
    }
    endHop(reusable && !next.freshConnection());
    wantsFresh = next.freshConnection();
    goOn(next);
  }

  private void goOn(NextStep next) {
    CurlUrl url = next.url() == null ? hop.url() : next.url();
    if (next.redirect()) {
      redirects++;
      infos().set(CurlInfo.REDIRECT_COUNT, (long) redirects);
      infos().set(CurlInfo.REDIRECT_TIME_T, (core.nanoTime() - progress.startTime()) / 1000L);
    }
    state = TransferState.SETUP;
    int mine = generation;
    core.ready(
        () -> {
          if (mine == generation && state == TransferState.SETUP) {
            startHop(url);
          }
        });
  }

  /** A reused connection that ends before the first byte of a response was dead all along. */
  private boolean isStale(CurlCode code) {
    return connection != null
        && connection.useCount() > 0
        && !progress.hasResponseStarted()
        && (code == CurlCode.GOT_NOTHING
            || code == CurlCode.SEND_ERROR
            || code == CurlCode.RECV_ERROR);
  }

  private void retryStale() {
    CurlCode rewound = exchange.rewind();
    if (rewound == CurlCode.OK && ++staleRetries > MAX_STALE_RETRIES) {
      failed("Connection died, tried " + MAX_STALE_RETRIES + " times before giving up");
      rewound = CurlCode.SEND_ERROR;
    }
    if (rewound != CurlCode.OK) {
      complete(rewound, false);
      return;
    }
    if (verbose) {
      info("Connection died, retrying a fresh connect (retry count: " + staleRetries + ")");
    }
    endHop(false);
    wantsFresh = true;
    goOn(NextStep.againFresh());
  }

  /** Gives up what belongs to the hop. The connection's place is given back here only. */
  private void endHop(boolean reusable) {
    for (BodySource source : sources) {
      source.close();
    }
    sources.clear();
    for (ProtocolTimer timer : protocolTimers) {
      core.timers().clear(timer);
    }
    protocolTimers.clear();
    bodyPath.close();
    core.timers().clear(receiveResume);
    core.timers().clear(sendResume);
    core.pool().stopWaiting(this);
    Connection used = connection;
    connection = null;
    if (exchange != null) {
      exchange.close();
      exchange = null;
    }
    if (used != null) {
      core.pool().release(used, reusable && !easy.options().on(CurlOpt.FORBID_REUSE));
    }
  }

  private void complete(CurlCode code, boolean reusable) {
    if (receiveStopped && connection != null && exchange != null && reusable) {
      exchange.pauseReceive(false);
    }
    endHop(reusable);
    progress.publish(core.nanoTime());
    CurlCode last = code == CurlCode.OK && showsProgress ? tellProgress() : code;
    result = last;
    core.timers().clear(tick);
    if (last != CurlCode.OK || delivery.isDrained()) {
      finish();
    } else {
      state = TransferState.DRAINING;
    }
  }

  private void finish() {
    state = TransferState.COMPLETED;
    core.timers().clear(deadline);
    if (result != CurlCode.OK) {
      delivery.drop();
    }
    core.completed(this);
  }

  /** Ends the transfer from wherever it is. */
  private void fail(CurlCode code, String message) {
    failed(message);
    boolean reusable = dropExchange(code);
    complete(code, reusable);
  }

  private boolean dropExchange(CurlCode code) {
    if (!started) {
      if (state == TransferState.CONNECTING && connection != null) {
        connection.abort();
      }
      return false;
    }
    started = false;
    return connection != null && connection.handler().cancel(exchange, code);
  }

  /** A callback answered that the transfer is to end, on whatever thread that was. */
  public void abort(CurlCode code) {
    if (isUnderWay()) {
      fail(code, null);
    }
  }

  private boolean isUnderWay() {
    return state != TransferState.INIT
        && state != TransferState.COMPLETED
        && state != TransferState.REMOVED;
  }

  /** Taken out of the multi: ends without a word. */
  void remove() {
    if (isUnderWay()) {
      boolean reusable =
          state != TransferState.DRAINING && dropExchange(CurlCode.ABORTED_BY_CALLBACK);
      endHop(reusable);
      progress.publish(core.nanoTime());
    }
    state = TransferState.REMOVED;
    generation++;
    core.timers().clear(deadline);
    core.timers().clear(tick);
    delivery.drop();
    attachments.clear();
  }

  // Time

  private void setDeadline() {
    OptionValues options = easy.options();
    long total = options.number(CurlOpt.TIMEOUT_MS);
    long limit = total > 0 ? progress.startTime() + total * MILLISECOND : Long.MAX_VALUE;
    deadline.connecting = false;
    if (state != TransferState.PERFORMING && state != TransferState.DRAINING) {
      long connect = options.number(CurlOpt.CONNECTTIMEOUT_MS);
      long until =
          progress.hopStartTime()
              + (connect > 0 ? connect : DEFAULT_CONNECT_TIMEOUT_MS) * MILLISECOND;
      if (total <= 0 || until - limit < 0) {
        limit = until;
        deadline.connecting = true;
      }
    }
    if (total > 0 || deadline.connecting) {
      core.timers().set(deadline, limit);
    } else {
      core.timers().clear(deadline);
    }
  }

  /** The total time or the connect phase's. */
  private final class Deadline extends Timers.Entry {
    private boolean connecting;

    @Override
    protected void expired() {
      if (!isUnderWay()) {
        return;
      }
      long ms = progress.elapsedMs(core.nanoTime());
      fail(CurlCode.OPERATION_TIMEDOUT, timeoutMessage(ms));
    }

    private String timeoutMessage(long ms) {
      if (state == TransferState.PERFORMING || state == TransferState.DRAINING) {
        return "Operation timed out after "
            + ms
            + " milliseconds with "
            + progress.received()
            + (progress.downloadSize() >= 0 ? " out of " + progress.downloadSize() : "")
            + " bytes received";
      }
      return "Connection timed out after " + ms + " milliseconds";
    }
  }

  /** Once a second: slowness and progress. */
  private final class Tick extends Timers.Entry {
    @Override
    protected void expired() {
      if (!isUnderWay()) {
        return;
      }
      long now = core.nanoTime();
      core.timers().set(this, now + SECOND);
      OptionValues options = easy.options();
      if (delivery.isPaused() || sendPaused) {
        progress.forgiveSlowness();
      } else if (progress.tooSlow(
          now, options.number(CurlOpt.LOW_SPEED_LIMIT), options.number(CurlOpt.LOW_SPEED_TIME))) {
        fail(
            CurlCode.OPERATION_TIMEDOUT,
            "Operation too slow. Less than "
                + options.number(CurlOpt.LOW_SPEED_LIMIT)
                + " bytes/sec transferred the last "
                + options.number(CurlOpt.LOW_SPEED_TIME)
                + " seconds");
        return;
      }
      if (showsProgress) {
        CurlCode code = tellProgress();
        if (code != CurlCode.OK) {
          fail(code, null);
        }
      }
    }
  }

  private CurlCode tellProgress() {
    progress.publish(core.nanoTime());
    return delivery.progress(
        Math.max(0, progress.downloadSize()),
        progress.received(),
        Math.max(0, progress.uploadSize()),
        progress.sent());
  }

  /** Receiving goes on after the rate limit stopped it. */
  private final class RateTimer extends Timers.Entry {
    @Override
    protected void expired() {
      rateStopped = false;
      updateReceive();
    }
  }

  /** Sending goes on after the rate limit stopped it. */
  private final class SendTimer extends Timers.Entry {
    @Override
    protected void expired() {
      resumeSend();
    }
  }

  /** A timer of the protocol's. */
  private final class ProtocolTimer extends Timers.Entry implements TransferTimer {
    private final Runnable task;

    private ProtocolTimer(Runnable task) {
      this.task = task;
    }

    @Override
    protected void expired() {
      protocolTimers.remove(this);
      task.run();
    }

    @Override
    public void cancel() {
      protocolTimers.remove(this);
      core.timers().clear(this);
    }
  }

  // Pausing

  /** Whether the user paused sending. */
  boolean sendPaused() {
    return sendPaused;
  }

  void pauseSend() {
    sendPaused = true;
  }

  /**
   * Pauses or goes on, where the callbacks run on the loop's thread.
   *
   * @param bitmask {@code CURLPAUSE_*} bits
   * @return OK, or the result that the transfer ends with
   */
  public CurlCode pause(int bitmask) {
    CurlCode code = user.pause((bitmask & CurlSymbols.CURLPAUSE_RECV) != 0);
    if (code != CurlCode.OK) {
      abort(code);
      return code;
    }
    pauseChanged((bitmask & CurlSymbols.CURLPAUSE_SEND) != 0);
    return CurlCode.OK;
  }

  /** Whether there is a connection to pause. */
  public boolean canPause() {
    return isUnderWay() && (connection != null || state == TransferState.DRAINING);
  }

  /**
   * The user paused or goes on; the delivery knows about receiving already.
   *
   * @param send whether sending is paused
   */
  public void pauseChanged(boolean send) {
    boolean goOn = sendPaused && !send;
    sendPaused = send;
    updateReceive();
    if (goOn && started) {
      resumeSend();
    }
    if (state == TransferState.DRAINING && delivery.isDrained()) {
      finish();
    }
  }

  /** Stops or goes on with reading, as pauses, the rate limit and the queue's fill demand. */
  public void updateReceive() {
    boolean stop = delivery.isPaused() || rateStopped;
    if (stop != receiveStopped && started) {
      receiveStopped = stop;
      exchange.pauseReceive(stop);
    }
  }

  void resumeSend() {
    if (started && isUnderWay()) {
      exchange.resumeSend();
    }
  }

  void resumeSendAfter(long nanos) {
    core.timers().set(sendResume, core.nanoTime() + nanos);
  }

  /** Runs user code that answers with a number. */
  long callingUser(boolean isUserCode, LongSupplier call) {
    return isUserCode ? core.callingUser(call) : call.getAsLong();
  }

  // What the protocol asks and tells

  @Override
  public CurlEasy easy() {
    return easy.easy();
  }

  @Override
  public OptionValues options() {
    return easy.options();
  }

  @Override
  public InfoValues infos() {
    return easy.infos();
  }

  @Override
  public RequestKind requestKind() {
    return easy.requestKind();
  }

  @Override
  public CurlUrl url() {
    return hop.url();
  }

  @Override
  public Scheme scheme() {
    return hop.scheme();
  }

  @Override
  public String user() {
    return hop.user();
  }

  @Override
  public String password() {
    return hop.password();
  }

  @Override
  public int redirects() {
    return redirects;
  }

  @Override
  public ConnectionContext connection() {
    return connection;
  }

  @Override
  public EventLoop eventLoop() {
    return core.eventLoop();
  }

  @Override
  public ByteBufAllocator alloc() {
    return ByteBufAllocator.DEFAULT;
  }

  @Override
  public long nanoTime() {
    return core.nanoTime();
  }

  @Override
  public <T> T attachment(Class<T> type, Supplier<T> factory) {
    return type.cast(attachments.computeIfAbsent(type, ignored -> factory.get()));
  }

  @Override
  public BodyReader callbackBody(long announced) {
    return new CallbackBody(easy, announced);
  }

  @Override
  public BodySource openBody(BodyReader reader) {
    BodySource source = new UploadSource(this, reader, delivery, sendRate);
    sources.add(source);
    return source;
  }

  @Override
  public void requestSent(int bytes) {
    infos().add(CurlInfo.REQUEST_SIZE, bytes);
  }

  @Override
  public void uploadSize(long size) {
    progress.uploadSize(size);
  }

  @Override
  public void uploaded(long bytes) {
    progress.addSent(bytes);
  }

  @Override
  public void uploadDone() {
    if (!uploadFinished) {
      uploadFinished = true;
      progress.reached(CurlInfo.POSTTRANSFER_TIME_T, core.nanoTime());
    }
  }

  @Override
  public CurlCode header(byte[] line, int offset, int length, HeaderKind kind) {
    progress.responseStarted(core.nanoTime());
    infos().add(CurlInfo.HEADER_SIZE, length);
    if (verbose) {
      debug(CurlSymbols.CURLINFO_HEADER_IN, Unpooled.wrappedBuffer(line, offset, length));
    }
    CurlCode code = delivery.header(line, offset, length, kind);
    if (code == CurlCode.OK) {
      updateReceive();
    }
    return code;
  }

  CurlCode proxyHeader(byte[] line, int offset, int length) {
    infos().add(CurlInfo.HEADER_SIZE, length);
    if (verbose) {
      debug(CurlSymbols.CURLINFO_HEADER_IN, Unpooled.wrappedBuffer(line, offset, length));
    }
    return easy.options().on(CurlOpt.SUPPRESS_CONNECT_HEADERS)
        ? CurlCode.OK
        : delivery.header(line, offset, length, HeaderKind.CONNECT);
  }

  @Override
  public void responseStarted() {
    progress.responseStarted(core.nanoTime());
  }

  @Override
  public boolean responseSeen() {
    return progress.hasResponseStarted();
  }

  @Override
  public CurlCode downloadSize(long size) {
    progress.downloadSize(size);
    long max = easy.options().number(CurlOpt.MAXFILESIZE_LARGE);
    if (max > 0 && size > max) {
      failed("Maximum file size exceeded");
      return CurlCode.FILESIZE_EXCEEDED;
    }
    return CurlCode.OK;
  }

  @Override
  public void addWriter(BodyWriter writer) {
    bodyPath.add(writer);
  }

  @Override
  public CurlCode body(ByteBuf data) {
    long now = core.nanoTime();
    progress.responseStarted(now);
    int length = data.readableBytes();
    progress.addReceived(length);
    long wait = receiveRate.count(length, now);
    CurlCode code = bodyPath.enter(data);
    if (code == CurlCode.OK) {
      if (wait > 0) {
        rateStopped = true;
        core.timers().set(receiveResume, now + wait);
      }
      updateReceive();
    }
    return code;
  }

  @Override
  public CurlCode bodyDone() {
    return bodyPath.finish();
  }

  @Override
  public boolean receivePaused() {
    return delivery.isPaused();
  }

  @Override
  public boolean verbose() {
    return verbose;
  }

  @Override
  public void info(String text) {
    if (verbose) {
      delivery.debug(CurlSymbols.CURLINFO_TEXT, Unpooled.wrappedBuffer(UserSide.traceLine(text)));
    }
  }

  @Override
  public void debug(long type, ByteBuf data) {
    if (verbose) {
      delivery.debug(type, data);
    }
  }

  @Override
  public void failed(String message) {
    if (message != null) {
      boolean first = easy.errorBuffer().text().isEmpty();
      easy.errorBuffer().fail(message);
      if (verbose && first) {
        info(message);
      }
    }
  }

  @Override
  public TransferTimer schedule(Runnable task, long delayMs) {
    ProtocolTimer timer = new ProtocolTimer(task);
    protocolTimers.add(timer);
    core.timers().set(timer, core.nanoTime() + delayMs * MILLISECOND);
    return timer;
  }
}
