package io.nettycurl.examples.demo;

import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;

/** Any thread. Serves the files over FTP, to anybody. */
final class FileServer implements AutoCloseable {
  private static final int MAX_CLIENTS = 200;

  private final FtpServer server;
  private final Listener listener;

  /**
   * Starts it on a free port of the loopback interface.
   *
   * @param files what it serves
   * @throws FtpException if it cannot start
   */
  FileServer(DemoFiles files) throws FtpException {
    ListenerFactory listeners = new ListenerFactory();
    listeners.setServerAddress("127.0.0.1");
    listeners.setPort(0);
    listener = listeners.createListener();

    ConnectionConfigFactory connections = new ConnectionConfigFactory();
    connections.setAnonymousLoginEnabled(true);
    connections.setMaxAnonymousLogins(MAX_CLIENTS);
    connections.setMaxLogins(MAX_CLIENTS);
    connections.setMaxThreads(MAX_CLIENTS);

    FtpServerFactory servers = new FtpServerFactory();
    servers.addListener("default", listener);
    servers.setConnectionConfig(connections.createConnectionConfig());
    servers.setFileSystem(user -> new ServedFiles(files));
    BaseUser anonymous = new BaseUser();
    anonymous.setName("anonymous");
    servers.getUserManager().save(anonymous);
    server = servers.createServer();
    server.start();
  }

  /** Where it is, with a slash at the end. */
  String url() {
    return "ftp://127.0.0.1:" + listener.getPort() + "/";
  }

  @Override
  public void close() {
    server.stop();
  }
}
