package org.bindhost.itests.cases;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOutcome;
import org.bindhost.container.BindHost;
import org.bindhost.itests.client.Heard;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.spi.MonikerClass;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationAdmin;

/** Drivers that come and go under names that stay. */
public abstract class DriverCases extends FrameworkCases {

    private static final byte[] BYTES = Bytes.random(2, 3_000_001);
    private static final String SHA256 = Bytes.sha256(BYTES);

    private Path directory;

    /** A name of each class. */
    private List<String> names() {
        return List.of(
                site.base() + "large.bin", directory.resolve("large.bin").toUri().toString());
    }

    @Before
    public final void serveBytes() throws IOException {
        site.put("large.bin", BYTES);
        directory = Files.createTempDirectory("bindhost");
        Files.write(directory.resolve("large.bin"), BYTES);
        platform.service(ConfigurationAdmin.class)
                .getConfiguration("org.bindhost.file", "?")
                .update(
                        FrameworkUtil.asDictionary(
                                Map.of("roots", new String[] {directory.toString()})));
        Eventually.holds("the directory is served", () -> isBound(names().get(1)));
    }

    @After
    public final void removeFiles() throws IOException {
        Files.delete(directory.resolve("large.bin"));
        Files.delete(directory);
    }

    private boolean isBound(String name) {
        try {
            return SHA256.equals(sha256(plainHost(), plainHost().createMoniker(name)));
        } catch (BindException e) {
            return false;
        } catch (MonikerSyntaxException | IOException e) {
            throw new AssertionError(name, e);
        }
    }

    @Test
    public void aDriverThatIsStoppedIsMissedAndTheHostStays() throws Exception {
        BindHost host = plainHost();
        Bundle hostBundle = platform.bundle("org.bindhost.host");
        for (String name : names()) {
            Moniker moniker = host.createMoniker(name);
            Bundle driver = driver(moniker);

            driver.stop();
            assertMissing(host, name, moniker);
            assertEquals(Bundle.ACTIVE, hostBundle.getState());
            driver.start();

            assertEquals(SHA256, sha256(host, moniker));
            assertSame(host, plainHost());
        }
    }

    @Test
    public void anUpdatedDriverBindsTheSameMoniker() throws Exception {
        BindHost host = plainHost();
        for (String name : names()) {
            Moniker moniker = host.createMoniker(name);
            Bundle driver = driver(moniker);
            byte[] before = BundleBytes.of(driver);

            driver.update(new ByteArrayInputStream(BundleBytes.withVersion(before, "99.1.0")));
            try {
                assertEquals(SHA256, sha256(host, moniker));
                assertEquals("99.1.0", driver(moniker).getVersion().toString());
                assertSame(host, plainHost());
            } finally {
                driver.update(new ByteArrayInputStream(before));
            }
            assertEquals(SHA256, sha256(host, moniker));
        }
    }

    @Test
    public void aDriverInstalledAnewBindsTheSameMoniker() throws Exception {
        BindHost host = plainHost();
        for (String name : names()) {
            Moniker moniker = host.createMoniker(name);
            Bundle driver = driver(moniker);
            byte[] bytes = BundleBytes.of(driver);

            driver.uninstall();
            assertMissing(host, name, moniker);
            platform.context()
                    .installBundle(driver.getLocation(), new ByteArrayInputStream(bytes))
                    .start();

            assertEquals(SHA256, sha256(host, moniker));
            assertSame(host, plainHost());
        }
    }

    @Test
    public void aBindUnderWayEndsOnceWhenItsDriverStops() throws Exception {
        BindHost host = plainHost();
        for (String name : List.of(site.heldBase() + "large.bin", names().get(1))) {
            Moniker moniker = host.createMoniker(name);
            var heard = new Heard(BindInfo.PULL);
            var context = host.createBindContext(BindOptions.DEFAULT);
            host.monikerBindToStorage(moniker, context, heard, InputStream.class);
            heard.data().get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Bundle driver = driver(moniker);

            driver.stop();
            Eventually.holds("the bind has ended", () -> heard.outcome().isPresent());
            driver.start();

            assertEquals(Reason.DRIVER_GONE, reason(heard));
            assertEquals(SHA256, sha256(host, host.createMoniker(name.replace("/held", ""))));
            assertEquals(1, heard.starts().size());
            assertEquals(1, heard.stops().size());
        }
    }

    private void assertMissing(BindHost host, String name, Moniker moniker) {
        assertThrows(name, MonikerSyntaxException.class, () -> host.createMoniker(name));
        var failure = assertThrows(BindException.class, () -> sha256(host, moniker));
        assertEquals(Reason.NO_DRIVER, failure.reason());
    }

    private static Reason reason(Heard heard) {
        var failed = (BindOutcome.Failed) heard.outcome().orElseThrow();
        return failed.cause().reason();
    }

    private Bundle driver(Moniker moniker) {
        String filter = "(" + MonikerClass.NAME + "=" + moniker.last().monikerClass() + ")";
        return platform.reference(MonikerClass.class, filter).getBundle();
    }
}
