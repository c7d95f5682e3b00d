package org.bindhost.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * The bundles that a person adds to ours. They are named one by one or by their directory, and
 * nothing is taken from anywhere else: whatever they hold runs with the rights of that person.
 * Nothing of them is kept from run to run.
 */
final class AddedBundles {

    /** The variable of the environment that names them. */
    static final String VARIABLE = "BINDHOST_BUNDLES";

    private final List<Path> jars;

    private AddedBundles(List<Path> jars) {
        this.jars = List.copyOf(jars);
    }

    /**
     * Finds them.
     *
     * @param value files and directories, each with the path separator behind it or not; of a
     *     directory all jars are meant, in the order of their names
     * @throws IOException if one of them is not there
     */
    static AddedBundles find(String value) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String name : value.split(File.pathSeparator, -1)) {
            if (!name.isEmpty()) { // which would be the current directory, wherever that is
                jars.addAll(find(path(name)));
            }
        }
        return new AddedBundles(jars);
    }

    private static Path path(String name) throws IOException {
        try {
            return Path.of(name).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new IOException(VARIABLE + " names no path: " + e.getMessage(), e);
        }
    }

    private static List<Path> find(Path path) throws IOException {
        if (!Files.isReadable(path)) {
            throw new IOException(VARIABLE + " names what cannot be read: " + path);
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
            if (jars.isEmpty()) {
                throw new IOException(VARIABLE + " names a directory without jars: " + path);
            }
            return jars;
        }
    }

    /** Returns what was found, in the order in which it is started. */
    List<Path> jars() {
        return jars;
    }

    /** Installs copies, since a jar may be built anew during a run. */
    List<Bundle> install(BundleContext context) throws IOException, BundleException {
        List<Bundle> installed = new ArrayList<>();
        for (Path jar : jars) {
            installed.add(install(context, jar));
        }
        return installed;
    }

    private static Bundle install(BundleContext context, Path jar)
            throws IOException, BundleException {
        if (!isBundle(jar)) {
            throw new IOException(VARIABLE + " names what is no bundle: " + jar);
        }
        try (InputStream bytes = Files.newInputStream(jar)) {
            return context.installBundle(jar.toString(), bytes);
        } catch (BundleException e) {
            throw new BundleException("cannot install " + jar + ": " + e.getMessage(), e);
        }
    }

    /** A framework would take any jar, and for want of a name do nothing with it. */
    private static boolean isBundle(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Optional.ofNullable(file.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue("Bundle-SymbolicName"))
                    .isPresent();
        } catch (ZipException e) {
            return false;
        }
    }
}
