package org.bindhost.itests.cases;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.felix.service.command.CommandProcessor;
import org.junit.Test;

/** The commands, as someone types them into the shell. */
public abstract class CommandCases extends FrameworkCases {

    private static final byte[] BYTES = Bytes.random(4, 1_000_001);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    public void driversListsTheClassesWithTheirBundles() throws Exception {
        execute("bind:drivers");

        String table = text(out);
        assertTrue(table, table.contains("org.bindhost.url"));
        assertTrue(table, table.contains("https"));
        assertTrue(table, table.contains("org.bindhost.file"));
    }

    @Test
    public void getWritesWhatANameDenotesToAFile() throws Exception {
        site.put("large.bin", BYTES);
        Path directory = Files.createTempDirectory("bindhost");
        Path target = directory.resolve("copy.bin");
        try {
            execute("bind:get " + site.base() + "large.bin --to '" + target + "'");

            assertArrayEquals(BYTES, Files.readAllBytes(target));
        } finally {
            Files.deleteIfExists(target);
            Files.delete(directory);
        }
    }

    @Test
    public void catWritesWhatANameDenotes() throws Exception {
        site.put("hello.txt", "hello\n".getBytes(StandardCharsets.UTF_8));

        execute("bind:cat " + site.base() + "hello.txt");

        assertEquals("hello\n", text(out));
    }

    @Test
    public void aVerbThatFailsSaysWhy() {
        String nowhere = site.base() + "nowhere.txt";

        assertThrows(Exception.class, () -> execute("bind:cat " + nowhere));

        assertTrue(text(err), text(err).contains(nowhere));
        assertEquals("", text(out));
    }

    private void execute(String line) throws Exception {
        var in = new ByteArrayInputStream(new byte[0]);
        var processor = platform.service(CommandProcessor.class);
        try (var printed = new PrintStream(out, true, StandardCharsets.UTF_8);
                var failures = new PrintStream(err, true, StandardCharsets.UTF_8);
                var session = processor.createSession(in, printed, failures)) {
            Eventually.holds("bind: commands are there", () -> hasCommands());
            session.execute(line);
        }
    }

    private boolean hasCommands() {
        return platform.isPresent("(osgi.command.scope=bind)");
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
