package io.nettycurl.file;

import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.TransferContext;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * Owned by the loop. Moves a file piece by piece. After some pieces the other transfers of the loop
 * have their turn.
 */
abstract class FileWork implements Closeable {
  /** No piece is larger. */
  static final int PIECE = 64 * 1024;

  /** So many pieces are moved in a row. */
  static final int PIECES_IN_A_ROW = 16;

  private static final int REST_MS = 1;

  private final TransferContext transfer;
  private FileChannel channel;
  private boolean started;
  private boolean paused;
  private boolean resting;
  private boolean moving;
  private boolean over;

  FileWork(TransferContext transfer) {
    this.transfer = transfer;
  }

  TransferContext transfer() {
    return transfer;
  }

  FileChannel channel() {
    return channel;
  }

  void open(FileChannel opened) {
    channel = opened;
  }

  /** Opens the file and moves as much as may be moved at once. */
  abstract void start();

  /** Moves one piece; false if there is nothing to be done until {@link #resume}. */
  abstract boolean movePiece();

  final void move() {
    started = true;
    if (moving) {
      return;
    }
    moving = true;
    int pieces = 0;
    while (!over && !paused && !resting && movePiece()) {
      if (++pieces == PIECES_IN_A_ROW && !over) {
        resting = true;
        transfer.schedule(this::rested, REST_MS);
      }
    }
    moving = false;
  }

  private void rested() {
    resting = false;
    move();
  }

  final void pause(boolean stop) {
    paused = stop;
    resume();
  }

  final void resume() {
    if (started) {
      move();
    }
  }

  final void end(CurlCode code, String message) {
    if (over) {
      return;
    }
    over = true;
    if (message != null) {
      transfer.failed(message);
    }
    transfer.done(code, false);
  }

  final boolean over() {
    return over;
  }

  @Override
  public void close() throws IOException {
    over = true;
    if (channel != null) {
      channel.close();
    }
  }
}
