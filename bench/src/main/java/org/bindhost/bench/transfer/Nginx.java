package org.bindhost.bench.transfer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Nginx in a process of its own, with a configuration of its own. */
final class Nginx implements Web {

    private static final List<Path> PLACES =
            List.of(
                    Path.of("/usr/sbin/nginx"),
                    Path.of("/usr/bin/nginx"),
                    Path.of("/usr/local/bin/nginx"));
    private static final int TRIES = 500;

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Tells whether it is installed. */
    static boolean isThere() {
        return PLACES.stream().anyMatch(Files::isExecutable);
    }

    static Nginx start(Path directory) throws IOException, InterruptedException {
        int port = freePort();
        Path configuration = directory.resolve("nginx.conf");
        Files.writeString(configuration, configuration(directory, port));
        Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        var process =
                new ProcessBuilder(
                                program.toString(),
                                "-p",
                                directory.toString(),
                                "-e",
                                directory.resolve("nginx.log").toString(),
                                "-c",
                                configuration.toString())
                        .inheritIO()
                        .start();
        var nginx = new Nginx(process, port);
        nginx.awaitOpen();
        return nginx;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String configuration(Path directory, int port) {
        var listen = new StringBuilder();
        Web.hosts().forEach(host -> listen.append("listen " + host + ":" + port + ";\n"));
        var user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
        return user
                + """
                daemon off;
                worker_processes 1;
                pid %1$s/nginx.pid;
                events { worker_connections 4096; }
                http {
                  access_log off;
                  sendfile on;
                  tcp_nopush on;
                  keepalive_requests 1000000000;
                  client_body_temp_path %1$s/nginx-1;
                  proxy_temp_path %1$s/nginx-2;
                  fastcgi_temp_path %1$s/nginx-3;
                  uwsgi_temp_path %1$s/nginx-4;
                  scgi_temp_path %1$s/nginx-5;
                  server {
                    %2$s
                    root %1$s;
                  }
                }
                """
                        .formatted(directory, listen);
    }

    private void awaitOpen() throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        throw new IOException("nginx does not listen on port " + port);
    }

    @Override
    public List<String> urls(Path file) {
        return Web.urls(port, file.getFileName().toString());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
