package io.nettycurl.ftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.TestNames;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole transfers with a server that somebody else wrote. */
class FtpTransferTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final char[] SECRET = "secret".toCharArray();
  private static X509Bundle certificate;

  @TempDir Path folder;
  private FtpServer server;
  private Listener plain;
  private Listener implicit;

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate =
        new CertificateBuilder()
            .subject("CN=server")
            .addSanIpAddress("127.0.0.1")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
  }

  @BeforeEach
  void startServer() throws Exception {
    FtpServerFactory factory = new FtpServerFactory();
    plain = listener(false);
    implicit = listener(true);
    factory.addListener("default", plain);
    factory.addListener("implicit", implicit);
    BaseUser user = new BaseUser();
    user.setName("me");
    user.setPassword("pass");
    user.setHomeDirectory(Files.createDirectory(folder.resolve("home")).toString());
    user.setAuthorities(List.of(new WritePermission()));
    factory.getUserManager().save(user);
    server = factory.createServer();
    server.start();
  }

  private Listener listener(boolean tls) throws Exception {
    ListenerFactory factory = new ListenerFactory();
    factory.setServerAddress("127.0.0.1");
    factory.setPort(0);
    SslConfigurationFactory ssl = new SslConfigurationFactory();
    ssl.setKeystoreFile(keyStore().toFile());
    ssl.setKeystorePassword(new String(SECRET));
    factory.setSslConfiguration(ssl.createSslConfiguration());
    factory.setImplicitSsl(tls);
    DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
    data.setImplicitSsl(tls);
    data.setSslConfiguration(ssl.createSslConfiguration());
    factory.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
    return factory.createListener();
  }

  private Path keyStore() throws Exception {
    Path file = folder.resolve("keys");
    KeyStore store = certificate.toKeyStore(SECRET);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, SECRET);
    }
    return file;
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  private Path home() {
    return folder.resolve("home");
  }

  /** One transfer and what it gives. */
  private final class Fetch implements AutoCloseable {
    private final CurlEasy easy = CurlEasy.init();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ByteArrayOutputStream headers = new ByteArrayOutputStream();

    private Fetch(String path) {
      set(CurlOpt.URL, "ftp://127.0.0.1:" + plain.getPort() + path);
      set(CurlOpt.USERPWD, "me:pass");
      set(CurlOpt.WRITEFUNCTION, (data, user) -> take(data, body));
      set(CurlOpt.HEADERFUNCTION, (data, user) -> take(data, headers));
    }

    private <T> Fetch set(EasyOption<T> option, T value) {
      assertEquals(CurlCode.OK, easy.setopt(option, value), option.name());
      return this;
    }

    private Fetch secure() {
      set(CurlOpt.USE_SSL, CurlSymbols.CURLUSESSL_ALL);
      return trusting();
    }

    private Fetch implicit(String path) {
      set(CurlOpt.URL, "ftps://127.0.0.1:" + implicit.getPort() + path);
      return trusting();
    }

    private Fetch trusting() {
      byte[] pem = certificate.getCertificatePEM().getBytes(StandardCharsets.US_ASCII);
      return set(CurlOpt.CAINFO_BLOB, pem);
    }

    private Fetch sending(byte[] bytes) {
      ByteBuffer source = ByteBuffer.wrap(bytes);
      set(CurlOpt.UPLOAD, 1L);
      set(CurlOpt.INFILESIZE_LARGE, (long) bytes.length);
      return set(CurlOpt.READFUNCTION, (into, user) -> give(source, into));
    }

    private CurlCode run(Drive.Driven driven) {
      CurlMessage message = driven.run(easy, LIMIT);
      return message.result();
    }

    private long take(ByteBuffer data, ByteArrayOutputStream into) {
      int length = data.remaining();
      byte[] bytes = new byte[length];
      data.get(bytes);
      into.writeBytes(bytes);
      return length;
    }

    private long give(ByteBuffer source, ByteBuffer into) {
      int count = Math.min(source.remaining(), into.remaining());
      into.put(source.slice().limit(count));
      source.position(source.position() + count);
      return count;
    }

    @Override
    public void close() {
      easy.close();
    }
  }

  private byte[] make(String name, int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    try {
      Files.write(home().resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  @ParameterizedTest
  @EnumSource
  void downloads(Drive drive) {
    byte[] bytes = make("f", 3_000_000);
    try (Drive.Driven driven = drive.open();
        Fetch clear = new Fetch("/f");
        Fetch secure = new Fetch("/f").secure();
        Fetch implicit = new Fetch("").implicit("/f")) {
      assertEquals(CurlCode.OK, clear.run(driven));
      assertArrayEquals(bytes, clear.body.toByteArray());
      assertEquals(226L, clear.easy.getinfo(CurlInfo.RESPONSE_CODE));
      assertTrue(clear.headers.toString(StandardCharsets.US_ASCII).contains("\r\n226 "));
      assertEquals(CurlCode.OK, secure.run(driven), secure.easy.errorMessage());
      assertArrayEquals(bytes, secure.body.toByteArray());
      assertEquals(CurlCode.OK, implicit.run(driven), implicit.easy.errorMessage());
      assertArrayEquals(bytes, implicit.body.toByteArray());
    }
  }

  @ParameterizedTest
  @EnumSource
  void uploads(Drive drive) throws IOException {
    byte[] bytes = new byte[2_000_000];
    new Random(1).nextBytes(bytes);
    try (Drive.Driven driven = drive.open();
        Fetch clear = new Fetch("/up").sending(bytes);
        Fetch secure = new Fetch("/up2").secure().sending(bytes)) {
      assertEquals(CurlCode.OK, clear.run(driven), clear.easy.errorMessage());
      assertArrayEquals(bytes, Files.readAllBytes(home().resolve("up")));
      assertEquals(bytes.length, clear.easy.getinfo(CurlInfo.SIZE_UPLOAD_T));
      assertEquals(CurlCode.OK, secure.run(driven), secure.easy.errorMessage());
      assertArrayEquals(bytes, Files.readAllBytes(home().resolve("up2")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void serverOpensTheDataChannel(Drive drive) throws IOException {
    byte[] bytes = make("f", 1_000_000);
    try (Drive.Driven driven = drive.open();
        Fetch clear = new Fetch("/f").set(CurlOpt.FTPPORT, "-");
        Fetch secure = new Fetch("/f").secure().set(CurlOpt.FTPPORT, "127.0.0.1");
        Fetch up = new Fetch("/up").sending(bytes).set(CurlOpt.FTPPORT, "-")) {
      assertEquals(CurlCode.OK, clear.run(driven), clear.easy.errorMessage());
      assertArrayEquals(bytes, clear.body.toByteArray());
      assertEquals(CurlCode.OK, secure.run(driven), secure.easy.errorMessage());
      assertArrayEquals(bytes, secure.body.toByteArray());
      assertEquals(CurlCode.OK, up.run(driven), up.easy.errorMessage());
      assertArrayEquals(bytes, Files.readAllBytes(home().resolve("up")));
    }
  }

  @Test
  void portInUseGivesWayToTheNext() throws IOException {
    byte[] bytes = make("f", 100);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Drive.Driven driven = Drive.CALLER.open();
        Fetch blocked = new Fetch("/f").set(CurlOpt.FTPPORT, ":" + taken.getLocalPort());
        Fetch unknown = new Fetch("/f").set(CurlOpt.FTPPORT, TestNames.UNRESOLVABLE);
        Fetch next = new Fetch("/f")) {
      int port = taken.getLocalPort();
      assertEquals(CurlCode.FTP_PORT_FAILED, blocked.run(driven));
      next.set(CurlOpt.FTPPORT, ":" + port + "-" + Math.min(0xffff, port + 20));
      assertEquals(CurlCode.OK, next.run(driven), next.easy.errorMessage());
      assertArrayEquals(bytes, next.body.toByteArray());
      assertEquals(0L, next.easy.getinfo(CurlInfo.NUM_CONNECTS));
      assertEquals(CurlCode.COULDNT_RESOLVE_HOST, unknown.run(driven));
    }
  }

  @Test
  void connectionIsUsedAgainByTheSameLoginOnly() {
    byte[] bytes = make("f", 100);
    try (Drive.Driven driven = Drive.CALLER.open();
        Fetch first = new Fetch("/f");
        Fetch second = new Fetch("/f");
        Fetch secure = new Fetch("/f").secure();
        Fetch other = new Fetch("/f").set(CurlOpt.PASSWORD, "wrong")) {
      assertEquals(CurlCode.OK, first.run(driven));
      assertEquals(2L, first.easy.getinfo(CurlInfo.NUM_CONNECTS));
      assertEquals(CurlCode.OK, second.run(driven));
      assertEquals(1L, second.easy.getinfo(CurlInfo.NUM_CONNECTS));
      assertArrayEquals(bytes, second.body.toByteArray());
      assertEquals(CurlCode.OK, secure.run(driven), secure.easy.errorMessage());
      assertEquals(2L, secure.easy.getinfo(CurlInfo.NUM_CONNECTS));
      assertEquals(CurlCode.LOGIN_DENIED, other.run(driven));
    }
  }

  @Test
  void listsMakesAndDeletes() throws IOException {
    make("f", 10);
    try (Drive.Driven driven = Drive.CALLER.open();
        Fetch names = new Fetch("/").set(CurlOpt.DIRLISTONLY, 1L);
        Fetch deep =
            new Fetch("/a/b/c")
                .sending("hello".getBytes(StandardCharsets.US_ASCII))
                .set(CurlOpt.FTP_CREATE_MISSING_DIRS, 1L);
        Fetch delete = new Fetch("/").set(CurlOpt.POSTQUOTE, List.of("DELE f"))) {
      assertEquals(CurlCode.OK, names.run(driven));
      assertEquals("f\n", names.body.toString(StandardCharsets.US_ASCII));
      assertEquals(CurlCode.OK, deep.run(driven), deep.easy.errorMessage());
      assertEquals("hello", Files.readString(home().resolve("a/b/c")));
      assertEquals(CurlCode.OK, delete.run(driven), delete.easy.errorMessage());
      assertTrue(Files.notExists(home().resolve("f")));
    }
  }

  @Test
  void resumesBothWays() throws IOException {
    byte[] bytes = make("f", 1000);
    byte[] tail = java.util.Arrays.copyOfRange(bytes, 900, 1000);
    try (Drive.Driven driven = Drive.CALLER.open();
        Fetch down = new Fetch("/f").set(CurlOpt.RESUME_FROM_LARGE, 900L);
        Fetch part = new Fetch("/f").set(CurlOpt.RANGE, "900-909");
        Fetch up = new Fetch("/g").sending(bytes)) {
      assertEquals(CurlCode.OK, down.run(driven));
      assertArrayEquals(tail, down.body.toByteArray());
      assertEquals(CurlCode.OK, part.run(driven));
      assertArrayEquals(java.util.Arrays.copyOf(tail, 10), part.body.toByteArray());
      Files.write(home().resolve("g"), java.util.Arrays.copyOf(bytes, 900));
      ByteBuffer source = ByteBuffer.wrap(bytes);
      up.set(CurlOpt.READFUNCTION, (into, user) -> up.give(source, into));
      up.set(
          CurlOpt.SEEKFUNCTION,
          (offset, user) -> {
            source.position((int) offset);
            return CurlSymbols.CURL_SEEKFUNC_OK;
          });
      up.set(CurlOpt.RESUME_FROM_LARGE, -1L);
      assertEquals(CurlCode.OK, up.run(driven), up.easy.errorMessage());
      assertArrayEquals(bytes, Files.readAllBytes(home().resolve("g")));
    }
  }

  @Test
  void pausesInTheMiddle() {
    byte[] bytes = make("f", 3_000_000);
    List<Integer> taken = new ArrayList<>();
    try (Drive.Driven driven = Drive.CALLER.open();
        Fetch fetch = new Fetch("/f")) {
      fetch.set(
          CurlOpt.WRITEFUNCTION,
          (data, user) -> {
            taken.add(data.remaining());
            return taken.size() == 3
                ? CurlSymbols.CURL_WRITEFUNC_PAUSE
                : fetch.take(data, fetch.body);
          });
      driven.add(fetch.easy);
      driven.until(LIMIT, () -> taken.size() >= 3);
      driven.until(Duration.ofMillis(100), () -> taken.size() > 3);
      assertEquals(3, taken.size());
      assertEquals(CurlCode.OK, fetch.easy.pause((int) CurlSymbols.CURLPAUSE_CONT));
      assertEquals(CurlCode.OK, driven.next(LIMIT).result());
      driven.remove(fetch.easy);
      assertArrayEquals(bytes, fetch.body.toByteArray());
    }
  }

  @Test
  void headersOnly() {
    make("f", 1234);
    try (Drive.Driven driven = Drive.CALLER.open();
        Fetch fetch = new Fetch("/f").set(CurlOpt.NOBODY, 1L)) {
      assertEquals(CurlCode.OK, fetch.run(driven), fetch.easy.errorMessage());
      String text = fetch.body.toString(StandardCharsets.US_ASCII);
      assertEquals("Content-Length: 1234\r\nAccept-ranges: bytes\r\n", text);
      assertEquals(0L, fetch.easy.getinfo(CurlInfo.SIZE_DOWNLOAD_T));
    }
  }

  @Test
  void manyAtOnce() {
    byte[] bytes = make("f", 200_000);
    List<Fetch> fetches = new ArrayList<>();
    try (Drive.Driven driven = Drive.CALLER.open()) {
      for (int i = 0; i < 8; i++) {
        Fetch fetch = new Fetch("/f");
        fetches.add(fetch);
        driven.add(fetch.easy);
      }
      driven.take(fetches.size(), LIMIT).forEach(m -> assertEquals(CurlCode.OK, m.result()));
      for (Fetch fetch : fetches) {
        assertArrayEquals(bytes, fetch.body.toByteArray());
        driven.remove(fetch.easy);
        fetch.close();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void removedInTheMiddle(Drive drive) {
    make("f", 3_000_000);
    try (Drive.Driven driven = drive.open();
        Fetch fetch = new Fetch("/f");
        Fetch next = new Fetch("/f")) {
      AtomicBoolean flows = new AtomicBoolean();
      fetch.set(
          CurlOpt.WRITEFUNCTION,
          (data, user) -> {
            flows.set(true);
            return CurlSymbols.CURL_WRITEFUNC_PAUSE;
          });
      driven.add(fetch.easy);
      driven.until(LIMIT, flows::get);
      driven.remove(fetch.easy);
      assertEquals(CurlCode.OK, next.run(driven));
      assertEquals(3_000_000, next.body.size());
    }
  }
}
