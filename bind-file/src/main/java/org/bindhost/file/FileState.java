package org.bindhost.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bindhost.spi.Validator;

/**
 * What tells one state of a file from another: its size, which file it is, when it was modified,
 * and, where the system keeps it, when anything about it last changed, which nobody can set back.
 */
record FileState(long size, String key, FileTime modified, Optional<FileTime> changed) {

    /** What changes within one turn of the system's clock may bear one time. */
    static final Duration TURN = Duration.ofMillis(20);

    /** Times have a resolution of two seconds on the worst of file systems. */
    static final Duration RESOLUTION = Duration.ofSeconds(2);

    static FileState of(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
        var key = Optional.ofNullable(attributes.fileKey()).map(Object::toString).orElse("");
        return new FileState(
                attributes.size(), key, attributes.lastModifiedTime(), changed(file, key));
    }

    private static Optional<FileTime> changed(Path file, String key) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        Map<String, Object> both = Files.readAttributes(file, "unix:ctime,fileKey", NOFOLLOW_LINKS);
        if (!key.equals(String.valueOf(both.get("fileKey")))) {
            throw new Directory.Moved(file); // replaced between two glances
        }
        return Optional.of((FileTime) both.get("ctime"));
    }

    /** Weak while a further change might bear the same time, and where times can be set back. */
    Validator validator(Instant now) {
        boolean strong = changed.isPresent() && latest().plus(RESOLUTION).compareTo(now) <= 0;
        var text = size + "-" + nanos(modified) + "-" + changed.map(FileState::nanos).orElse("");
        return new Validator(text + "-" + key, strong);
    }

    /** Whether a change from now on would show; one of the future shows nothing either way. */
    boolean isSettled(Instant now) {
        return latest().isAfter(now) || !latest().plus(TURN).isAfter(now);
    }

    private Instant latest() {
        return changed.orElse(modified).toInstant();
    }

    private static String nanos(FileTime time) {
        var instant = time.toInstant();
        return instant.getEpochSecond() + "." + instant.getNano();
    }
}
