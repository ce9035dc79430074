package io.nettycurl.netty.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.MaxMessagesRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator.ExtendedHandle;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopBuffersTest {
  private static final ByteBufAllocator ALLOC = ByteBufAllocator.DEFAULT;

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final ChannelConfig config = channel.config();
  private boolean polling;
  private boolean full;
  private boolean onLoop = true;
  private final LoopBuffers buffers = new LoopBuffers(() -> onLoop, () -> polling, () -> full);

  @AfterEach
  void close() {
    buffers.close();
    channel.close();
  }

  @Test
  void aReleasedBufferIsTheNextOneAgain() {
    ByteBuf first = buffers.forRequest(ALLOC).writeLong(1);
    first.release();
    ByteBuf second = buffers.forRequest(ALLOC);
    assertSame(first, second);
    assertFalse(second.isReadable());
    second.release();
  }

  @Test
  void aBufferThatSomebodyHoldsIsLeftAlone() {
    ByteBuf held = buffers.forRequest(ALLOC).writeLong(1);
    for (int i = 0; i < 100; i++) {
      ByteBuf other = buffers.forRequest(ALLOC).writeLong(2);
      assertNotSame(held, other);
      other.release();
    }
    assertEquals(1, held.readLong());
    held.release();
    assertSame(held, buffers.forRequest(ALLOC));
    held.release();
  }

  @Test
  void moreThanAreKeptAreMadeOtherwise() {
    List<ByteBuf> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      ByteBuf one = buffers.forRequest(ALLOC);
      assertTrue(all.stream().noneMatch(other -> other == one));
      all.add(one);
    }
    all.forEach(ByteBuf::release);
  }

  @Test
  void oneThatGrewIsNotKept() {
    ByteBuf large = buffers.forRequest(ALLOC);
    large.writeZero(LoopBuffers.LARGE).release();
    ByteBuf next = buffers.forRequest(ALLOC);
    assertEquals(LoopBuffers.REQUEST, next.capacity());
    next.release();
  }

  @Test
  void afterTheEndNothingIsKept() {
    ByteBuf held = buffers.forRequest(ALLOC);
    buffers.close();
    assertEquals(1, held.refCnt());
    held.release();
    assertEquals(0, held.refCnt());
    ByteBuf late = buffers.forRequest(ALLOC);
    late.release();
    assertEquals(0, late.refCnt());
  }

  @Test
  void handlersGetTheBufferUsedLast() {
    buffers.giveTo(channel);
    for (int size : new int[] {100, LoopBuffers.REQUEST, LoopBuffers.RECORD}) {
      ByteBuf first = channel.alloc().directBuffer(size).writeLong(1);
      assertTrue(first.writableBytes() >= size - Long.BYTES);
      first.release();
      ByteBuf second = channel.alloc().buffer(size);
      assertSame(first, second);
      assertFalse(second.isReadable());
      ByteBuf other = channel.alloc().directBuffer(size);
      assertNotSame(second, other);
      other.release();
      second.release();
    }
  }

  @Test
  void handlersOnOtherThreadsAndOtherLoopsGetOthers() {
    buffers.giveTo(channel);
    ByteBuf ours = channel.alloc().directBuffer(100);
    ours.release();
    ByteBufAllocator kept = channel.alloc();
    assertDiffers(ours, kept.directBuffer(100, 100));
    assertDiffers(ours, kept.heapBuffer(100));
    onLoop = false;
    assertDiffers(ours, kept.directBuffer(100));
    onLoop = true;
    LoopBuffers.takeFrom(channel);
    assertDiffers(ours, channel.alloc().directBuffer(100));
    assertSame(ours, kept.directBuffer(100));
    ours.release();
    buffers.close();
    assertDiffers(ours, kept.directBuffer(100));
  }

  private static void assertDiffers(ByteBuf ours, ByteBuf other) {
    assertNotSame(ours, other);
    other.release();
    assertEquals(0, other.refCnt());
  }

  @Test
  void handlersGetOthersWhereAllAreInUse() {
    buffers.giveTo(channel);
    List<ByteBuf> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      ByteBuf one = channel.alloc().directBuffer(LoopBuffers.RECORD - 1);
      assertTrue(all.stream().noneMatch(other -> other == one));
      all.add(one);
    }
    all.forEach(ByteBuf::release);
  }

  @Test
  void readsMoreAtATimeWhileBodiesAreLarge() {
    ExtendedHandle handle = handle(16);
    assertEquals(LoopBuffers.SMALL, read(handle, LoopBuffers.SMALL));
    assertTrue(handle.continueReading());
    assertEquals(LoopBuffers.LARGE, read(handle, LoopBuffers.SMALL));
    assertFalse(handle.continueReading());
    handle.readComplete();
    handle.reset(config);
    assertEquals(LoopBuffers.LARGE, read(handle, 100));
    handle.readComplete();
    handle.reset(config);
    assertEquals(LoopBuffers.SMALL, read(handle, 100));
  }

  @Test
  void oneReadAtATimeStaysSmall() {
    ExtendedHandle handle = handle(1);
    assertEquals(LoopBuffers.SMALL, read(handle, LoopBuffers.SMALL));
    assertFalse(handle.continueReading());
    assertEquals(LoopBuffers.SMALL, read(handle, LoopBuffers.SMALL));
  }

  @Test
  void aPollReadsOnceAndTellsThatThereIsMore() {
    ExtendedHandle handle = handle(16);
    polling = true;
    read(handle, LoopBuffers.SMALL);
    assertFalse(handle.continueReading());
    assertTrue(buffers.takeCutShort());
    assertFalse(buffers.takeCutShort());
    handle.reset(config);
    read(handle, 100);
    assertFalse(handle.continueReading());
    assertFalse(buffers.takeCutShort());
  }

  @Test
  void aChannelReadsAsOftenInATurnAsItsKindDoes() {
    Channel socket = Transport.NIO.newSocket(InetAddress.getLoopbackAddress());
    try {
      buffers.giveTo(socket);
      assertEquals(
          socket.metadata().defaultMaxMessagesPerRead(),
          LoopBuffers.of(socket).maxMessagesPerRead());
      assertTrue(LoopBuffers.of(socket).maxMessagesPerRead() > 1);
    } finally {
      socket.unsafe().closeForcibly();
    }
  }

  @Test
  void noReadIsLargerThanWasAskedFor() {
    ExtendedHandle handle = handle(16);
    buffers.giveTo(channel);
    LoopBuffers.of(channel).maxMessagesPerRead(16);
    ExtendedHandle bounded = (ExtendedHandle) LoopBuffers.of(channel).newHandle();
    bounded.reset(config);
    LoopBuffers.of(channel).atMost(1024);
    assertEquals(1024, read(bounded, 1024));
    LoopBuffers.of(channel).atMost(0);
    assertEquals(LoopBuffers.LARGE, read(bounded, 1024));
    handle.reset(config);
    assertEquals(LoopBuffers.SMALL, read(handle, 1024));
  }

  @Test
  void whereEnoughIsHeldBackAChannelReadsLittleAndStops() {
    ExtendedHandle handle = handle(16);
    assertEquals(LoopBuffers.SMALL, read(handle, LoopBuffers.SMALL));
    full = true;
    assertFalse(handle.continueReading());
    assertFalse(handle.continueReading(() -> true));
    assertEquals(LoopBuffers.LEAST, handle.guess());
    assertEquals(LoopBuffers.LEAST, read(handle, LoopBuffers.LEAST));
    full = false;
    assertEquals(LoopBuffers.LARGE, read(handle, 1));
  }

  private ExtendedHandle handle(int maxMessages) {
    MaxMessagesRecvByteBufAllocator allocator =
        (MaxMessagesRecvByteBufAllocator) buffers.forChannel();
    allocator.maxMessagesPerRead(maxMessages);
    ExtendedHandle handle = (ExtendedHandle) allocator.newHandle();
    handle.reset(config);
    return handle;
  }

  /** Reads once as a channel does; gives how large the buffer was. */
  private static int read(ExtendedHandle handle, int bytes) {
    ByteBuf buffer = handle.allocate(ALLOC);
    int room = buffer.writableBytes();
    handle.attemptedBytesRead(room);
    handle.lastBytesRead(bytes);
    handle.incMessagesRead(1);
    buffer.release();
    return room;
  }
}
