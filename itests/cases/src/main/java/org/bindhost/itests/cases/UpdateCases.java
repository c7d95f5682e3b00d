package org.bindhost.itests.cases;

import static org.junit.Assert.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.container.BindHost;
import org.bindhost.itests.client.Heard;
import org.bindhost.moniker.Moniker;
import org.bindhost.spi.MonikerClass;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** A driver that is updated again and again, idle and under transfer, and what is left of it. */
public abstract class UpdateCases extends FrameworkCases {

    private static final int ROUNDS = 100;
    private static final byte[] BYTES = Bytes.random(4, 600_001);
    private static final String SHA256 = Bytes.sha256(BYTES);

    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    @Before
    public final void serveBytes() {
        site.put("large.bin", BYTES);
    }

    @Test
    public void aHundredUpdatesLeaveNoThreadNoSocketAndNoClassLoader() throws Exception {
        BindHost host = plainHost();
        Moniker name = host.createMoniker(site.base() + "large.bin");
        Moniker held = host.createMoniker(site.heldBase() + "large.bin");
        Bundle driver = driver();
        byte[] bytes = BundleBytes.of(driver);
        driver.update(new ByteArrayInputStream(bytes));
        long sockets = sockets();

        for (int round = 0; round < ROUNDS; round++) {
            assertEquals(SHA256, sha256(host, name));
            loaders.add(new WeakReference<>(loader(driver)));
            if (round % 2 == 0) {
                driver.update(new ByteArrayInputStream(bytes));
            } else {
                updateUnderTransfer(host, held, driver, bytes);
            }
        }
        driver.stop();

        assertEquals(List.of(), threads());
        Eventually.holds("the old class loaders are collected", this::areCollected);
        site.close(); // its ends of the connections, which it holds open, are in this process too
        Eventually.holds("no socket is left", () -> sockets() <= sockets);
        driver.start();
    }

    private void updateUnderTransfer(BindHost host, Moniker name, Bundle driver, byte[] bytes)
            throws Exception {
        var heard = new Heard(BindInfo.PUSH);
        try (var context = host.createBindContext(BindOptions.DEFAULT)) {
            host.monikerBindToStorage(name, context, heard, InputStream.class);
            heard.data().get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);

            driver.update(new ByteArrayInputStream(bytes));

            Eventually.holds("the bind has ended", () -> heard.outcome().isPresent());
            assertEquals(1, heard.starts().size());
            assertEquals(1, heard.stops().size());
        }
    }

    private Bundle driver() {
        return platform.reference(MonikerClass.class, "(" + MonikerClass.NAME + "=url)")
                .getBundle();
    }

    private static ClassLoader loader(Bundle bundle) {
        return bundle.adapt(BundleWiring.class).getClassLoader();
    }

    private boolean areCollected() {
        System.gc();
        return loaders.stream().allMatch(loader -> loader.get() == null);
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(thread -> thread.startsWith("bindhost-url"))
                .sorted()
                .toList();
    }

    /** How many sockets the process has, where the system tells; the site's own among them. */
    private static long sockets() {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (var open = Files.list(descriptors)) {
            return open.filter(UpdateCases::isSocket).count();
        } catch (IOException e) {
            throw new AssertionError("the descriptors cannot be listed", e);
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // closed meanwhile, as the one that lists them is
        }
    }
}
