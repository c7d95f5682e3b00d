package org.example.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.InvertibleMonikerClass;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.Recognition;
import org.bindhost.testkit.DemandReader;
import org.bindhost.testkit.PlainRequest;
import org.bindhost.testkit.ReadyOperand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipMonikerClassTest {

    private static final MonikerPart FILE = new MonikerPart("file", "/a.zip", "file:/a.zip");
    private static final byte[] TEXT = "to be or not to be ".repeat(50).getBytes(UTF_8);
    private static final byte[] ARCHIVE = TestArchive.of(Map.of("a.txt", TEXT));

    private final ZipMonikerClass zips = new ZipMonikerClass();

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {"file:a.zip", "file:A.JAR", "file:what?.zip", "file:C#.war", "file:k.kar"})
    void entriesFollowFilesThatAreArchivesByName(String file) {
        var left = Moniker.of(new MonikerPart("file", "/k", file));

        assertThat(zips.recognizeItem("!a.txt", left).found()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host/a.zip", "http://host/a.zip?v=1", "http://host/a.zip#x?y"})
    void queryAndFragmentOfAUrlAreNoPartOfItsEnding(String url) {
        var left = Moniker.of(new MonikerPart("url", "k", url));

        assertThat(zips.recognizeItem("!a.txt", left).found()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host/", "http://host/zip", "http://host/a?b.zip", "a.zip.txt"})
    void entriesFollowNothingElse(String url) {
        var left = Moniker.of(new MonikerPart("url", "k", url));

        assertThat(zips.recognizeItem("!a.txt", left).found()).isEmpty();
    }

    @Test
    void aNameIsAsLongAsItsItemAndKeyedByTheEntry() {
        var found = zips.recognizeItem("!/b!!c.zip!d", Moniker.of(FILE)).found().orElseThrow();

        assertThat(found.part().key()).isEqualTo("b!c.zip");
        assertThat(found.part().text()).isEqualTo("!/b!!c.zip");
        assertThat(found.length()).isEqualTo("!/b!!c.zip".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "?a.txt", "a!b"})
    void whatDoesNotBeginAsAnItemIsNoEntry(String rest) {
        assertThat(zips.recognizeItem(rest, Moniker.of(FILE))).isEqualTo(Recognition.foreign());
    }

    /** An empty answer leaves it to the anti-moniker, composed with which nothing remains. */
    @Test
    void anEntryIsTakenBackByTheAntiMoniker() {
        assertThat(zips)
                .isInstanceOfSatisfying(
                        InvertibleMonikerClass.class,
                        invertible -> assertThat(invertible.inverse(entry("a.txt"))).isEmpty());
    }

    @Test
    void aProgramWithoutOsgiFindsTheClass() {
        assertThat(ServiceLoader.load(MonikerClass.class))
                .hasAtLeastOneElementOfType(ZipMonikerClass.class);
    }

    @Test
    void anArchiveInAnArchiveHasEntriesToo() throws Exception {
        var outer = new Moniker(List.of(FILE, entry("inner.jar")));
        var item = zips.recognizeItem("!a.txt", outer).found().orElseThrow();
        var request =
                new PlainRequest(item.part()).with(ReadyOperand.bytes(outer, ARCHIVE, directory));

        assertThat(read(open(request))).isEqualTo(TEXT);
    }

    @Test
    void whatIsMissingIsNamedWithItsArchive() {
        failsToOpen("b.txt", ARCHIVE, Reason.NOT_FOUND, "no entry b.txt in file:/a.zip");
    }

    @Test
    void aDirectoryHasNoBytes() {
        var archive = TestArchive.of(Map.of("d/", new byte[0]));

        failsToOpen("d", archive, Reason.UNSUPPORTED, "directory");
        failsToOpen("d/", archive, Reason.UNSUPPORTED, "directory");
    }

    @Test
    void whatIsNoArchiveIsAgainstTheFormat() {
        failsToOpen("a.txt", TEXT, Reason.PROTOCOL, "file:/a.zip");
        failsToOpen("a.txt", new byte[0], Reason.PROTOCOL, "file:/a.zip");
    }

    @Test
    void encryptedAndUnknownMethodsAreUnsupported() {
        failsToOpen("a.txt", TestArchive.encrypted(ARCHIVE), Reason.UNSUPPORTED, "encrypted");
        failsToOpen(
                "a.txt", TestArchive.compressedOtherwise(ARCHIVE), Reason.UNSUPPORTED, "method");
    }

    @Test
    void whatDiffersFromTheDirectoryOfTheArchiveFails() {
        failsToRead(TestArchive.claiming(new byte[TEXT.length], ARCHIVE));
        failsToRead(TestArchive.claiming(Arrays.copyOf(TEXT, TEXT.length - 1), ARCHIVE));
        failsToRead(TestArchive.claiming(Arrays.copyOf(TEXT, TEXT.length + 1), ARCHIVE));
        failsToRead(TestArchive.claiming(new byte[0], ARCHIVE));
    }

    @Test
    void theLastByteComesOnlyAfterTheCheck() throws Exception {
        failsAtItsLastByte(new byte[TEXT.length]);
        failsAtItsLastByte(Arrays.copyOf(TEXT, TEXT.length - 1));
    }

    private void failsAtItsLastByte(byte[] claimed) throws Exception {
        var content = open(request("a.txt", TestArchive.claiming(claimed, ARCHIVE)));
        try (var channel = ((Content.Blocking) content).channel()) {
            var allButOne = ByteBuffer.allocate(claimed.length - 1);
            while (allButOne.hasRemaining()) {
                assertThat(channel.read(allButOne)).isPositive();
            }
            assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a.txt");
        }
    }

    @Test
    void aClosedChannelIsNotRead() throws Exception {
        var channel = ((Content.Blocking) open(request("a.txt", ARCHIVE))).channel();

        channel.close();
        channel.close();

        assertThat(channel.isOpen()).isFalse();
        assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
                .isInstanceOf(ClosedChannelException.class);
    }

    private void failsToOpen(String entry, byte[] archive, Reason reason, String message) {
        assertThatThrownBy(() -> open(request(entry, archive)))
                .isInstanceOf(BindException.class)
                .hasFieldOrPropertyWithValue("reason", reason)
                .hasMessageContaining(message);
    }

    private void failsToRead(byte[] archive) {
        assertThatThrownBy(() -> read(open(request("a.txt", archive))))
                .hasRootCauseInstanceOf(IOException.class);
    }

    private PlainRequest request(String entry, byte[] archive) throws IOException {
        return new PlainRequest(entry(entry))
                .with(ReadyOperand.bytes(Moniker.of(FILE), archive, directory));
    }

    private Content open(PlainRequest request) throws Exception {
        try {
            return zips.open(request).toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    private static byte[] read(Content content) {
        return new DemandReader(content, Duration.ofSeconds(10)).start().readAll(() -> 100);
    }

    private static MonikerPart entry(String name) {
        return new MonikerPart("zip", name, "!" + name);
    }
}
