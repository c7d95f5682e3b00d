package org.bindhost.url;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bindhost.spi.MonikerClass;
import org.bindhost.testkit.WritableMonikerClassTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract of every class, over HTTP/2. */
class SecureUrlsTest extends WritableMonikerClassTests {

    @TempDir static Path directory;

    private final Map<String, byte[]> files =
            Map.of("/empty", new byte[0], "/large", Sent.bytes(200_000));

    private final PutServer kept = new PutServer();
    private final TestServer server = new TestServer().on("/kept", kept);
    private final UrlMonikerClass urls =
            new UrlMonikerClass(HttpSettings.defaults().trusting(new KeyFile(keys(), "secret")));

    @BeforeAll
    static void makeKeys() throws Exception {
        TestKeys.make(keys());
    }

    private static Path keys() {
        return directory.resolve("keys.p12");
    }

    @AfterEach
    void stop() {
        urls.close();
        server.close();
    }

    @Override
    protected MonikerClass monikerClass() {
        files.forEach(server::content);
        server.secure(keys(), "secret").start();
        return urls;
    }

    @Override
    protected Map<String, byte[]> contents() {
        var contents = new HashMap<String, byte[]>();
        files.forEach((path, bytes) -> contents.put(server.secureUrl(path), bytes));
        return contents;
    }

    @Override
    protected String missing() {
        return server.secureUrl("/missing");
    }

    @Override
    protected List<String> foreign() {
        return List.of("file:/a");
    }

    @Override
    protected String writable() {
        return server.secureUrl("/kept");
    }

    @Override
    protected List<String> everything() {
        return kept.everything();
    }
}
