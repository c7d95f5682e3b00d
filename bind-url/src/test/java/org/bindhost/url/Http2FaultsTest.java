package org.bindhost.url;

import java.nio.file.Path;
import java.time.Duration;
import org.bindhost.spi.MonikerClass;
import org.bindhost.testkit.FaultTests;
import org.bindhost.testkit.fault.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the driver makes of faults of HTTP/2, over TLS. */
@Timeout(180)
class Http2FaultsTest extends FaultTests {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @TempDir static Path directory;

    private final UrlMonikerClass urls;
    private final FaultServer server;

    Http2FaultsTest() throws Exception {
        Path keys = directory.resolve("keys.p12");
        urls =
                new UrlMonikerClass(
                        Patience.of(PATIENCE, PATIENCE).trusting(new KeyFile(keys, "secret")));
        server = FaultServer.open(TestKeys.context(keys), "h2");
    }

    @BeforeAll
    static void makeKeys() throws Exception {
        TestKeys.make(directory.resolve("keys.p12"));
    }

    @AfterEach
    void stop() {
        urls.close();
        server.close();
        Leaks.check();
    }

    @Override
    protected MonikerClass monikerClass() {
        return urls;
    }

    @Override
    protected FaultServer server() {
        return server;
    }

    @Override
    protected Protocol protocol() {
        return Protocol.HTTP_2;
    }

    @Override
    protected String name(String path) {
        return server.secureUrl(path);
    }
}
