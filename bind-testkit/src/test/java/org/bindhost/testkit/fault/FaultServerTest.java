package org.bindhost.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server as another client than ours sees it: that of the JDK. */
@Timeout(30)
class FaultServerTest {

    private static final Entity ENTITY = Entity.of(3, 10_000);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FaultServer server;

    FaultServerTest() throws IOException {
        server = FaultServer.open();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<byte[]> get(String path, String... fields)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url(path)));
        if (fields.length > 0) {
            request.headers(fields);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    @Test
    void withoutAFaultItIsAnHonestServer() throws Exception {
        for (Entity.Framing framing : Entity.Framing.values()) {
            server.put("/a", ENTITY.framed(framing));

            assertThat(get("/a").body()).isEqualTo(ENTITY.bytes().array(0, 10_000));
        }
        assertThat(get("/missing").statusCode()).isEqualTo(404);
    }

    @Test
    void partsAreHonouredUnderTheirCondition() throws Exception {
        server.put("/a", ENTITY);

        var part = get("/a", "Range", "bytes=10-19", "If-Range", ENTITY.tag().orElseThrow());
        var whole = get("/a", "Range", "bytes=10-19", "If-Range", "\"other\"");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(ENTITY.bytes().array(10, 10));
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(get("/a", "Range", "bytes=10000-").statusCode()).isEqualTo(416);
    }

    @Test
    void faultsComeInTheirOrderAndThenNoMore() throws Exception {
        server.put("/a", ENTITY, Fault.cut(100), HeadFaults.status(503));

        assertThatThrownBy(() -> get("/a")).isInstanceOf(IOException.class);
        assertThat(get("/a").statusCode()).isEqualTo(503);
        assertThat(get("/a").body()).hasSize(10_000);
        assertThat(server.served()).extracting(Served::sent).containsExactly(100L, 0L, 10_000L);
    }
}
