package org.bindhost.itests.felix;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ops4j.pax.exam.Option;

/** Felix with all bundles that the build has copied to one place. */
final class Felix {

    private Felix() {}

    static Option framework() {
        return composite(
                junitBundles(),
                composite(bundles(Path.of(System.getProperty("bundles.dir")))),
                frameworkProperty("org.osgi.framework.bootdelegation")
                        .value("com.sun.net.httpserver"),
                systemProperty("org.ops4j.pax.logging.DefaultServiceLog.level").value("WARN"));
    }

    private static Option[] bundles(Path directory) {
        try (var files = Files.list(directory)) {
            return files.sorted()
                    .map(file -> bundle(file.toUri().toString()))
                    .toArray(Option[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException("no bundles in " + directory, e);
        }
    }
}
