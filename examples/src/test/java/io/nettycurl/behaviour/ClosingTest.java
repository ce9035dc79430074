package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handles go in any order, in any number, at any time, and nothing is left behind. */
@Timeout(60)
class ClosingTest {
  private static RecordingServer server() {
    return new RecordingServer(request -> RecordingServer.ok("hi"));
  }

  private static void closeEasy(Driven driven, CurlEasy easy) {
    driven.call(
        () -> {
          easy.close();
          return null;
        });
  }

  /** 0: multi, easy; 1: remove, multi, easy; 2: easy, multi; 3: remove, easy, multi. */
  @ParameterizedTest
  @EnumSource
  void inAnyOrder(Drive drive) {
    try (RecordingServer server = server()) {
      for (int order = 0; order < 4; order++) {
        CurlEasy easy;
        Driven driven = drive.open();
        try (CurlEasy first = CurlEasy.init()) {
          first.setopt(CurlOpt.URL, "http://name.test:" + server.port() + "/" + order);
          first.setopt(CurlOpt.RESOLVE, List.of("name.test:" + server.port() + ":127.0.0.1"));
          first.setopt(CurlOpt.WRITEFUNCTION, (data, userdata) -> data.remaining());
          easy = first.duplicate();
        }
        driven.add(easy);
        assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
        if (order % 2 == 1) {
          assertEquals(CurlMultiCode.OK, driven.remove(easy));
        }
        if (order >= 2) {
          closeEasy(driven, easy);
        }
        driven.close();
        easy.close();
        assertEquals("name.test:" + server.port(), server.last().field("Host"));
      }
    }
  }

  @Test
  void aMultiThatWasNeverUsed() {
    CurlMulti multi = CurlMulti.init();
    assertEquals(CurlMultiCode.OK, multi.cleanup());
    assertEquals(CurlMultiCode.BAD_HANDLE, multi.perform());
  }

  @ParameterizedTest
  @EnumSource
  void aThousandThatWereOnlyAdded(Drive drive) {
    try (ScriptedServer server = new ScriptedServer(peer -> peer.readToEnd());
        Driven driven = drive.open()) {
      List<CurlEasy> all = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        CurlEasy easy = CurlEasy.init();
        easy.setopt(CurlOpt.URL, "https://" + server.authority() + "/");
        all.add(easy);
      }
      driven.call(
          () -> {
            for (CurlEasy easy : all) {
              assertEquals(CurlMultiCode.OK, driven.multi().addHandle(easy));
            }
            for (CurlEasy easy : all) {
              assertEquals(CurlMultiCode.ADDED_ALREADY, driven.multi().addHandle(easy));
              easy.close();
            }
            assertEquals(0, driven.multi().getHandles().size());
            return null;
          });
    }
  }

  /** In the middle of a tunnel, the handle before its multi. */
  @ParameterizedTest
  @EnumSource
  void inATunnel(Drive drive) throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    try (ScriptedServer proxy =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  asked.countDown();
                  peer.readToEnd();
                  gone.countDown();
                });
        Driven driven = drive.open()) {
      Fetch fetch =
          new Fetch("https://origin.test/").with(CurlOpt.PROXY, "http://" + proxy.authority());
      driven.add(fetch.easy());
      driven.until(Fetch.LIMIT, () -> asked.getCount() == 0);
      closeEasy(driven, fetch.easy());
      driven.until(Fetch.LIMIT, () -> gone.getCount() == 0);
      assertTrue(gone.await(10, TimeUnit.SECONDS), "its connection is closed");
    }
  }

  /** What the user said about a name stays when the connection there has died. */
  @ParameterizedTest
  @EnumSource
  void entriesOutliveADeadConnection(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
                })) {
      for (int i = 0; i < 2; i++) {
        Fetch fetch =
            new Fetch("http://name.test:" + server.port() + "/")
                .with(CurlOpt.DNS_CACHE_TIMEOUT, 1)
                .with(CurlOpt.RESOLVE, List.of("name.test:" + server.port() + ":127.0.0.1"));
        fetch.expect(CurlCode.OK, driven);
        assertEquals("hi", fetch.body());
        assertEquals(1, fetch.info(CurlInfo.NUM_CONNECTS));
      }
    }
  }

  /** Numbers beyond 1023, which select cannot wait for, are numbers as any other. */
  @ParameterizedTest
  @EnumSource
  void descriptorsBeyondAnFdSet(Drive drive) throws IOException {
    List<FileChannel> open = new ArrayList<>();
    try (RecordingServer server = server()) {
      for (int i = 0; i < 1034; i++) {
        open.add(FileChannel.open(Path.of("pom.xml")));
      }
      try (Driven driven = drive.open()) {
        Fetch fetch = new Fetch("http://" + server.authority() + "/");
        fetch.expect(CurlCode.OK, driven);
        assertEquals("hi", fetch.body());
        int fd = fetch.info(CurlInfo.ACTIVESOCKET).fd();
        assertTrue(fd < 0 || fd > 1023, () -> "descriptor " + fd);
        assertNotNull(fetch.info(CurlInfo.PRIMARY_IP));
      }
    } finally {
      for (FileChannel channel : open) {
        channel.close();
      }
    }
  }
}
