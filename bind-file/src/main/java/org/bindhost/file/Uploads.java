package org.bindhost.file;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Upload;

/** Prepares to write files, anew or behind what is there. */
final class Uploads {

    /** So much is copied before it is asked whether it is still wanted. */
    private static final long COPIED_AT_ONCE = 16 << 20;

    private final Locks locks;
    private final Directories directories;
    private final Clock clock;

    Uploads(Locks locks, Directories directories, Clock clock) {
        this.locks = locks;
        this.directories = directories;
        this.clock = clock;
    }

    Upload create(NamedFile file, OpenRequest request) throws BindException {
        try {
            boolean exists = requirePlace(file);
            var directory = directories.around(file);
            try {
                return exists
                        ? over(file, directory, request)
                        : upload(file, PartFile.beside(file, directory), Optional.empty(), request);
            } catch (IOException | BindException e) {
                directory.close();
                throw e;
            }
        } catch (IOException e) {
            throw Failures.of("write", file.path(), e);
        }
    }

    private Upload over(NamedFile file, Directory directory, OpenRequest request)
            throws IOException, BindException {
        var before = request.appends() ? Glance.atRest(file, clock) : Glance.at(file);
        locks.whileFree(
                file,
                before.state().key(),
                () -> directory.open(file.name(), Set.of(WRITE)),
                () -> {});
        var part = PartFile.beside(file, directory);
        if (!request.appends()) {
            return upload(file, part, Optional.empty(), request);
        }
        try {
            copy(file, part, before, request);
            return upload(file, part, Optional.of(before.state()), request);
        } catch (IOException | BindException e) {
            part.discard();
            throw e;
        }
    }

    private Upload upload(
            NamedFile file, PartFile part, Optional<FileState> base, OpenRequest request) {
        boolean durable = request.info().has(BindFlag.DURABLE);
        return new FileUpload(file, part, new Appearing(file, part, base, durable, locks));
    }

    /** The old goes before the new, in the part file, so that both appear in one step. */
    private void copy(NamedFile file, PartFile part, Glance before, OpenRequest request)
            throws IOException, BindException {
        var cancelled = new AtomicBoolean();
        request.onCancel(() -> cancelled.set(true));
        try (var old = part.directory().open(file.name(), Set.of(READ))) {
            before.requireIn(part.directory());
            copy(old, part.channel(), before.state().size(), cancelled);
        }
        if (cancelled.get()) {
            throw new BindException(Reason.ABORTED, "appending to " + file + " was given up");
        }
        before.requireIn(part.directory());
    }

    private static void copy(FileChannel from, FileChannel to, long length, AtomicBoolean cancelled)
            throws IOException {
        long at = 0;
        while (at < length && !cancelled.get()) {
            long copied = from.transferTo(at, Math.min(COPIED_AT_ONCE, length - at), to);
            if (copied <= 0) {
                return; // truncated, which the next glance shows
            }
            at += copied;
        }
    }

    /** Whether there is a file already. */
    private static boolean requirePlace(NamedFile file) throws IOException, BindException {
        var there = FileKind.of(file);
        if (there.isPresent()) {
            FileKind.requireRegular(file, there.get());
            var system = file.real().getFileSystem().provider();
            system.checkAccess(file.real(), AccessMode.WRITE); // a rename would not ask
        } else if (!Files.isDirectory(file.real().getParent())) {
            throw new BindException(
                    Reason.NOT_FOUND, "no directory " + file.path().getParent() + " for " + file);
        }
        return there.isPresent();
    }
}
