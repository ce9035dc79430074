package io.nettycurl.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.netty.spi.ProtocolHandler;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.netty.testkit.FakeConnection;
import io.nettycurl.netty.testkit.FakeTransfer;
import io.nettycurl.netty.testkit.ScriptedBody;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.spi.RequestKind;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FtpHandlerTest {
  private static final FtpProvider PROVIDER = new FtpProvider();

  private final FakeTransfer transfer = new FakeTransfer();
  private final EmbeddedChannel control = new EmbeddedChannel();
  private FakeConnection connection;
  private ProtocolHandler handler;
  private FtpExchange exchange;
  private EmbeddedChannel data;

  @AfterEach
  void drop() {
    if (exchange != null && transfer.result() == null) {
      handler.cancel(exchange, CurlCode.ABORTED_BY_CALLBACK);
    }
    transfer.release();
    control.finishAndReleaseAll();
    if (data != null) {
      data.finishAndReleaseAll();
    }
  }

  private static Scheme scheme(String name) {
    return PROVIDER.schemes().stream().filter(s -> s.name().equals(name)).findAny().orElseThrow();
  }

  private void connect(String schemeName) {
    Scheme scheme = scheme(schemeName);
    ConnectionPlan plan = new ConnectionPlan(scheme, "host", scheme.defaultPort(), false);
    connection = new FakeConnection(control, plan);
    handler = PROVIDER.newHandler(connection);
  }

  private void begin(String url) {
    CurlUrl parsed = new CurlUrl();
    assertEquals(CurlUrlCode.OK, parsed.set(UrlPart.URL, url, 0));
    Scheme scheme = scheme(parsed.scheme());
    if (connection == null) {
      connect(parsed.scheme());
    }
    transfer.url(parsed, scheme).connection(connection);
    exchange = (FtpExchange) PROVIDER.newExchange(transfer);
    handler.start(exchange);
  }

  private void reply(String lines) {
    control.writeInbound(Unpooled.copiedBuffer(lines, StandardCharsets.ISO_8859_1));
  }

  private static String drain(EmbeddedChannel channel) {
    StringBuilder text = new StringBuilder();
    ByteBuf out = channel.readOutbound();
    while (out != null) {
      text.append(out.toString(StandardCharsets.ISO_8859_1));
      out.release();
      out = channel.readOutbound();
    }
    return text.toString();
  }

  private String sent() {
    return drain(control);
  }

  private void expect(String command, String reply) {
    assertEquals(command + "\r\n", sent());
    reply(reply + "\r\n");
  }

  private void login() {
    reply("220 hi\r\n");
    expect("USER anonymous", "331 pw");
    expect("PASS ftp@example.com", "230 in");
    expect("PWD", "257 \"/\"");
  }

  /** Up to RETR, not answered yet. */
  private void openDownload() {
    expect("EPSV", "229 (|||4001|)");
    data = connection.dataRequests().get(connection.dataRequests().size() - 1).connect();
    expect("TYPE I", "200 ok");
    expect("SIZE f", "213 10");
    assertEquals("RETR f\r\n", sent());
  }

  private void startDownload() {
    begin("ftp://host/f");
    login();
    openDownload();
  }

  private void data(String text) {
    data.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
  }

  private void assertDone(CurlCode code, boolean reusable) {
    assertEquals(code, transfer.result(), transfer.failure());
    assertEquals(reusable, transfer.reusable());
    assertEquals(0, transfer.pendingTimers());
    if (data != null) {
      assertFalse(data.isOpen());
    }
  }

  @Test
  void download() {
    startDownload();
    reply("150 go\r\n");
    data("01234");
    data("56789");
    assertTrue(transfer.bodyIsDone());
    assertNull(transfer.result());
    data.close();
    reply("226 done\r\n");
    assertDone(CurlCode.OK, true);
    assertEquals("0123456789", transfer.bodyText());
    assertEquals(List.of(5, 5), transfer.bodyPieces());
    assertEquals(10, transfer.downloadSize());
    assertEquals(226, transfer.infos().number(CurlInfo.RESPONSE_CODE));
    assertEquals("/", transfer.infos().get(CurlInfo.FTP_ENTRY_PATH));
    assertTrue(handler.alive());
  }

  @Test
  void everyReplyLineReachesTheHeaderCallback() {
    begin("ftp://host/f");
    reply("220-welcome\n to this\n220 hi\n");
    assertEquals("220-welcome\n to this\n220 hi\n", transfer.headerText());
    assertTrue(transfer.headers().stream().allMatch(line -> line.kind() == HeaderKind.REPLY));
    assertEquals(0, transfer.requestBytes());
  }

  @Test
  void dataBeforeItsReply() {
    startDownload();
    data("0123456789");
    data.close();
    assertEquals("", transfer.bodyText());
    reply("150 go\r\n226 done\r\n");
    assertDone(CurlCode.OK, true);
    assertEquals("0123456789", transfer.bodyText());
  }

  @Test
  void earlyDataStopsReading() {
    startDownload();
    data("01234");
    assertFalse(data.config().isAutoRead());
    reply("150 go\r\n");
    assertTrue(data.config().isAutoRead());
  }

  @Test
  void lastReplyBeforeTheData() {
    startDownload();
    reply("150 go\r\n226 done\r\n");
    assertNull(transfer.result());
    data("0123456789");
    assertDone(CurlCode.OK, true);
  }

  @Test
  void noFirstReply() {
    startDownload();
    data("0123456789");
    reply("226 done\r\n");
    assertDone(CurlCode.FTP_COULDNT_RETR_FILE, true);
  }

  @Test
  void excessIsCut() {
    startDownload();
    reply("150 go\r\n");
    data("0123456789more");
    assertFalse(data.isOpen());
    reply("226 done\r\n");
    assertDone(CurlCode.OK, true);
    assertEquals("0123456789", transfer.bodyText());
  }

  @Test
  void excessAfterTheEndIsDropped() {
    startDownload();
    reply("150 go\r\n");
    data("0123456789");
    assertTrue(data.isOpen());
    data("more");
    assertFalse(data.isOpen());
    reply("226 done\r\n");
    assertEquals("0123456789", transfer.bodyText());
  }

  @Test
  void shortDataIsDelivered() {
    startDownload();
    reply("150 go\r\n");
    data("01234");
    data.close();
    assertDone(CurlCode.PARTIAL_FILE, false);
    assertEquals("01234", transfer.bodyText());
  }

  @Test
  void dataIsReset() {
    startDownload();
    reply("150 go\r\n");
    data("01234");
    data.pipeline().fireExceptionCaught(new IOException("reset"));
    assertDone(CurlCode.RECV_ERROR, false);
    assertEquals("01234", transfer.bodyText());
  }

  @Test
  void resetAfterAllDataIsNoMatter() {
    startDownload();
    reply("150 go\r\n");
    data("0123456789");
    data.pipeline().fireExceptionCaught(new IOException("reset"));
    assertNull(transfer.result());
    reply("226 done\r\n");
    assertDone(CurlCode.OK, true);
  }

  @Test
  void uploadIsReset() {
    startUpload(ScriptedBody.unknown().piece("ab").pause());
    expect("STOR f", "150 go");
    drain(data);
    data.pipeline().fireExceptionCaught(new IOException("reset"));
    assertDone(CurlCode.SEND_ERROR, false);
  }

  @Test
  void failureAfterAllData() {
    startDownload();
    reply("150 go\r\n");
    data("0123456789");
    reply("426 broken\r\n");
    assertDone(CurlCode.PARTIAL_FILE, true);
    assertEquals("0123456789", transfer.bodyText());
  }

  @Test
  void controlClosedDuringData() {
    startDownload();
    reply("150 go\r\n");
    data("01234");
    control.close();
    assertNull(transfer.result());
    data("56789");
    assertDone(CurlCode.RECV_ERROR, false);
    assertEquals("0123456789", transfer.bodyText());
    assertFalse(handler.alive());
  }

  @Test
  void controlClosedAfterTheLastReply() {
    startDownload();
    reply("150 go\r\n226 done\r\n");
    control.close();
    data("0123456789");
    assertDone(CurlCode.OK, false);
  }

  @Test
  void lastReplyNeverComes() {
    startDownload();
    reply("150 go\r\n");
    data("0123456789");
    transfer.advance(59_999);
    assertNull(transfer.result());
    transfer.advance(1);
    assertDone(CurlCode.OPERATION_TIMEDOUT, false);
    assertEquals("0123456789", transfer.bodyText());
  }

  @Test
  void everyReplyHasItsOwnTime() {
    transfer.set(CurlOpt.SERVER_RESPONSE_TIMEOUT_MS, 100L);
    begin("ftp://host/f");
    transfer.advance(99);
    reply("220-first\r\n");
    reply("220 hi\r\n");
    transfer.advance(99);
    reply("331-first\r\n");
    assertNull(transfer.result());
    transfer.advance(1);
    assertDone(CurlCode.OPERATION_TIMEDOUT, false);
  }

  @Test
  void dataMayTakeLonger() {
    transfer.set(CurlOpt.SERVER_RESPONSE_TIMEOUT_MS, 100L);
    startDownload();
    reply("150 go\r\n");
    transfer.advance(10_000);
    assertNull(transfer.result());
  }

  @Test
  void controlClosedBeforeTheGreeting() {
    begin("ftp://host/f");
    control.close();
    assertDone(CurlCode.RECV_ERROR, false);
    assertFalse(transfer.responseSeen());
  }

  @ParameterizedTest
  @ValueSource(strings = {"220 a\0b\r\n", "SSH-2.0-x\r\n"})
  void noFtpServer(String greeting) {
    begin("ftp://host/f");
    reply(greeting);
    assertDone(CurlCode.WEIRD_SERVER_REPLY, false);
  }

  @Test
  void tooLongALine() {
    begin("ftp://host/f");
    reply("220 " + "a".repeat(500_000) + "\r\n");
    assertDone(CurlCode.TOO_LARGE, false);
  }

  @Test
  void headerCallbackFails() {
    transfer.failHeaders(1, CurlCode.WRITE_ERROR);
    begin("ftp://host/f");
    reply("220-a\r\n220 b\r\n");
    assertDone(CurlCode.WRITE_ERROR, false);
    assertEquals("", sent());
  }

  @Test
  void writeCallbackFails() {
    transfer.failBody(CurlCode.WRITE_ERROR);
    startDownload();
    reply("150 go\r\n");
    data("01234");
    assertDone(CurlCode.WRITE_ERROR, false);
    handler.close();
    assertEquals("", sent());
    assertFalse(control.isOpen());
  }

  @Test
  void rangeEndsWithAbor() {
    transfer.set(CurlOpt.RANGE, "0-3");
    startDownload();
    reply("150 go\r\n");
    data("0123456789");
    assertEquals("ABOR\r\n", sent());
    assertFalse(data.isOpen());
    reply("426 aborted\r\n226 ok\r\n");
    assertDone(CurlCode.OK, false);
    assertEquals("0123", transfer.bodyText());
  }

  @Test
  void asciiLineEnds() {
    begin("ftp://host/");
    login();
    expect("EPSV", "229 (|||4001|)");
    data = connection.dataRequests().get(0).connect();
    expect("TYPE A", "200 ok");
    expect("LIST", "150 go");
    data("a\r");
    data("\nb\rc\r\n\r");
    data.close();
    reply("226 done\r\n");
    assertDone(CurlCode.OK, true);
    assertEquals("a\nb\nc\n\n", transfer.bodyText());
  }

  @Test
  void emptyListing() {
    begin("ftp://host/");
    login();
    expect("EPSV", "229 (|||4001|)");
    data = connection.dataRequests().get(0).connect();
    expect("TYPE A", "200 ok");
    expect("LIST", "450 none");
    assertDone(CurlCode.OK, true);
    assertEquals("", transfer.bodyText());
  }

  @Test
  void pauseStopsTheDataOnly() {
    startDownload();
    reply("150 go\r\n");
    exchange.pauseReceive(true);
    assertFalse(data.config().isAutoRead());
    assertTrue(control.config().isAutoRead());
    exchange.pauseReceive(false);
    assertTrue(data.config().isAutoRead());
  }

  @Test
  void pausedBeforeThereIsData() {
    begin("ftp://host/f");
    login();
    exchange.pauseReceive(true);
    expect("EPSV", "229 (|||4001|)");
    data = connection.dataRequests().get(0).connect();
    assertFalse(data.config().isAutoRead());
  }

  @Test
  void secondExchangeGoesOn() {
    startDownload();
    reply("150 go\r\n");
    data("0123456789");
    reply("226 done\r\n");
    assertDone(CurlCode.OK, true);
    transfer.nextHop();
    begin("ftp://host/f");
    expect("EPSV", "229 (|||4002|)");
    data = connection.dataRequests().get(1).connect();
    expect("SIZE f", "213 3");
    expect("RETR f", "150 go");
    data("abc");
    reply("226 done\r\n");
    assertDone(CurlCode.OK, true);
    assertEquals("abc", transfer.bodyText());
  }

  @Test
  void farewell() {
    startDownload();
    reply("150 go\r\n");
    data("0123456789");
    reply("226 done\r\n");
    handler.close();
    assertEquals("QUIT\r\n", sent());
    assertTrue(control.isOpen());
    reply("221 bye\r\n");
    assertFalse(control.isOpen());
  }

  @Test
  void idleConnectionThatWasSpokenToIsNotAlive() {
    startDownload();
    reply("150 go\r\n");
    data("0123456789");
    reply("226 done\r\n");
    reply("421 idle too long\r\n");
    assertFalse(handler.alive());
  }

  @Test
  void cancelDropsTheData() {
    startDownload();
    reply("150 go\r\n");
    assertFalse(handler.cancel(exchange, CurlCode.OPERATION_TIMEDOUT));
    assertFalse(data.isOpen());
    assertNull(transfer.result());
    reply("226 done\r\n");
    handler.close();
    assertEquals("", sent());
    assertFalse(control.isOpen());
    exchange = null;
  }

  @Test
  void cancelWhileTheDataChannelConnects() {
    begin("ftp://host/f");
    login();
    expect("EPSV", "229 (|||4001|)");
    handler.cancel(exchange, CurlCode.OPERATION_TIMEDOUT);
    assertTrue(connection.dataRequests().get(0).cancelled());
    exchange = null;
  }

  @Test
  void deadDataPortFallsBackToPasv() {
    begin("ftp://host/f");
    login();
    expect("EPSV", "229 (|||4001|)");
    connection.dataRequests().get(0).fail(CurlCode.COULDNT_CONNECT, "refused");
    expect("PASV", "227 (10,0,0,9,15,162)");
    assertNull(connection.dataRequests().get(1).host());
    assertEquals(4002, connection.dataRequests().get(1).port());
    connection.dataRequests().get(1).fail(CurlCode.COULDNT_CONNECT, "refused");
    assertDone(CurlCode.COULDNT_CONNECT, false);
    assertEquals("refused", transfer.failure());
  }

  @Test
  void factsAreSynthetic() {
    transfer.requestKind(RequestKind.HEAD);
    begin("ftp://host/f");
    login();
    transfer.clearHeaders();
    expect("TYPE I", "200 ok");
    expect("SIZE f", "213 10");
    expect("REST 0", "350 ok");
    assertDone(CurlCode.OK, true);
    assertEquals(
        "200 ok\r\n213 10\r\nContent-Length: 10\r\n350 ok\r\nAccept-ranges: bytes\r\n",
        transfer.headerText());
    assertEquals(HeaderKind.SYNTHETIC, transfer.headers().get(2).kind());
    assertEquals(350, transfer.infos().number(CurlInfo.RESPONSE_CODE));
    assertEquals(0, connection.dataRequests().size());
  }

  @Test
  void failingSyntheticHeaderSendsNothingMore() {
    transfer.requestKind(RequestKind.HEAD).failHeaders(6, CurlCode.WRITE_ERROR);
    begin("ftp://host/f");
    login();
    expect("TYPE I", "200 ok");
    expect("SIZE f", "213 10");
    assertDone(CurlCode.WRITE_ERROR, false);
    assertEquals("", sent());
  }

  @Test
  void unmetCondition() {
    transfer.set(CurlOpt.TIMECONDITION, 1L).set(CurlOpt.TIMEVALUE_LARGE, 1577934245L);
    begin("ftp://host/f");
    login();
    expect("MDTM f", "213 20200102030405");
    assertDone(CurlCode.OK, true);
    assertEquals(1, transfer.infos().number(CurlInfo.CONDITION_UNMET));
    assertEquals(1577934245L, transfer.infos().number(CurlInfo.FILETIME_T));
  }

  // The server connects

  private FakeConnection.AcceptRequest startActive(String url) {
    transfer.set(CurlOpt.FTPPORT, ":4000-4010");
    begin(url);
    login();
    FakeConnection.AcceptRequest request = connection.acceptRequests().get(0);
    assertEquals(4000, request.data().port());
    assertEquals(4010, request.lastPort());
    assertNull(request.data().host());
    assertEquals("", sent());
    request.listen(new InetSocketAddress("127.0.0.1", 4001));
    expect("EPRT |1|127.0.0.1|4001|", "200 ok");
    expect("TYPE I", "200 ok");
    expect("SIZE f", "213 10");
    assertEquals("RETR f\r\n", sent());
    return request;
  }

  @Test
  void serverConnectsAfterItsReply() {
    transfer.set(CurlOpt.SERVER_RESPONSE_TIMEOUT_MS, 1000L);
    FakeConnection.AcceptRequest request = startActive("ftp://host/f");
    reply("150 go\r\n");
    transfer.advance(59_999);
    assertNull(transfer.result());
    data = request.data().connect();
    data("0123456789");
    reply("226 done\r\n");
    assertDone(CurlCode.OK, true);
    assertEquals("0123456789", transfer.bodyText());
  }

  @Test
  void serverConnectsBeforeItsReply() {
    FakeConnection.AcceptRequest request = startActive("ftp://host/f");
    data = request.data().connect();
    data("0123456789");
    reply("150 go\r\n226 done\r\n");
    assertDone(CurlCode.OK, true);
    assertEquals("0123456789", transfer.bodyText());
  }

  @Test
  void serverNeverConnects() {
    transfer.set(CurlOpt.ACCEPTTIMEOUT_MS, 500L);
    FakeConnection.AcceptRequest request = startActive("ftp://host/f");
    reply("150 go\r\n");
    transfer.advance(500);
    assertDone(CurlCode.FTP_ACCEPT_TIMEOUT, false);
    assertTrue(request.data().cancelled());
  }

  @Test
  void serverCannotConnect() {
    startActive("ftp://host/f");
    reply("150 go\r\n425 no way\r\n");
    assertDone(CurlCode.FTP_ACCEPT_FAILED, true);
  }

  @Test
  void nowhereToListen() {
    transfer.set(CurlOpt.FTPPORT, "-");
    begin("ftp://host/f");
    login();
    connection.acceptRequests().get(0).data().fail(CurlCode.FTP_PORT_FAILED, "no port");
    assertDone(CurlCode.FTP_PORT_FAILED, true);
  }

  // TLS

  @Test
  void explicitTls() {
    transfer.set(CurlOpt.USE_SSL, CurlSymbols.CURLUSESSL_ALL);
    begin("ftp://host/f");
    reply("220 hi\r\n");
    expect("AUTH SSL", "234 go");
    assertEquals("", sent());
    connection.tlsRequests().get(0).whenDone().accept(CurlCode.OK, null);
    expect("USER anonymous", "331 pw");
    expect("PASS ftp@example.com", "230 in");
    expect("PBSZ 0", "200 ok");
    expect("PROT P", "200 ok");
    expect("PWD", "257 \"/\"");
    expect("EPSV", "229 (|||4001|)");
    assertTrue(connection.dataRequests().get(0).tls());
  }

  @Test
  void textAheadOfTls() {
    transfer.set(CurlOpt.USE_SSL, CurlSymbols.CURLUSESSL_TRY);
    begin("ftp://host/f");
    reply("220 hi\r\n");
    expect("AUTH SSL", "234 go\r\n230 in");
    assertDone(CurlCode.WEIRD_SERVER_REPLY, false);
  }

  @Test
  void clearedCommands() {
    transfer.set(CurlOpt.FTP_SSL_CCC, CurlSymbols.CURLFTPSSL_CCC_PASSIVE);
    begin("ftps://host/f");
    reply("220 hi\r\n");
    expect("USER anonymous", "230 in");
    expect("PBSZ 0", "200 ok");
    expect("PROT P", "200 ok");
    expect("CCC", "200 ok");
    assertFalse(connection.tlsRequests().get(0).on());
    assertFalse(connection.tlsRequests().get(0).sendClose());
    connection.tlsRequests().get(0).whenDone().accept(CurlCode.SSL_SHUTDOWN_FAILED, null);
    assertDone(CurlCode.SSL_SHUTDOWN_FAILED, false);
  }

  private void startSecureDownload() {
    begin("ftps://host/f");
    reply("220 hi\r\n");
    expect("USER anonymous", "230 in");
    expect("PBSZ 0", "200 ok");
    expect("PROT P", "200 ok");
    expect("PWD", "257 \"/\"");
    expect("EPSV", "229 (|||4001|)");
    data = connection.dataRequests().get(0).connectWithoutTls();
    expect("TYPE I", "200 ok");
    expect("SIZE f", "500 what");
    expect("RETR f", "150 go");
  }

  @Test
  void secureDownloadEndsWithCloseNotify() {
    startSecureDownload();
    connection.dataRequests().get(0).secure(data);
    data("0123456789");
    data.pipeline().fireUserEventTriggered(SslCloseCompletionEvent.SUCCESS);
    assertFalse(data.isOpen());
    reply("226 done\r\n");
    assertDone(CurlCode.OK, true);
    assertEquals("0123456789", transfer.bodyText());
  }

  @Test
  void secureDownloadCutOff() {
    startSecureDownload();
    connection.dataRequests().get(0).secure(data);
    data("01234");
    data.close();
    assertDone(CurlCode.RECV_ERROR, false);
    assertEquals("01234", transfer.bodyText());
  }

  @Test
  void handshakeOfTheDataFails() {
    startSecureDownload();
    connection.dataRequests().get(0).fail(CurlCode.SSL_CONNECT_ERROR, "handshake");
    assertDone(CurlCode.SSL_CONNECT_ERROR, false);
  }

  @Test
  void secureUploadWaitsForTls() {
    transfer.requestKind(RequestKind.PUT).callbackBody(ScriptedBody.of("hello"));
    begin("ftps://host/f");
    reply("220 hi\r\n");
    expect("USER anonymous", "230 in");
    expect("PBSZ 0", "200 ok");
    expect("PROT P", "200 ok");
    expect("PWD", "257 \"/\"");
    expect("EPSV", "229 (|||4001|)");
    data = connection.dataRequests().get(0).connectWithoutTls();
    expect("TYPE I", "200 ok");
    expect("STOR f", "150 go");
    assertEquals("", drain(data));
    connection.dataRequests().get(0).secure(data);
    assertEquals("hello", drain(data));
    reply("226 done\r\n");
    assertDone(CurlCode.OK, true);
  }

  // Uploads

  private void startUpload(ScriptedBody body) {
    transfer.requestKind(RequestKind.PUT).callbackBody(body);
    if (body.length() >= 0) {
      transfer.set(CurlOpt.INFILESIZE_LARGE, body.length());
    }
    begin("ftp://host/f");
    login();
    expect("EPSV", "229 (|||4001|)");
    data = connection.dataRequests().get(0).connect();
    expect("TYPE I", "200 ok");
  }

  @Test
  void upload() {
    ScriptedBody body = ScriptedBody.of("hello");
    startUpload(body);
    expect("STOR f", "150 go");
    assertEquals("hello", drain(data));
    assertTrue(transfer.uploadIsDone());
    reply("226 done\r\n");
    assertDone(CurlCode.OK, true);
    assertEquals(5, transfer.uploadSize());
    assertEquals(5, transfer.uploaded());
    assertTrue(body.closed());
  }

  @Test
  void emptyUpload() {
    startUpload(ScriptedBody.unknown());
    expect("STOR f", "150 go");
    assertFalse(data.isOpen());
    reply("226 done\r\n");
    assertDone(CurlCode.OK, true);
  }

  @Test
  void uploadWaitsForItsSource() {
    startUpload(ScriptedBody.unknown().piece("ab").pause().piece("cd"));
    expect("STOR f", "150 go");
    assertEquals("ab", drain(data));
    assertTrue(data.isOpen());
    exchange.resumeSend();
    assertEquals("cd", drain(data));
    assertFalse(data.isOpen());
  }

  @Test
  void uploadWaitsForRoom() {
    ScriptedBody body = ScriptedBody.unknown().piece("a".repeat(300_000));
    startUpload(body);
    data.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
    expect("STOR f", "150 go");
    assertEquals(0, body.reads());
    data.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
    data.runPendingTasks();
    assertEquals(300_000, drain(data).length());
    assertFalse(data.isOpen());
  }

  @Test
  void uploadWithLineEnds() {
    transfer.set(CurlOpt.CRLF, 1L);
    startUpload(ScriptedBody.of("a\nb\r\n"));
    expect("STOR f", "150 go");
    assertEquals("a\r\nb\r\n", drain(data));
    reply("226 done\r\n");
    assertDone(CurlCode.OK, true);
    assertEquals(6, transfer.uploaded());
  }

  @Test
  void sourceEndsEarly() {
    startUpload(ScriptedBody.announced(10).piece("abc"));
    expect("STOR f", "150 go");
    assertDone(CurlCode.READ_ERROR, false);
  }

  @Test
  void serverClosesTheDataOfAnUpload() {
    startUpload(ScriptedBody.unknown().piece("ab").pause());
    expect("STOR f", "150 go");
    drain(data);
    data.close();
    assertDone(CurlCode.SEND_ERROR, false);
  }

  @Test
  void refusedUpload() {
    startUpload(ScriptedBody.of("hello"));
    expect("STOR f", "553 no");
    assertDone(CurlCode.UPLOAD_FAILED, true);
  }

  @Test
  void resumedUploadSeeks() {
    ScriptedBody body = ScriptedBody.of("hello");
    transfer.set(CurlOpt.RESUME_FROM_LARGE, 3L).set(CurlOpt.SEEKFUNCTION, (a, b) -> 0);
    startUpload(body);
    expect("APPE f", "150 go");
    assertEquals("lo", drain(data));
    assertEquals(1, body.seeks());
    reply("226 done\r\n");
    assertDone(CurlCode.OK, true);
    assertEquals(2, transfer.uploadSize());
  }

  @Test
  void resumedUploadWithoutSeekCallbackTakesTheSourceAsItIs() {
    ScriptedBody body = ScriptedBody.unknown().piece("lo");
    transfer.set(CurlOpt.RESUME_FROM_LARGE, 3L);
    startUpload(body);
    expect("APPE f", "150 go");
    assertEquals("lo", drain(data));
    assertEquals(0, body.seeks());
  }

  @Test
  void resumedUploadThatCannotSeekReadsOver() {
    transfer.set(CurlOpt.RESUME_FROM_LARGE, 3L).set(CurlOpt.SEEKFUNCTION, (a, b) -> 2);
    ScriptedBody body = ScriptedBody.announced(5).piece("h").pause().piece("el").piece("lo");
    startUpload(body.notSeekable());
    assertEquals("", sent());
    exchange.resumeSend();
    expect("APPE f", "150 go");
    assertEquals("lo", drain(data));
    reply("226 done\r\n");
    assertDone(CurlCode.OK, true);
  }

  @Test
  void resumedUploadThatIsTooShort() {
    transfer.set(CurlOpt.RESUME_FROM_LARGE, 3L).set(CurlOpt.SEEKFUNCTION, (a, b) -> 2);
    startUpload(ScriptedBody.unknown().piece("h").notSeekable());
    assertDone(CurlCode.FTP_COULDNT_USE_REST, false);
  }

  // Whose connection it is

  private CurlCode prepare(FakeTransfer other, ConnectionPlan plan) {
    return PROVIDER.newExchange(other).prepare(plan);
  }

  private static ConnectionPlan plan() {
    return new ConnectionPlan(scheme("ftp"), "host", 21, false);
  }

  @Test
  void connectionsBelongToALogin() {
    ConnectionPlan first = plan();
    ConnectionPlan second = plan();
    prepare(new FakeTransfer().credentials("me", "a"), first);
    prepare(new FakeTransfer().credentials("me", "b"), second);
    assertNotEquals(first.affinity(), second.affinity());
    prepare(new FakeTransfer().credentials("me", "a"), second);
    assertEquals(first.affinity(), second.affinity());
    prepare(new FakeTransfer().credentials("me", "a").set(CurlOpt.USE_SSL, 3L), second);
    assertNotEquals(first.affinity(), second.affinity());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nDELE x", "a\nb", "a\0b"})
  void nothingBecomesASecondCommand(String text) {
    CurlCode refused = CurlCode.BAD_FUNCTION_ARGUMENT;
    assertEquals(refused, prepare(new FakeTransfer().credentials(text, ""), plan()));
    assertEquals(refused, prepare(new FakeTransfer().credentials("me", text), plan()));
    assertEquals(
        refused, prepare(new FakeTransfer().set(CurlOpt.QUOTE, List.of("NOOP", text)), plan()));
    assertEquals(refused, prepare(new FakeTransfer().set(CurlOpt.PREQUOTE, List.of(text)), plan()));
    assertEquals(
        refused, prepare(new FakeTransfer().set(CurlOpt.POSTQUOTE, List.of(text)), plan()));
    assertEquals(refused, prepare(new FakeTransfer().set(CurlOpt.CUSTOMREQUEST, text), plan()));
  }

  @Test
  void textIsSentAsUtf8() {
    transfer.credentials("m\u00e9", "");
    begin("ftp://host/f");
    reply("220 hi\r\n");
    assertEquals("USER m\u00c3\u00a9\r\n", sent());
  }

  @Test
  void pathBytesAreSentAsTheyAre() {
    begin("ftp://host/%e9/f");
    login();
    assertEquals("CWD \u00e9\r\n", sent());
  }

  @Test
  void verboseShowsWhatGoesOverTheWire() {
    transfer.verbose(true);
    startDownload();
    reply("150 go\r\n");
    data("0123456789");
    assertTrue(
        transfer
            .debugEvents()
            .contains(new FakeTransfer.DebugEvent(CurlSymbols.CURLINFO_HEADER_OUT, "RETR f\r\n")));
    assertTrue(
        transfer
            .debugEvents()
            .contains(new FakeTransfer.DebugEvent(CurlSymbols.CURLINFO_DATA_IN, "0123456789")));
    assertTrue(transfer.infoLines().contains("Entry path is '/'"));
  }
}
