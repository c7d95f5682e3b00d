package org.bindhost.url;

import java.io.IOException;
import java.time.Duration;
import org.bindhost.spi.MonikerClass;
import org.bindhost.testkit.FaultTests;
import org.bindhost.testkit.fault.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** What the driver makes of faults of HTTP/1.1. */
@Timeout(180)
class Http1FaultsTest extends FaultTests {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final UrlMonikerClass urls = new UrlMonikerClass(Patience.of(PATIENCE, PATIENCE));
    private final FaultServer server;

    Http1FaultsTest() throws IOException {
        server = FaultServer.open();
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
        return Protocol.HTTP_1_1;
    }

    @Override
    protected String name(String path) {
        return server.url(path);
    }
}
