package org.bindhost.itests.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.bindhost.itests.cases.DocumentCases;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** The features in Karaf, and documents by all of them. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public final class FeaturesIT extends DocumentCases {

    @Inject private FeaturesService features;

    @Inject private BundleContext context;

    @Configuration
    public Option[] framework() {
        return new Option[] {Karaf.withFeature("bindhost")};
    }

    @Test
    public void oneFeatureBringsAllOthers() throws Exception {
        for (String name :
                List.of("bind", "bind-url", "bind-file", "bind-shell", "bind-sample", "bindhost")) {
            assertTrue(name, features.isInstalled(features.getFeature(name)));
        }
    }

    @Test
    public void everyBundleIsActive() {
        List<String> others =
                Arrays.stream(context.getBundles())
                        .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                        .filter(bundle -> !isFragment(bundle))
                        .map(Bundle::toString)
                        .toList();

        assertEquals(List.of(), others);
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
    }
}
