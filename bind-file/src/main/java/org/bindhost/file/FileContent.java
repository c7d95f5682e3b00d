package org.bindhost.file;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Validator;

/** Answers with what a file holds. */
final class FileContent {

    private final Locks locks;
    private final Directories directories;
    private final Clock clock;

    FileContent(Locks locks, Directories directories, Clock clock) {
        this.locks = locks;
        this.directories = directories;
        this.clock = clock;
    }

    Content.Blocking open(NamedFile file, OpenRequest request) throws BindException {
        var opened = open(file);
        try {
            return content(file, opened, request);
        } catch (BindException | IOException e) {
            close(opened.channel());
            throw e instanceof BindException failure
                    ? failure
                    : Failures.of("read", file.path(), (IOException) e);
        }
    }

    /** Opens a directory, to see what is in it. */
    Directory directory(NamedFile file) throws IOException {
        return directories.itself(file);
    }

    /** Opens all of a file. */
    CheckedChannel whole(NamedFile file) throws BindException {
        var opened = open(file);
        return channel(file, opened, opened.before().state().size());
    }

    /** An open file, and how it looked before. */
    private record Opened(FileChannel channel, Glance before) {}

    private Opened open(NamedFile file) throws BindException {
        FileKind.requireRegular(
                file,
                FileKind.of(file)
                        .orElseThrow(() -> new BindException(Reason.NOT_FOUND, "no file " + file)));
        try {
            var before = Glance.atRest(file, clock);
            try (var directory = directories.around(file)) {
                var channel =
                        locks.read(
                                file, before.state().key(), () -> checked(file, directory, before));
                return new Opened(channel, before);
            }
        } catch (IOException e) {
            throw Failures.of("read", file.path(), e);
        }
    }

    /** What is open is what was looked at, since that lay there before and after. */
    private static FileChannel checked(NamedFile file, Directory directory, Glance before)
            throws IOException {
        var channel = directory.open(file.name(), Set.of(READ));
        try {
            before.requireIn(directory);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private Content.Blocking content(NamedFile file, Opened opened, OpenRequest request)
            throws IOException, BindException {
        long length = opened.before().state().size();
        Validator validator = opened.before().state().validator(clock.instant());
        boolean same = request.condition().map(validator::equals).orElse(true);
        var range = request.range().filter(wanted -> same);
        long offset = range.map(ByteRange::offset).orElse(0L);
        if (offset > 0 && offset >= length) {
            throw new BindException(
                    Reason.OUT_OF_RANGE,
                    file + " has " + length + " bytes; it cannot be read from byte " + offset);
        }
        long rest = length - offset;
        long wanted = range.map(r -> r.length().orElse(rest)).orElse(rest);
        opened.channel().position(offset);
        return new Content.Blocking(
                info(file, length, validator),
                offset,
                channel(file, opened, Math.min(wanted, rest)),
                Optional.of(file.path()));
    }

    private CheckedChannel channel(NamedFile file, Opened opened, long bytes) {
        var before = opened.before();
        return new CheckedChannel(opened.channel(), bytes, before, () -> again(file, before));
    }

    private FileChannel again(NamedFile file, Glance before) throws IOException {
        try (var directory = directories.around(file)) {
            return checked(file, directory, before);
        }
    }

    private static ContentInfo info(NamedFile file, long length, Validator validator) {
        return new ContentInfo(
                MediaTypes.of(file.path()),
                OptionalLong.of(length),
                Optional.of(validator),
                Freshness.UNSAID,
                true);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing was written to it, and what failed before is told
        }
    }
}
