package io.nettycurl.netty.delivery;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.spi.BodyReader;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Owned by the loop. Calls the callbacks right away: the loop's thread is the user's. */
public final class DirectDelivery implements Delivery {
  private final UserSide user;

  /**
   * A direct way to a user.
   *
   * @param user whose callbacks
   */
  public DirectDelivery(UserSide user) {
    this.user = user;
  }

  @Override
  public void begin() {
    user.writer().begin(true);
  }

  @Override
  public void nextRequest() {
    user.writer().nextRequest();
  }

  @Override
  public void pausable(boolean may) {
    user.writer().pausable(may);
  }

  @Override
  public CurlCode header(byte[] line, int offset, int length, HeaderKind kind) {
    return user.writer().header(line, offset, length, kind);
  }

  @Override
  public CurlCode body(ByteBuf data) {
    return user.writer().body(data);
  }

  @Override
  public CurlCode debug(long type, ByteBuf data) {
    return user.debug(type, data);
  }

  @Override
  public CurlCode progress(long dltotal, long dlnow, long ultotal, long ulnow) {
    return user.progress(dltotal, dlnow, ultotal, ulnow);
  }

  @Override
  public <T> void ask(Supplier<T> question, Consumer<T> answer) {
    answer.accept(question.get());
  }

  @Override
  public void tell(Runnable telling, Runnable then) {
    telling.run();
    then.run();
  }

  @Override
  public void lastWord(Runnable telling) {
    telling.run();
  }

  @Override
  public boolean isPaused() {
    return user.writer().isPaused();
  }

  @Override
  public boolean isDrained() {
    return user.writer().isDrained();
  }

  @Override
  public boolean readsAtOnce() {
    return true;
  }

  @Override
  public void read(BodyReader reader, Move move, int max, Filled filled) {
    throw new UnsupportedOperationException("reads at once");
  }

  @Override
  public void failed() {
    user.writer().drop();
  }

  @Override
  public void drop() {
    user.writer().drop();
  }
}
