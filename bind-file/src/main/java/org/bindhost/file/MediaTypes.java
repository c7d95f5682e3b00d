package org.bindhost.file;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Media types by extension. {@code Files.probeContentType} is not asked: what it answers depends on
 * detectors and files that the whole JVM shares.
 */
final class MediaTypes {

    private static final Map<String, String> BY_EXTENSION =
            Map.ofEntries(
                    entry("bin", "application/octet-stream"),
                    entry("css", "text/css"),
                    entry("csv", "text/csv"),
                    entry("gif", "image/gif"),
                    entry("gz", "application/gzip"),
                    entry("htm", "text/html"),
                    entry("html", "text/html"),
                    entry("jpeg", "image/jpeg"),
                    entry("jpg", "image/jpeg"),
                    entry("js", "text/javascript"),
                    entry("json", "application/json"),
                    entry("md", "text/markdown"),
                    entry("mp3", "audio/mpeg"),
                    entry("mp4", "video/mp4"),
                    entry("pdf", "application/pdf"),
                    entry("png", "image/png"),
                    entry("svg", "image/svg+xml"),
                    entry("txt", "text/plain"),
                    entry("wav", "audio/wav"),
                    entry("webp", "image/webp"),
                    entry("xml", "application/xml"),
                    entry("zip", "application/zip"));

    private MediaTypes() {}

    static Optional<String> of(Path file) {
        String name = String.valueOf(file.getFileName());
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_EXTENSION.get(extension));
    }
}
