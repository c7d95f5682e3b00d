package org.bindhost.itests.cases;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A web site over TLS on the loopback address, which speaks HTTP/2 to those who can. */
final class SecureSite implements AutoCloseable {

    /** The password of its keys. */
    static final String PASSWORD = "secret";

    private final Path directory;
    private final byte[] bytes;
    private final List<String> protocols = new CopyOnWriteArrayList<>();
    private Server server;
    private ServerConnector connector;

    SecureSite(byte[] bytes) throws IOException {
        this.bytes = bytes;
        this.directory = Files.createTempDirectory("bindhost");
    }

    /** Starts it, on a thread whose context Jetty finds its services by. */
    void start() throws Exception {
        makeKeys();
        var starter = new Thread(this::startServer, "secure-site");
        starter.setContextClassLoader(SecureSite.class.getClassLoader());
        starter.start();
        starter.join();
    }

    /** The certificate it shows, as a store of keys. */
    Path keys() {
        return directory.resolve("keys.p12");
    }

    String url() {
        return "https://localhost:" + connector.getLocalPort() + "/large.bin";
    }

    /** What each request was made in. */
    List<String> protocols() {
        return List.copyOf(protocols);
    }

    private void startServer() {
        var tls = new SslContextFactory.Server();
        tls.setKeyStorePath(keys().toString());
        tls.setKeyStorePassword(PASSWORD);
        var http = new HttpConfiguration();
        http.addCustomizer(new SecureRequestCustomizer());
        var negotiation = new ALPNServerConnectionFactory();
        negotiation.setDefaultProtocol("http/1.1");
        server = new Server();
        connector =
                new ServerConnector(
                        server,
                        new SslConnectionFactory(tls, negotiation.getProtocol()),
                        negotiation,
                        new HTTP2ServerConnectionFactory(http),
                        new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Answer());
        LifeCycle.start(server);
    }

    private final class Answer extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            protocols.add(request.getConnectionMetaData().getHttpVersion().asString());
            response.write(true, ByteBuffer.wrap(bytes), callback);
            return true;
        }
    }

    private void makeKeys() throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process keytool =
                new ProcessBuilder(
                                tool,
                                "-genkeypair",
                                "-alias",
                                "a",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-validity",
                                "30",
                                "-keystore",
                                keys().toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no keys");
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            LifeCycle.stop((Object) server);
        }
        Files.deleteIfExists(keys());
        Files.delete(directory);
    }
}
