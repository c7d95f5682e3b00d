package org.bindhost.itests.cases;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Executes a line in a new session of the framework's shell. */
    protected abstract void execute(
            String line, InputStream in, PrintStream printed, PrintStream failures)
            throws Exception;

    private void execute(String line) throws Exception {
        Eventually.holds(
                "there are commands", () -> platform.isPresent("(osgi.command.scope=bind)"));
        try (var printed = new PrintStream(out, true, StandardCharsets.UTF_8);
                var failures = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            execute(line, InputStream.nullInputStream(), printed, failures);
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
