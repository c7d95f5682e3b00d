package org.bindhost.itests.karaf;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFileExtend;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.features;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.net.URI;
import java.nio.file.Path;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;

/** Karaf as it is downloaded, with our features from a repository. */
final class Karaf {

    private static final Path BUNDLES = Path.of(System.getProperty("bundles.dir"));
    private static final String MAVEN = "org.ops4j.pax.url.mvn.";
    private static final String MAVEN_CONFIGURATION = "etc/org.ops4j.pax.url.mvn.cfg";
    private static final String EVENT_ADMIN = "org.apache.felix.eventadmin.";
    private static final String EVENT_ADMIN_CONFIGURATION =
            "etc/org.apache.felix.eventadmin.impl.EventAdmin.cfg";

    private Karaf() {}

    static Option withFeature(String feature) {
        return composite(
                distribution(),
                repositories(),
                junitBundles(),
                features(featuresOf(System.getProperty("bindhost.version")), feature),
                bundle(uri("itests-client.jar").toString()),
                bundle(uri("itests-cases.jar").toString()));
    }

    private static Option distribution() {
        return composite(
                karafDistributionConfiguration()
                        .frameworkUrl(uri("distribution/apache-karaf.tar.gz").toString())
                        .unpackDirectory(Path.of(System.getProperty("exam.dir")).toFile())
                        .useDeployFolder(false),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                logLevel(LogLevel.WARN),
                // From Java 24 on there is no subject to be had, and the event admin gives up.
                editConfigurationFilePut(
                        EVENT_ADMIN_CONFIGURATION, EVENT_ADMIN + "AddSubject", "false"));
    }

    /** Ours is read in place; the rest comes from where the build has it, or has it from. */
    private static Option repositories() {
        return composite(
                editConfigurationFileExtend(
                        MAVEN_CONFIGURATION,
                        MAVEN + "defaultRepositories",
                        uri("repository") + "@id=reactor@snapshots"),
                editConfigurationFilePut(
                        MAVEN_CONFIGURATION,
                        MAVEN + "localRepository",
                        System.getProperty(MAVEN + "localRepository")));
    }

    private static String featuresOf(String version) {
        String file = "features-" + version + "-features.xml";
        return uri("repository/org/bindhost/features/" + version + "/" + file).toString();
    }

    private static URI uri(String name) {
        return BUNDLES.resolve(name).toUri();
    }
}
