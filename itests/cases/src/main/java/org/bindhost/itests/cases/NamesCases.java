package org.bindhost.itests.cases;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.Binder;
import org.bindhost.moniker.Asynchrony;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.Monikers;
import org.bindhost.moniker.RunningObjects;
import org.bindhost.moniker.RunningObjects.Strength;
import org.bindhost.spi.DisplayNameParser;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** Names as values, and the objects that run under them, while bundles come and go. */
public abstract class NamesCases extends FrameworkCases {

    private static final String RUNS = "!running in a test";

    private Monikers monikers() {
        return platform.service(Monikers.class);
    }

    private RunningObjects running() {
        return platform.service(RunningObjects.class);
    }

    private static BundleContext client(Bundle bundle) {
        return bundle.getBundleContext();
    }

    @Test
    public void aServiceIsFoundUnderTheNameItSaysAndIsGoneWithItsBundle() throws Exception {
        Bundle bundle = platform.bundle("org.bindhost.itests.client");
        var properties =
                FrameworkUtil.asDictionary(
                        Map.of(RunningObjects.NAME, new String[] {RUNS, site.base() + "doc"}));
        client(bundle).registerService(CharSequence.class, "the object", properties);
        Eventually.holds("both are running", () -> running().names().size() == 2);
        Moniker plain = monikers().parse(RUNS);
        Moniker url = monikers().parse(site.base() + "doc");

        assertEquals("the object", object(plain));
        assertEquals("the object", object(url));

        bundle.stop();
        try {
            assertEquals(List.of(), running().names());
            assertThrows(MonikerSyntaxException.class, () -> monikers().parse(RUNS));
            var gone = assertThrows(BindException.class, () -> object(url));
            assertEquals(Reason.UNSUPPORTED, gone.reason());
        } finally {
            bundle.start();
        }
    }

    @Test
    public void whatABundleRegistersGoesWithIt() throws Exception {
        Bundle bundle = platform.bundle("org.bindhost.itests.client");
        var context = client(bundle);
        var theirs = context.getService(context.getServiceReference(RunningObjects.class));
        Moniker name = monikers().item("theirs");
        theirs.register(name, "an object", Strength.STRONG);
        assertEquals(Optional.of("an object"), running().find(name, String.class));

        bundle.stop();
        bundle.start();

        assertFalse(running().isRunning(name));
    }

    /** A name is kept, compared, calculated with, saved and loaded while its bundle is away. */
    @Test
    public void aNameIsAValueWhileItsBundleIsAway() throws Exception {
        byte[] bytes = Bytes.random(9, 10_000);
        site.put("value.bin", bytes);
        Monikers monikers = monikers();
        Moniker name = monikers.parse(site.base() + "value.bin");
        Bundle driver = platform.bundle("org.bindhost.url");

        driver.stop();
        try {
            Moniker loaded = monikers.load(monikers.save(name));
            assertEquals(name, loaded);
            assertEquals(name.hashCode(), loaded.hashCode());
            assertEquals(site.base() + "value.bin", loaded.displayName());
            Moniker item = monikers.compose(loaded, monikers.item("x")).orElseThrow();
            assertEquals(name, item.left().orElseThrow());
            assertEquals(name, monikers.commonPrefix(item, name).orElseThrow().moniker());
            assertEquals(Asynchrony.UNKNOWN, monikers.isAsynchronous(item));
            var joined = assertThrows(BindException.class, () -> monikers.compose(name, name));
            assertEquals(Reason.NO_DRIVER, joined.reason());
            var inverse = assertThrows(BindException.class, () -> monikers.inverse(item));
            assertEquals(Reason.NO_DRIVER, inverse.reason());
        } finally {
            driver.start();
        }
        assertEquals(Bytes.sha256(bytes), sha256(plainHost(), name));
    }

    @Test
    public void whoIsAskedFirstIsAMatterOfRanking() throws Exception {
        var alias = monikers().item("alias");
        DisplayNameParser parser =
                (text, base) -> Optional.of(new DisplayNameParser.Head(alias, text.length()));
        var low = FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, -1));
        var high = FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 2000));
        var context = platform.context();
        String name = site.base() + "a";

        var last = context.registerService(DisplayNameParser.class, parser, low);
        assertEquals("url", monikers().parse(name).last().monikerClass());
        assertEquals(alias, monikers().parse("what nobody else understands"));
        last.unregister();
        var first = context.registerService(DisplayNameParser.class, parser, high);
        assertEquals(alias, monikers().parse(name));
        first.unregister();
        assertTrue(monikers().parse(name).displayName().startsWith("http"));
    }

    private String object(Moniker name) throws BindException {
        Binder binder = platform.service(Binder.class);
        try (var context = binder.createBindContext(BindOptions.DEFAULT)) {
            var result = binder.bindToObject(name, context, String.class);
            return ((BindResult.Bound<String>) result).value();
        }
    }
}
