package org.example.zip;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.InvertibleMonikerClass;
import org.bindhost.spi.ItemMonikerClass;
import org.bindhost.spi.LeftOperand;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.osgi.service.component.annotations.Component;

/** The names {@code !ENTRY} after any name of a zip archive, such as {@code file:a.zip!b.txt}. */
@Component(service = MonikerClass.class, property = MonikerClass.NAME + "=" + ZipNames.CLASS)
public final class ZipMonikerClass
        implements MonikerClass, ItemMonikerClass, InvertibleMonikerClass {

    /** Creates the class, as a framework or a {@link java.util.ServiceLoader} does. */
    public ZipMonikerClass() {}

    @Override
    public String name() {
        return ZipNames.CLASS;
    }

    @Override
    public boolean isAsynchronous() {
        return false; // once the archive is here; whether it is, its own class answers
    }

    @Override
    public boolean mayWait() {
        return true; // for the file system
    }

    /** An entry is an entry of something: no name of this class begins a text. */
    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        return Recognition.foreign();
    }

    @Override
    public Recognition recognizeItem(String rest, Moniker left) {
        return ZipNames.isArchive(left.last()) ? ZipNames.entry(rest) : Recognition.foreign();
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        return request.left()
                .map(archive -> open(archive, request.name()))
                .orElseGet(() -> failed(alone(request.name())));
    }

    /** Waits for nothing: what is to be done goes where the archive comes. */
    private static CompletionStage<Content> open(LeftOperand archive, MonikerPart name) {
        return archive.as(Path.class)
                .thenCompose(file -> open(new Archive(archive.moniker(), file), name));
    }

    private static CompletionStage<Content> open(Archive archive, MonikerPart name) {
        try {
            return CompletableFuture.completedStage(archive.open(name.key()));
        } catch (BindException e) {
            return failed(e);
        }
    }

    private static BindException alone(MonikerPart name) {
        return new BindException(Reason.NOT_BINDABLE, name + " is an entry of no archive");
    }

    private static CompletionStage<Content> failed(BindException failure) {
        return CompletableFuture.failedStage(failure);
    }
}
