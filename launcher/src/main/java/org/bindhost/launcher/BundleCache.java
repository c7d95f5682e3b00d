package org.bindhost.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The bundles of a jar as files of their own, kept from run to run in a directory whose name tells
 * its content. The directory appears whole, so that processes starting at once do no harm.
 */
final class BundleCache {

    private static final String PREFIX = "bundles/";

    private final Path jar;
    private final List<Path> places;

    /**
     * Names what to extract and where to.
     *
     * @param jar the jar with bundles inside
     * @param places directories to keep them in; the first that can be written is used
     */
    BundleCache(Path jar, List<Path> places) {
        this.jar = jar;
        this.places = places;
    }

    /** Returns the directory with the bundles, each in the directory of its group. */
    Path directory() throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            List<ZipEntry> bundles =
                    file.stream()
                            .filter(e -> e.getName().startsWith(PREFIX) && !e.isDirectory())
                            .map(ZipEntry.class::cast)
                            .sorted(Comparator.comparing(ZipEntry::getName))
                            .toList();
            String name = "bundles-" + fingerprint(bundles);
            return find(file, bundles, name);
        }
    }

    /** Place by place: bundles that lie in a later one say nothing of an earlier one. */
    private Path find(JarFile file, List<ZipEntry> bundles, String name) throws IOException {
        IOException failure = new IOException("no directory for the bundles among " + places);
        for (Path place : places) {
            try {
                Path finished = place.resolve(name);
                return Files.isReadable(finished)
                        ? finished
                        : extract(file, bundles, Files.createDirectories(place), name);
            } catch (FileSystemException e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    private static Path extract(JarFile file, List<ZipEntry> bundles, Path place, String name)
            throws IOException {
        Path unfinished = Files.createTempDirectory(place, name);
        try {
            copy(file, bundles, unfinished);
            return finish(unfinished, place.resolve(name));
        } finally {
            Scratch.delete(unfinished);
        }
    }

    private static void copy(JarFile file, List<ZipEntry> bundles, Path directory)
            throws IOException {
        for (ZipEntry bundle : bundles) {
            Path target = directory.resolve(bundle.getName().substring(PREFIX.length()));
            Files.createDirectories(target.getParent());
            try (InputStream bytes = file.getInputStream(bundle)) {
                Files.copy(bytes, target);
            }
        }
        letOthersRead(directory);
    }

    private static Path finish(Path unfinished, Path finished) throws IOException {
        try {
            return Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isReadable(finished)) {
                throw e;
            }
            // Another process was faster, and its bundles are the same.
            return finished;
        }
    }

    /** A temporary directory is its maker's alone; this one is for whoever may run the jar. */
    private static void letOthersRead(Path directory) throws IOException {
        if (Files.getFileStore(directory).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Sizes and check sums stand in the jar's index, so that nothing need be read for it. */
    private static String fingerprint(List<ZipEntry> bundles) {
        MessageDigest digest = sha256();
        for (ZipEntry bundle : bundles) {
            String line = bundle.getName() + ' ' + bundle.getSize() + ' ' + bundle.getCrc() + '\n';
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
