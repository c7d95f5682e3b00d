package org.bindhost.core.component;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bindhost.core.BindPolicy;
import org.bindhost.core.CoreSettings;
import org.bindhost.core.Retrying;
import org.bindhost.core.Sharing;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.core.engine.Engine;
import org.bindhost.core.policy.Roles;
import org.bindhost.spi.DisplayNameParser;
import org.bindhost.spi.MonikerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The engine of a framework, with the drivers that are services there. */
@Component(service = EngineComponent.class, configurationPid = "org.bindhost.core")
@Designate(ocd = EngineConfiguration.class)
public final class EngineComponent {

    private final Engine engine;
    private final BundleContext bundle;

    /**
     * Starts the engine.
     *
     * @param configuration its limits
     * @param bundle whose data area holds the spool
     * @throws IOException if the spool directory cannot be made
     */
    @Activate
    public EngineComponent(EngineConfiguration configuration, BundleContext bundle)
            throws IOException {
        this.bundle = bundle;
        clear(ownDirectory());
        this.engine = new Engine(settings(configuration));
        apply(configuration);
    }

    /**
     * A process that was killed leaves files in the bundle's own area, where nobody else has any.
     */
    private static void clear(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (var left = Files.newDirectoryStream(directory)) {
                for (Path file : left) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path ownDirectory() {
        return bundle.getDataFile("spool").toPath();
    }

    @Modified
    void modified(EngineConfiguration configuration) throws IOException {
        engine.configure(settings(configuration));
        apply(configuration);
    }

    private void apply(EngineConfiguration configuration) {
        engine.rankRunning(configuration.running_ranking());
        engine.policies().expect(configuration.policy_rules());
        engine.policies()
                .roles(
                        new Roles(
                                Set.copyOf(List.of(configuration.hosts())),
                                Set.copyOf(List.of(configuration.persons()))));
    }

    @Deactivate
    void deactivate() {
        engine.close();
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    void addDriver(ServiceReference<MonikerClass> reference, MonikerClass driver) {
        engine.addDriver(reference, traits(reference), driver);
    }

    void removeDriver(ServiceReference<MonikerClass> reference) {
        engine.removeDriver(reference);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    void addParser(ServiceReference<DisplayNameParser> reference, DisplayNameParser parser) {
        String name = text(reference, DisplayNameParser.NAME);
        String shown = name.isEmpty() ? owner(reference) : name;
        engine.addParser(reference, shown, ranking(reference), parser);
    }

    void removeParser(ServiceReference<DisplayNameParser> reference) {
        engine.removeParser(reference);
    }

    Engine engine() {
        return engine;
    }

    private CoreSettings settings(EngineConfiguration configuration) {
        return new CoreSettings(
                configuration.transfers(),
                configuration.bytes_per_second(),
                configuration.memory_bytes(),
                configuration.spool_bytes(),
                directory(configuration.spool_directory()),
                new Sharing(
                        configuration.transfers_per_origin(),
                        configuration.origin_bytes_per_second(),
                        configuration.lower_share(),
                        Duration.ofSeconds(configuration.idle_seconds())),
                new Retrying(
                        configuration.retries(),
                        Duration.ofMillis(configuration.retry_pause_millis()),
                        Duration.ofMillis(configuration.retry_most_pause_millis())),
                BindPolicy.DEFAULT);
    }

    private Path directory(String configured) {
        return configured.isEmpty() ? bundle.getDataFile("spool").toPath() : Path.of(configured);
    }

    private static DriverTraits traits(ServiceReference<MonikerClass> reference) {
        return new DriverTraits(
                text(reference, MonikerClass.NAME),
                owner(reference),
                schemes(reference),
                ranking(reference));
    }

    private static String owner(ServiceReference<?> reference) {
        var owner = reference.getBundle();
        return owner.getSymbolicName() + " " + owner.getVersion();
    }

    static int ranking(ServiceReference<?> reference) {
        return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer rank ? rank : 0;
    }

    private static String text(ServiceReference<?> reference, String property) {
        return reference.getProperty(property) instanceof String text ? text : "";
    }

    private static List<String> schemes(ServiceReference<MonikerClass> reference) {
        return reference.getProperty(MonikerClass.SCHEMES) instanceof String[] schemes
                ? List.of(schemes)
                : List.of(text(reference, MonikerClass.SCHEMES)).stream()
                        .filter(scheme -> !scheme.isEmpty())
                        .toList();
    }
}
