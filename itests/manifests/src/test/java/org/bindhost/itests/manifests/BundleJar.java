package org.bindhost.itests.manifests;

import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Domain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** A finished bundle of ours, as a user gets it. */
final class BundleJar {

    private final Path file;
    private final Domain manifest;
    private final Set<String> packages;

    private BundleJar(Path file, Domain manifest, Set<String> packages) {
        this.file = file;
        this.manifest = manifest;
        this.packages = packages;
    }

    /** Reads all bundles of the reactor, which the build has copied to one place. */
    static List<BundleJar> all() {
        Path directory = Path.of(System.getProperty("bundles.dir"));
        try (var files = Files.list(directory)) {
            return files.sorted().map(BundleJar::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no bundles in " + directory, e);
        }
    }

    private static BundleJar read(Path file) {
        try (var jar = new JarFile(file.toFile())) {
            return new BundleJar(file, Domain.domain(jar.getManifest()), packages(jar));
        } catch (IOException e) {
            throw new UncheckedIOException("not a bundle: " + file, e);
        }
    }

    private static Set<String> packages(JarFile jar) {
        return jar.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.endsWith(".class") && name.indexOf('/') > 0)
                .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Path file() {
        return file;
    }

    /** The directory of the module it is built from. */
    String module() {
        return file.getFileName().toString().replaceFirst("\\.jar$", "");
    }

    String symbolicName() {
        return manifest.getBundleSymbolicName().getKey();
    }

    Parameters imports() {
        return manifest.getImportPackage();
    }

    Parameters exports() {
        return manifest.getExportPackage();
    }

    Parameters dynamicImports() {
        return manifest.getDynamicImportPackage();
    }

    Set<String> components() {
        return manifest.getParameters("Service-Component").keySet();
    }

    /** The packages it has classes of, those of jars inside it left out. */
    Set<String> packages() {
        return packages;
    }

    /** For the name of a test. */
    @Override
    public String toString() {
        return module();
    }
}
