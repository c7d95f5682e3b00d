package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** S-40, through the engine: what a client writes to the name of a URL is put there. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HttpPutTest {

    @TempDir Path directory;

    private final PutServer kept = new PutServer();
    private final TestServer server = new TestServer().on("/kept", kept).status("/full", 507);
    private final UrlMonikerClass urls = new UrlMonikerClass();
    private BindCore core;
    private BindContext context;

    @BeforeEach
    void open() throws IOException {
        core = BindCore.open("test", CoreSettings.defaults(directory), List.of(urls));
        var writing = BindOptions.DEFAULT.withMode(BindOptions.Mode.WRITE);
        context = core.binder().createBindContext(writing);
        server.start();
    }

    @AfterEach
    void close() {
        context.close();
        core.close();
        urls.close();
        server.close();
    }

    private BindResult<OutputStream> bind(String path) throws Exception {
        var name = core.monikers().parse(server.url(path));
        return core.binder().bindToStorage(name, context, OutputStream.class);
    }

    @Test
    void whatIsWrittenIsPutWhenTheStreamIsClosed() throws Exception {
        var bind = bind("/kept");
        try (var out = bind.content().toCompletableFuture().get()) {
            out.write(Sent.bytes(1_000_000));
            assertThat(kept.everything()).isEmpty();
        }

        assertThat(kept.kept("/kept")).isEqualTo(Sent.bytes(1_000_000));
    }

    @Test
    void anAbortedBindPutsNothing() throws Exception {
        var bind = bind("/kept");
        var out = bind.content().toCompletableFuture().get();
        out.write(Sent.bytes(1000));

        bind.binding().abort();

        assertThatThrownBy(out::close).isInstanceOf(IOException.class);
        assertThat(kept.everything()).isEmpty();
    }

    @Test
    void aServerThatIsFullIsTheOutcome() throws Exception {
        var bind = bind("/full");
        var out = bind.content().toCompletableFuture().get();

        assertThatThrownBy(
                        () -> {
                            out.write(1);
                            out.close();
                        })
                .hasMessageContaining("507")
                .cause()
                .isInstanceOfSatisfying(
                        BindException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.SERVER_FAILED));
    }

    @Test
    void nothingIsAppendedToAUrl() {
        context.setOptions(BindOptions.DEFAULT.withMode(BindOptions.Mode.APPEND));

        assertThatThrownBy(() -> bind("/kept").content().toCompletableFuture().get())
                .hasFieldOrPropertyWithValue("reason", Reason.UNSUPPORTED);
    }
}
