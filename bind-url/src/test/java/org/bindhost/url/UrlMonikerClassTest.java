package org.bindhost.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.url.Named.part;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.Recognition;
import org.bindhost.testkit.WritableMonikerClassTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of every class, over a real server, and how URLs read. */
class UrlMonikerClassTest extends WritableMonikerClassTests {

    private final Map<String, byte[]> files =
            Map.of(
                    "/empty", new byte[0],
                    "/a%20b.txt", "short".getBytes(UTF_8),
                    "/large?x=1", "0123456789".repeat(20_000).getBytes(UTF_8));

    private final PutServer kept = new PutServer();
    private final TestServer server = new TestServer().on("/kept", kept);
    private final UrlMonikerClass urls = new UrlMonikerClass();

    @AfterEach
    void stop() {
        urls.close();
        server.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(Thread::isAlive)
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("bindhost-url"));
    }

    @Override
    protected MonikerClass monikerClass() {
        files.forEach(server::content);
        server.start();
        return urls;
    }

    @Override
    protected Map<String, byte[]> contents() {
        var contents = new HashMap<String, byte[]>();
        files.forEach((path, bytes) -> contents.put(server.url(path), bytes));
        return contents;
    }

    @Override
    protected String missing() {
        return server.url("/missing");
    }

    @Override
    protected String writable() {
        return server.url("/kept");
    }

    @Override
    protected List<String> everything() {
        return kept.everything();
    }

    @Override
    protected List<String> foreign() {
        return List.of("file:/a", "nobodys-scheme:a", "relative.txt", "http:", "http://", "/a");
    }

    @Test
    void isFoundWithoutOsgi() {
        assertThat(ServiceLoader.load(MonikerClass.class))
                .hasExactlyElementsOfTypes(UrlMonikerClass.class, DataMonikerClass.class);
    }

    /** what differs only in writing is one name. */
    @ParameterizedTest
    @CsvSource({
        "HTTP://Host, http://host/",
        "http://host:80/, http://host/",
        "https://host:443/a, https://host/a",
        "http://host/a/../b/./c, http://host/b/c",
        "http://host/../a, http://host/a",
        "http://host/dat%61, http://host/data",
        "http://host/%c3%a4, http://host/%C3%A4",
        "http://host/a#there, http://host/a",
        "http://[::1]:8080/a, http://[::1]:8080/a"
    })
    void oneNameWrittenInTwoWaysHasOneKey(String written, String key) {
        assertThat(part(written).key()).isEqualTo(key);
        assertThat(part(written)).isEqualTo(part(key));
        assertThat(part(written).text()).isEqualTo(written);
    }

    /** relative to a URL. */
    @ParameterizedTest
    @CsvSource({
        "file.txt, http://host/dir/file.txt",
        "../x, http://host/x",
        "/a, http://host/a",
        "?q, http://host/dir/doc?q",
        "//other/a, http://other/a",
        "https://other/b, https://other/b"
    })
    void aRelativeNameIsResolvedAgainstItsBase(String written, String key) {
        var found = part(written, part("http://host/dir/doc"));

        assertThat(found.key()).isEqualTo(key);
        assertThat(found.text()).isEqualTo(key);
    }

    /** The examples of RFC 3986, 5.4, with the base at a host of ours; {@code g:h} is no URL. */
    @ParameterizedTest
    @CsvSource({
        "g, http://a/b/c/g",
        "./g, http://a/b/c/g",
        "g/, http://a/b/c/g/",
        "/g, http://a/g",
        "//g, http://g/",
        "?y, http://a/b/c/d;p?y",
        "g?y, http://a/b/c/g?y",
        "#s, http://a/b/c/d;p?q",
        "g#s, http://a/b/c/g",
        "g?y#s, http://a/b/c/g?y",
        ";x, http://a/b/c/;x",
        "g;x, http://a/b/c/g;x",
        "., http://a/b/c/",
        "./, http://a/b/c/",
        ".., http://a/b/",
        "../, http://a/b/",
        "../g, http://a/b/g",
        "../.., http://a/",
        "../../, http://a/",
        "../../g, http://a/g",
        "../../../g, http://a/g",
        "../../../../g, http://a/g",
        "/./g, http://a/g",
        "/../g, http://a/g",
        "g., http://a/b/c/g.",
        ".g, http://a/b/c/.g",
        "g.., http://a/b/c/g..",
        "..g, http://a/b/c/..g",
        "./../g, http://a/b/g",
        "./g/., http://a/b/c/g/",
        "g/./h, http://a/b/c/g/h",
        "g/../h, http://a/b/c/h",
        "g;x=1/./y, http://a/b/c/g;x=1/y",
        "g;x=1/../y, http://a/b/c/y",
        "g?y/./x, http://a/b/c/g?y/./x",
        "g//h, http://a/b/c/g//h",
        "..//g, http://a/b//g"
    })
    void resolvesAsTheStandardShows(String reference, String key) {
        assertThat(part(reference, part("http://a/b/c/d;p?q")).key()).isEqualTo(key);
    }

    @Test
    void aRelativeNameIsNothingBesideAnotherClass() {
        var file = new MonikerPart("file", "/a", "/a");

        assertThat(urls.recognize("b.txt", Optional.of(file))).isEqualTo(Recognition.foreign());
    }
}
