package org.bindhost.itests.cases;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindState;
import org.bindhost.inspect.Inspector;
import org.bindhost.itests.client.Client;
import org.bindhost.itests.client.Heard;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Bundles that stop, and what they leave behind: nothing. */
public abstract class LeavingCases extends FrameworkCases {

    private static final byte[] BYTES = Bytes.random(3, 3_000_001);

    @Before
    public final void serveBytes() {
        site.put("large.bin", BYTES);
    }

    @Test
    public void aClientOfAHostHearsTheEndBeforeItHasStopped() throws Exception {
        stopUnderTransfer("host", BindInfo.PUSH);
        stopUnderTransfer("host", BindInfo.PULL);
    }

    @Test
    public void aClientOfTheBinderHearsTheEndBeforeItHasStopped() throws Exception {
        stopUnderTransfer("binder", BindInfo.PUSH);
        stopUnderTransfer("binder", BindInfo.PULL);
    }

    private void stopUnderTransfer(String way, BindInfo info) throws Exception {
        Bundle bundle = platform.bundle("org.bindhost.itests.client");
        Heard heard = underTransfer(way, info);

        bundle.stop();
        List<BindOutcome> stops = heard.stops();
        bundle.start();

        assertEquals(List.of(BindState.ABORTED), stops.stream().map(BindOutcome::state).toList());
        assertEquals(1, heard.starts().size());
        assertTrue(platform.service(Inspector.class).bindings().isEmpty());
    }

    @Test
    public void whatIsStoppedLeavesNoThread() throws Exception {
        Heard heard = underTransfer("host", BindInfo.PUSH);
        List<Bundle> bundles = platform.bundlesOfOurs();

        stopAll(bundles);
        List<String> left = threads();
        startAll(bundles);

        assertEquals(List.of(), left);
        assertEquals(1, heard.stops().size());
        plainHost();
    }

    private Heard underTransfer(String way, BindInfo info) throws Exception {
        var client = platform.service(Client.class, "(" + Client.WAY + "=" + way + ")");
        Heard heard = client.bind(site.heldBase() + "large.bin", info);
        heard.data().get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return heard;
    }

    private static void stopAll(List<Bundle> bundles) throws BundleException {
        for (Bundle bundle : bundles) {
            bundle.stop();
        }
    }

    private static void startAll(List<Bundle> bundles) throws BundleException {
        for (Bundle bundle : bundles) {
            bundle.start();
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("bindhost-"))
                .sorted()
                .toList();
    }
}
