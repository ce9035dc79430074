package io.nettycurl.netty.connect.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.netty.util.ReferenceCountUtil;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyLogTest {
  @TempDir private Path directory;

  private static void handshake(SslContext context, String version) throws Exception {
    X509Bundle server =
        new CertificateBuilder()
            .subject("CN=server")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    SslContext other =
        SslContextBuilder.forServer(server.getKeyPair().getPrivate(), server.getCertificate())
            .sslProvider(SslProvider.JDK)
            .protocols(version)
            .build();
    EmbeddedChannel near = new EmbeddedChannel(new SslHandler(engine(context)));
    EmbeddedChannel far = new EmbeddedChannel(new SslHandler(engine(other)));
    boolean moved = true;
    while (moved) {
      moved = pass(near, far);
      moved |= pass(far, near);
    }
    assertTrue(near.pipeline().get(SslHandler.class).handshakeFuture().isSuccess());
    near.finishAndReleaseAll();
    far.finishAndReleaseAll();
    ReferenceCountUtil.release(context);
  }

  private static javax.net.ssl.SSLEngine engine(SslContext context) {
    return context.newEngine(UnpooledByteBufAllocator.DEFAULT);
  }

  private static boolean pass(EmbeddedChannel from, EmbeddedChannel to) {
    from.runPendingTasks();
    boolean any = false;
    for (Object data = from.readOutbound(); data != null; data = from.readOutbound()) {
      to.writeInbound(data);
      any = true;
    }
    return any;
  }

  private static SslContext client(SslProvider provider, String version) throws Exception {
    return SslContextBuilder.forClient()
        .sslProvider(provider)
        .protocols(version)
        .endpointIdentificationAlgorithm(null)
        .trustManager(InsecureTrustManagerFactory.INSTANCE)
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void secretsAreAdded(String version) throws Exception {
    assumeTrue(OpenSsl.isAvailable());
    Path file = Files.writeString(directory.resolve("log"), "# kept\n");
    SslContext context = client(SslProvider.OPENSSL, version);
    KeyLog.open(file.toString()).attach(context);
    handshake(context, version);
    List<String> lines = Files.readAllLines(file);
    assertEquals("# kept", lines.get(0));
    String label = version.equals("TLSv1.2") ? "CLIENT_RANDOM" : "CLIENT_TRAFFIC_SECRET_0";
    assertTrue(
        lines.stream().anyMatch(line -> line.matches(label + " [0-9a-f]{64} [0-9a-f]{64,96}")),
        lines::toString);
  }

  @Test
  void whatCannotBeLoggedWorksAllTheSame() throws Exception {
    Path file = directory.resolve("log");
    SslContext jdk = client(SslProvider.JDK, "TLSv1.3");
    KeyLog.open(file.toString()).attach(jdk);
    handshake(jdk, "TLSv1.3");
    assertEquals("", Files.readString(file));
    SslContext unwritable = client(SslProvider.JDK, "TLSv1.2");
    KeyLog.open(directory.toString()).attach(unwritable);
    handshake(unwritable, "TLSv1.2");
  }
}
