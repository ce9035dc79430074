package io.nettycurl.examples.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.ftpserver.ftplet.FileSystemView;
import org.apache.ftpserver.ftplet.FtpFile;

/** Any thread. The files as the FTP server wants to see them: one directory, nothing on a disk. */
final class ServedFiles implements FileSystemView {
  private final DemoFiles files;

  ServedFiles(DemoFiles files) {
    this.files = files;
  }

  @Override
  public FtpFile getHomeDirectory() {
    return new Entry("/", -1);
  }

  @Override
  public FtpFile getWorkingDirectory() {
    return getHomeDirectory();
  }

  @Override
  public boolean changeWorkingDirectory(String directory) {
    return directory.equals("/") || directory.equals(".");
  }

  @Override
  public FtpFile getFile(String path) {
    return path.equals("/") || path.equals(".") || path.equals("./")
        ? getHomeDirectory()
        : new Entry(path, files.number(path));
  }

  @Override
  public boolean isRandomAccessible() {
    return true;
  }

  @Override
  public void dispose() {}

  /** The directory, a file, or a name there is no file for. */
  private final class Entry implements FtpFile {
    private final String path;
    private final int number;

    Entry(String path, int number) {
      this.path = path;
      this.number = number;
    }

    @Override
    public String getAbsolutePath() {
      return path.startsWith("/") ? path : "/" + path;
    }

    @Override
    public String getName() {
      return path.equals("/") ? "/" : path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public boolean isHidden() {
      return false;
    }

    @Override
    public boolean isDirectory() {
      return path.equals("/");
    }

    @Override
    public boolean isFile() {
      return number >= 0;
    }

    @Override
    public boolean doesExist() {
      return isDirectory() || isFile();
    }

    @Override
    public boolean isReadable() {
      return doesExist();
    }

    @Override
    public boolean isWritable() {
      return false;
    }

    @Override
    public boolean isRemovable() {
      return false;
    }

    @Override
    public String getOwnerName() {
      return "demo";
    }

    @Override
    public String getGroupName() {
      return "demo";
    }

    @Override
    public int getLinkCount() {
      return 1;
    }

    @Override
    public long getLastModified() {
      return 0;
    }

    @Override
    public boolean setLastModified(long time) {
      return false;
    }

    @Override
    public long getSize() {
      return isFile() ? DemoFiles.size(number) : 0;
    }

    @Override
    public Object getPhysicalFile() {
      return path;
    }

    @Override
    public boolean mkdir() {
      return false;
    }

    @Override
    public boolean delete() {
      return false;
    }

    @Override
    public boolean move(FtpFile destination) {
      return false;
    }

    @Override
    public List<? extends FtpFile> listFiles() {
      return List.of();
    }

    @Override
    public OutputStream createOutputStream(long offset) throws IOException {
      throw new IOException("read only");
    }

    @Override
    public InputStream createInputStream(long offset) {
      byte[] content = files.serve(number);
      int from = (int) Math.min(offset, content.length);
      return new ByteArrayInputStream(content, from, content.length - from);
    }
  }
}
