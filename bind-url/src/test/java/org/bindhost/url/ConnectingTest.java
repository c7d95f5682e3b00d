package org.bindhost.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.AddressPolicy;
import org.bindhost.spi.Content;
import org.bindhost.spi.OpenRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a request gets its connection: what is reported of it, and which addresses it may have. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ConnectingTest {

    private static final AddressPolicy NOWHERE =
            (host, address) -> {
                throw new BindException(Reason.DENIED_BY_POLICY, host + " is out of bounds");
            };

    private final TestServer server = new TestServer();
    private final UrlMonikerClass urls = new UrlMonikerClass();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> checked = new CopyOnWriteArrayList<>();
    private final AddressPolicy anywhere = checking("anywhere");

    @BeforeEach
    void start() {
        server.content("/a", "hello".getBytes(UTF_8)).start();
    }

    @AfterEach
    void close() {
        urls.close();
        server.close();
    }

    private AddressPolicy checking(String name) {
        return (host, address) -> checked.add(name + " " + host + " " + address.getPort());
    }

    private OpenRequest request(String url, AddressPolicy policy) {
        return Opened.request(url)
                .checkedBy(policy)
                .reportingTo((status, text) -> heard.add(status + " " + text));
    }

    private void read(String url, AddressPolicy policy) throws BindException {
        var reader = new Reader();
        var body = ((Content.Found) Opened.content(urls, request(url, policy))).body();
        body.start(reader);
        body.request(100);
        reader.completed();
    }

    private static int port(String url) {
        return URI.create(url).getPort();
    }

    /** D-06, D-13: the host, then the address, and only then the request. */
    @Test
    void aNewConnectionIsReportedStepByStep() throws Exception {
        String url = server.url("/a").replace("127.0.0.1", "localhost");

        read(url, anywhere);

        assertThat(heard)
                .containsExactly(
                        "FINDING_RESOURCE localhost",
                        "CONNECTING 127.0.0.1:" + port(url),
                        "SENDING_REQUEST " + url);
    }

    /** D-08: whoever finds a connection ready hears of no other. */
    @Test
    void aConnectionUsedAgainIsNotReported() throws Exception {
        String url = server.url("/a");
        read(url, anywhere);
        heard.clear();

        read(url, anywhere);

        assertThat(heard).containsExactly("SENDING_REQUEST " + url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]"})
    void whatThePolicyForbidsIsNotConnectedTo(String host) {
        String url = server.url("/a").replace("127.0.0.1", host);

        Opened.assertFails(
                Reason.DENIED_BY_POLICY,
                "is out of bounds",
                () -> Opened.content(urls, request(url, NOWHERE)));

        assertThat(server.requests()).isEmpty();
        assertThat(heard).noneMatch(report -> report.startsWith("CONNECTING"));
    }

    @Test
    void aLiteralAddressIsCheckedToo() throws Exception {
        read(server.url("/a"), anywhere);

        assertThat(checked).containsExactly("anywhere 127.0.0.1 " + port(server.url("/a")));
    }

    @Test
    void aConnectionIsUsedAgainUnderTheSamePolicyOnly() throws Exception {
        String url = server.url("/a");
        AddressPolicy elsewhere = checking("elsewhere");

        read(url, anywhere);
        read(url, anywhere);
        read(url, elsewhere);

        assertThat(checked)
                .extracting(check -> check.split(" ", 2)[0])
                .containsExactly("anywhere", "elsewhere");
        Opened.assertFails(
                Reason.DENIED_BY_POLICY,
                "is out of bounds",
                () -> Opened.content(urls, request(url, NOWHERE)));
    }
}
