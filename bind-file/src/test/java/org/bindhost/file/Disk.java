package org.bindhost.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Content;
import org.bindhost.spi.Upload;
import org.bindhost.testkit.DemandReader;
import org.bindhost.testkit.PlainRequest;

/** A directory to test in, of which a part is the root of the class under test. */
final class Disk {

    final Path around;
    final Path root;
    final FileMonikerClass files;

    Disk(Path around) throws IOException {
        this.around = around;
        this.root = Files.createDirectory(around.resolve("root"));
        this.files = new FileMonikerClass(Roots.of(root.toString()), Platform.CURRENT);
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(root.resolve(name), text);
    }

    PlainRequest request(Object name) {
        return new PlainRequest(
                files.recognize(name.toString(), Optional.empty()).found().orElseThrow().part());
    }

    Content.Blocking open(PlainRequest request) throws Exception {
        try {
            return (Content.Blocking) files.open(request).toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw (BindException) e.getCause();
        }
    }

    Content.Blocking open(Object name) throws Exception {
        return open(request(name));
    }

    Upload create(Object name) throws Exception {
        try {
            return files.create(request(name)).toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw (BindException) e.getCause();
        }
    }

    /** Whether it can be had, by another instance of the class too. */
    static boolean opens(FileMonikerClass files, PlainRequest request) throws IOException {
        var opened = files.open(request).toCompletableFuture();
        if (opened.isCompletedExceptionally()) {
            return false;
        }
        ((Content.Blocking) opened.join()).channel().close();
        return true;
    }

    static String read(Content content) {
        var reader = new DemandReader(content, Duration.ofSeconds(10)).start();
        try {
            return new String(reader.readAll(() -> 100), UTF_8);
        } finally {
            reader.cancel();
        }
    }
}
