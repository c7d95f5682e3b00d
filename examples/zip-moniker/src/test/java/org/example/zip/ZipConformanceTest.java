package org.example.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.LeftOperand;
import org.bindhost.spi.MonikerClass;
import org.bindhost.testkit.MonikerClassTests;
import org.bindhost.testkit.ReadyOperand;
import org.junit.jupiter.api.io.TempDir;

/** The contract of every class, on entries of an archive in a file. */
class ZipConformanceTest extends MonikerClassTests {

    private static final byte[] LONG = "to be or not to be ".repeat(50).getBytes(UTF_8);
    private static final byte[] SHORT = "short".getBytes(UTF_8);

    private static final byte[] ARCHIVE =
            TestArchive.of(
                    Map.of(
                            "long.txt", LONG,
                            "Größe/ÄÖÜ.txt", SHORT,
                            "what!.txt", SHORT,
                            "what!", SHORT,
                            "!what", SHORT,
                            "empty", new byte[0]));

    @TempDir Path directory;

    @Override
    protected MonikerClass monikerClass() {
        return new ZipMonikerClass();
    }

    @Override
    protected Optional<LeftOperand> left() throws IOException {
        var name = Moniker.of(new MonikerPart("file", "/a.zip", "file:/a.zip"));
        return Optional.of(ReadyOperand.bytes(name, ARCHIVE, directory));
    }

    @Override
    protected Map<String, byte[]> contents() {
        return Map.of(
                "!long.txt", LONG,
                "!/long.txt", LONG,
                "!Größe/ÄÖÜ.txt", SHORT,
                "!what!!.txt", SHORT,
                "!what!", SHORT,
                "!/!!what", SHORT,
                "!empty", new byte[0]);
    }

    @Override
    protected String missing() {
        return "!Long.txt";
    }

    @Override
    protected List<String> foreign() {
        return List.of("file:/a.zip", "http://host/a.zip", "long.txt", "!/", "!!!what");
    }
}
