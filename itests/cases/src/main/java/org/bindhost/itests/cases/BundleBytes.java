package org.bindhost.itests.cases;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** Bundles as bytes, to install and update by. */
final class BundleBytes {

    private BundleBytes() {}

    /** Reads a bundle from where it was installed from. */
    static byte[] of(Bundle bundle) throws IOException {
        try (var in = URI.create(bundle.getLocation()).toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    /** Makes another version of a bundle, with the same content. */
    static byte[] withVersion(byte[] bundle, String version) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new JarInputStream(new ByteArrayInputStream(bundle))) {
            var manifest = new Manifest(in.getManifest());
            Attributes main = manifest.getMainAttributes();
            main.putValue(Constants.BUNDLE_VERSION, version);
            try (var out = new JarOutputStream(bytes, manifest)) {
                copy(in, out);
            }
        }
        return bytes.toByteArray();
    }

    private static void copy(JarInputStream in, JarOutputStream out) throws IOException {
        for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
            out.putNextEntry(new JarEntry(entry.getName()));
            in.transferTo(out);
        }
    }
}
