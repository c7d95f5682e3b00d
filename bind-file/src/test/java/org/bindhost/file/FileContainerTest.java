package org.bindhost.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.ItemContainer;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.testkit.ItemContainerTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A directory as a container of items, by itself and in names. */
class FileContainerTest extends ItemContainerTests {

    @TempDir private Path around;
    private Disk disk;
    private BindCore core;
    private BindContext context;

    @BeforeEach
    void lay() throws Exception {
        disk = new Disk(around);
        var spool = around.resolve("spool");
        core = BindCore.open("test", CoreSettings.defaults(spool), List.of(disk.files));
        context = core.binder().createBindContext(BindOptions.DEFAULT);
        Files.createDirectories(disk.root.resolve("sub/deep"));
        Files.createDirectory(disk.root.resolve("empty"));
        disk.write("a.txt", "a");
        disk.write("wh!at", "!");
        disk.write("Größe", "ö");
        disk.write(".hidden", "hidden");
        disk.write("sub/deep/b.txt", "b");
        Files.writeString(around.resolve("secret"), "secret");
    }

    @AfterEach
    void close() {
        context.close();
        core.close();
    }

    @Override
    protected ItemContainer container() throws Exception {
        return bind(disk.root.toString());
    }

    private ItemContainer bind(String name) throws Exception {
        var moniker = core.monikers().parse(name);
        var result = core.binder().bindToObject(moniker, context, ItemContainer.class);
        return result.content().toCompletableFuture().get();
    }

    @Override
    protected BindContext context() {
        return context;
    }

    @Override
    protected Map<String, byte[]> contents() {
        return Map.of("a.txt", bytes("a"), "wh!at", bytes("!"), "Größe", bytes("ö"));
    }

    @Override
    protected Map<String, List<String>> containers() {
        return Map.of("sub", List.of("deep"), "empty", List.of());
    }

    @Override
    protected List<String> missing() {
        return List.of(
                "b.txt",
                ".",
                "..",
                "../secret",
                "sub/deep",
                "/etc/passwd",
                "a.txt/",
                "",
                "a\0b",
                "./a.txt",
                "sub/../a.txt",
                "..\\secret",
                "%2e%2e",
                "A.TXT ",
                "\u00C0\u00AE");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void aFileInADirectoryIsReadByItsNameAsAnItem() throws Exception {
        assertThat(read("!a.txt")).isEqualTo("a");
        assertThat(read("!wh!!at")).isEqualTo("!");
        assertThat(read("!Größe")).isEqualTo("ö");
        assertThat(read("!sub!deep!b.txt")).isEqualTo("b");
        assertThat(read("/sub!deep!b.txt")).isEqualTo("b");
    }

    @Test
    void whatIsHiddenIsHadByItsName() throws Exception {
        assertThat(read("!.hidden")).isEqualTo("hidden");
    }

    @Test
    void aLinkIsAnItemOnlyIfItStaysInside() throws Exception {
        Files.createSymbolicLink(disk.root.resolve("inside"), Path.of("sub/deep/b.txt"));
        Files.createSymbolicLink(disk.root.resolve("outside"), around.resolve("secret"));
        Files.createSymbolicLink(disk.root.resolve("up"), around);
        Files.createSymbolicLink(disk.root.resolve("dangling"), Path.of("nothing"));
        Files.createSymbolicLink(disk.root.resolve("loop"), Path.of("loop"));

        assertThat(container().items().toCompletableFuture().get())
                .contains("inside")
                .doesNotContain("outside", "up", "dangling", "loop");
        assertThat(read("!inside")).isEqualTo("b");
        assertFails("!outside", Reason.DENIED_BY_POLICY);
        assertFails("!up!secret", Reason.DENIED_BY_POLICY);
        assertFails("!dangling", Reason.NOT_FOUND);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ofTwoNamesThatDifferInCaseOnlyNeitherIsAnItem() throws Exception {
        disk.write("A.txt", "A");

        assertFails("!a.txt", Reason.UNSUPPORTED);
        assertFails("!A.txt", Reason.UNSUPPORTED);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsNeitherFileNorDirectoryIsNoItem() throws Exception {
        var pipe = disk.root.resolve("pipe").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();

        assertThat(container().items().toCompletableFuture().get()).doesNotContain("pipe");
        assertFails("!pipe", Reason.UNSUPPORTED);
    }

    @Test
    void aFileHoldsNoItems() {
        assertFails("/a.txt!b", Reason.INTERMEDIATE_UNSUPPORTED);
        assertFails("!a.txt!b", Reason.INTERMEDIATE_UNSUPPORTED);
        assertFails("/none!b", Reason.NOT_FOUND);
    }

    @Test
    void moreThanAreListedAreAFailure() throws Exception {
        for (int i = 0; i <= FileContainer.MOST_LISTED; i++) {
            Files.createFile(disk.root.resolve("empty/" + i));
        }
        var full = bind(disk.root + "/empty");

        assertThatThrownBy(() -> full.items().toCompletableFuture().get())
                .cause()
                .hasFieldOrPropertyWithValue("reason", Reason.UNSUPPORTED);
    }

    private void assertFails(String item, Reason reason) {
        assertThatThrownBy(() -> read(item))
                .as(item)
                .isInstanceOf(BindException.class)
                .hasFieldOrPropertyWithValue("reason", reason);
    }

    private String read(String item) throws Exception {
        var moniker = core.monikers().parse(disk.root + item);
        try {
            var result = core.binder().bindToStorage(moniker, context, InputStream.class);
            try (var in = result.content().toCompletableFuture().get()) {
                return new String(in.readAllBytes(), UTF_8);
            }
        } catch (ExecutionException e) {
            throw (BindException) e.getCause();
        }
    }
}
