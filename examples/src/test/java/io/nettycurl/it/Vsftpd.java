package io.nettycurl.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Owned by the test thread. vsftpd with anonymous users who may write below {@code /upload}, and
 * whose password has to be {@link #PASSWORD}.
 */
final class Vsftpd implements AutoCloseable {
  static final String USER = "anonymous";
  static final String PASSWORD = "guest@example.com";

  /** How a connection to it becomes encrypted. */
  enum Security {
    /** Not at all. */
    NONE("ftp"),
    /** By AUTH TLS; without it nobody logs in. */
    EXPLICIT("ftp"),
    /** From the first byte. */
    IMPLICIT("ftps");

    private final String scheme;

    Security(String scheme) {
      this.scheme = scheme;
    }
  }

  private static final Pattern CONNECT = Pattern.compile("(?m) CONNECT: Client ");

  private final Security security;
  private final ServerFolder folder;
  private final Identity identity;
  private final int port;
  private final ServerProcess process;

  private Vsftpd(
      Security security, ServerFolder folder, Identity identity, int port, ServerProcess process) {
    this.security = security;
    this.folder = folder;
    this.identity = identity;
    this.port = port;
    this.process = process;
  }

  static Vsftpd start(Security security) throws IOException {
    Path program = ServerProcess.program("vsftpd");
    if (!System.getProperty("user.name").equals("root")) {
      throw ServerProcess.unavailable("vsftpd runs for root only");
    }
    ServerFolder folder = ServerFolder.create("nettycurl-vsftpd");
    folder.folder("root");
    folder.folder("empty");
    UserPrincipal writer = user(folder.path());
    Files.setOwner(folder.folder("root/upload"), writer);
    Files.writeString(folder.path().resolve("passwords"), PASSWORD + "\n");
    Identity identity = Identity.create(folder.path());
    int port = ServerProcess.freePort();
    Path configuration =
        Files.writeString(
            folder.path().resolve("vsftpd.conf"),
            configuration(security, folder.path(), identity, port, writer.getName()));
    ServerProcess process =
        ServerProcess.start(
            folder.path().resolve("output.log"),
            List.of(program.toString(), configuration.toString()),
            port);
    return new Vsftpd(security, folder, identity, port, process);
  }

  private static UserPrincipal user(Path folder) throws IOException {
    try {
      return folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("ftp");
    } catch (UserPrincipalNotFoundException e) {
      return folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    }
  }

  private static String configuration(
      Security security, Path folder, Identity identity, int port, String user) {
    String tls =
        """
        ssl_enable=YES
        ssl_tlsv1=YES
        ssl_ciphers=HIGH
        allow_anon_ssl=YES
        force_anon_logins_ssl=YES
        force_anon_data_ssl=YES
        require_ssl_reuse=YES
        strict_ssl_read_eof=YES
        implicit_ssl=%s
        rsa_cert_file=%s
        rsa_private_key_file=%s
        """
            .formatted(
                security == Security.IMPLICIT ? "YES" : "NO",
                identity.certificate(),
                identity.key());
    return """
    background=NO
    listen=YES
    listen_address=127.0.0.1
    listen_port=%d
    pasv_address=127.0.0.1
    connect_from_port_20=NO
    anonymous_enable=YES
    local_enable=NO
    ftp_username=%s
    nopriv_user=nobody
    secure_email_list_enable=YES
    email_password_file=%s
    anon_root=%s
    secure_chroot_dir=%s
    write_enable=YES
    anon_upload_enable=YES
    anon_mkdir_write_enable=YES
    anon_other_write_enable=YES
    anon_world_readable_only=NO
    anon_umask=022
    seccomp_sandbox=NO
    isolate=NO
    isolate_network=NO
    tcp_wrappers=NO
    delay_failed_login=0
    delay_successful_login=0
    xferlog_enable=YES
    xferlog_std_format=NO
    log_ftp_protocol=YES
    vsftpd_log_file=%s
    """
            .formatted(
                port,
                user,
                folder.resolve("passwords"),
                folder.resolve("root"),
                folder.resolve("empty"),
                folder.resolve("vsftpd.log"))
        + (security == Security.NONE ? "ssl_enable=NO\n" : tls);
  }

  Security security() {
    return security;
  }

  Path certificate() {
    return identity.certificate();
  }

  String url(String path) {
    return security.scheme + "://127.0.0.1:" + port + path;
  }

  /** Where a path of the server is on this machine. */
  Path place(String path) {
    return folder.path().resolve("root" + path);
  }

  /** Makes a file that can be asked for, and gives back what is in it. */
  byte[] file(String path, int size) throws IOException {
    byte[] content = ServerFolder.content(size, path.hashCode());
    Files.write(place(path), content);
    Files.setPosixFilePermissions(place(path), PosixFilePermissions.fromString("rw-r--r--"));
    return content;
  }

  /** How many control connections there have been. */
  long connections() throws IOException {
    return CONNECT.matcher(log()).results().count();
  }

  /** All commands and replies since the start. */
  String log() throws IOException {
    return Files.readString(folder.path().resolve("vsftpd.log"), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    process.close();
    folder.close();
  }
}
