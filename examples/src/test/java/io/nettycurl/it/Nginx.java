package io.nettycurl.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Owned by the test thread. nginx with HTTP and HTTPS on free ports:
 *
 * <ul>
 *   <li>{@code /} the files of {@link #root()}
 *   <li>{@code /put/} takes PUT and DELETE, and gives back what was put
 *   <li>{@code /gzip/} the same files as {@code /}, gzip on the way, therefore chunked
 *   <li>{@code /three/} the same files, three requests on a connection and no more
 *   <li>{@code /away/} sends to {@code /}
 *   <li>{@code /secret/} wants the user {@code user} with the password {@code secret}
 * </ul>
 */
final class Nginx implements BeforeAllCallback, AfterAllCallback {
  private ServerFolder folder;
  private Path root;
  private Identity identity;
  private int httpPort;
  private int httpsPort;
  private ServerProcess process;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    start();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    stop();
  }

  void start() throws IOException {
    Path program = ServerProcess.program("nginx");
    folder = ServerFolder.create("nettycurl-nginx");
    root = folder.folder("root");
    folder.folder("put");
    folder.folder("temp");
    identity = Identity.create(folder.path());
    httpPort = ServerProcess.freePort();
    httpsPort = ServerProcess.freePort();
    Files.writeString(folder.path().resolve("users"), "user:{PLAIN}secret\n");
    Path configuration = Files.writeString(folder.path().resolve("nginx.conf"), configuration());
    process =
        ServerProcess.start(
            folder.path().resolve("output.log"),
            List.of(
                program.toString(),
                "-p",
                folder.path().toString(),
                "-c",
                configuration.toString(),
                "-e",
                folder.path().resolve("error.log").toString()),
            httpPort,
            httpsPort);
  }

  void stop() throws IOException {
    if (process != null) {
      process.close();
    }
    if (folder != null) {
      folder.close();
    }
  }

  Path root() {
    return root;
  }

  Path put() {
    return folder.path().resolve("put");
  }

  /** What a client has to trust to speak HTTPS with it. */
  Path certificate() {
    return identity.certificate();
  }

  String http(String path) {
    return "http://127.0.0.1:" + httpPort + path;
  }

  String https(String path) {
    return "https://127.0.0.1:" + httpsPort + path;
  }

  /** Makes a file that can be asked for, and gives back what is in it. */
  byte[] file(String name, int size) throws IOException {
    byte[] content = ServerFolder.content(size, name.hashCode());
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return content;
  }

  private String configuration() {
    List<String> temporary = new ArrayList<>();
    for (String use : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
      temporary.add("  " + use + "_temp_path temp/" + use + ";");
    }
    return """
    daemon off;
    master_process off;
    pid nginx.pid;
    events { worker_connections 8192; }
    http {
    @temporary@
      access_log off;
      server_tokens off;
      keepalive_requests 100000;
      client_max_body_size 0;
      default_type application/octet-stream;
      charset off;
      server {
        listen 127.0.0.1:@http@ backlog=4096;
        listen 127.0.0.1:@https@ ssl backlog=4096;
        ssl_certificate @certificate@;
        ssl_certificate_key @key@;
        ssl_session_cache shared:sessions:1m;
        root root;
        location /put/ {
          root .;
          dav_methods PUT DELETE;
          create_full_put_path on;
        }
        location /gzip/ {
          alias root/;
          gzip on;
          gzip_types *;
          gzip_min_length 1;
        }
        location /three/ {
          alias root/;
          keepalive_requests 3;
        }
        location /away/ {
          rewrite ^/away/(.*)$ /$1 redirect;
        }
        location /secret/ {
          alias root/;
          auth_basic secret;
          auth_basic_user_file users;
        }
      }
    }
    """
        .replace("@temporary@", String.join("\n", temporary))
        .replace("@http@", Integer.toString(httpPort))
        .replace("@https@", Integer.toString(httpsPort))
        .replace("@certificate@", identity.certificate().toString())
        .replace("@key@", identity.key().toString());
  }
}
