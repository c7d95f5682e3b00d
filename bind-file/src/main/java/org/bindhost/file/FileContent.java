package org.bindhost.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
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

    private FileContent() {}

    static Content open(NamedFile file, OpenRequest request) throws BindException {
        // before the file is opened: if it is replaced in between, the validator is the older one,
        // and the worst is that the new content is taken for changed
        Validator validator = validator(attributes(file));
        try {
            FileChannel channel = FileChannel.open(file.real(), READ, NOFOLLOW_LINKS);
            try {
                return content(file, channel, validator, request);
            } catch (BindException | IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw Failures.of("read", file.path(), e);
        }
    }

    private static BasicFileAttributes attributes(NamedFile file) throws BindException {
        var found = FileKind.of(file);
        if (found.isEmpty()) {
            throw new BindException(Reason.NOT_FOUND, "no file " + file);
        }
        return FileKind.requireRegular(file, found.get());
    }

    private static Content content(
            NamedFile file, FileChannel channel, Validator validator, OpenRequest request)
            throws IOException, BindException {
        long length = channel.size();
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
        channel.position(offset);
        return new Content.Blocking(
                info(file, length, validator),
                offset,
                new BoundedChannel(channel, Math.min(wanted, rest)),
                Optional.of(file.path()));
    }

    private static ContentInfo info(NamedFile file, long length, Validator validator) {
        return new ContentInfo(
                MediaTypes.of(file.path()),
                OptionalLong.of(length),
                Optional.of(validator),
                Freshness.UNSAID,
                true);
    }

    /** Weak: a file written to in place can keep size and key, and its time has a resolution. */
    private static Validator validator(BasicFileAttributes attributes) {
        long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        var key = Optional.ofNullable(attributes.fileKey()).map(Object::toString).orElse("");
        return new Validator(attributes.size() + "-" + modified + "-" + key, false);
    }
}
