package org.bindhost.url;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Content;
import org.bindhost.testkit.fault.CodingFaults;
import org.bindhost.testkit.fault.Entity;
import org.bindhost.testkit.fault.Fault;
import org.bindhost.testkit.fault.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies in a coding, with a limit that none of them reaches. */
@Timeout(60)
class BoundedCodingTest {

    private static final Entity ENTITY = Entity.of(11, 50_000);

    private final UrlMonikerClass bounded =
            new UrlMonikerClass(Map.of("max.body.bytes", 1L << 40), List.of());
    private final UrlMonikerClass unbounded = new UrlMonikerClass();
    private final FaultServer server;

    BoundedCodingTest() throws IOException {
        server = FaultServer.open();
    }

    @AfterEach
    void stop() {
        bounded.close();
        unbounded.close();
        server.close();
        Leaks.check();
    }

    private static Stream<Fault> right() {
        return Stream.of(
                CodingFaults.gzip(),
                CodingFaults.deflate(),
                CodingFaults.twoMembers(20_000),
                CodingFaults.trailedGzip(new byte[100]),
                CodingFaults.coded("gzip", "x-gzip"));
    }

    private static Stream<Fault> wrong() {
        return Stream.of(
                CodingFaults.trailedGzip(new byte[] {1, 2, 3}),
                CodingFaults.brokenGzip(0),
                CodingFaults.brokenGzip(40_000),
                CodingFaults.shortGzip(1),
                CodingFaults.shortGzip(50_000),
                CodingFaults.coded("gzip", "br"),
                CodingFaults.coded("gzip", "deflate"),
                CodingFaults.coded("identity", "gzip"),
                CodingFaults.bomb(64));
    }

    @ParameterizedTest
    @MethodSource("right")
    void aLimitThatIsNotReachedLeavesDecodingOn(Fault fault) throws Exception {
        server.put("/a", ENTITY, fault);
        var whole = new String(ENTITY.bytes().array(0, 50_000), ISO_8859_1);

        assertThat(read(bounded)).isEqualTo(whole + " [complete]");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aLimitThatIsNotReachedChangesNoFailure(Fault fault) {
        String end = end(bounded, fault);

        assertThat(end).doesNotContain("complete").isEqualTo(end(unbounded, fault));
    }

    private String end(UrlMonikerClass urls, Fault fault) {
        server.put("/a", ENTITY, fault);
        try {
            String all = read(urls);
            return all.substring(all.lastIndexOf(' '));
        } catch (BindException e) {
            return e.reason().toString();
        }
    }

    private String read(UrlMonikerClass urls) throws BindException {
        var request = Opened.request(server.url("/a"));
        var content = (Content.Found) Opened.content(urls, request);
        var reader = new Reader();
        content.body().start(reader);
        content.body().request(Long.MAX_VALUE);
        var ended = reader.end().handle((nothing, thrown) -> true).join();
        assertThat(ended).isTrue();
        return reader.text() + " " + reader.ends();
    }
}
