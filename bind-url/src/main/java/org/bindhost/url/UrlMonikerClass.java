package org.bindhost.url;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.CredentialsProvider;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.Joined;
import org.bindhost.spi.JoiningMonikerClass;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.OriginMonikerClass;
import org.bindhost.spi.Recognition;
import org.bindhost.spi.Upload;
import org.bindhost.spi.WritableMonikerClass;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Names that are URLs of {@code http} and {@code https}. */
@Component(
        service = MonikerClass.class,
        configurationPid = "org.bindhost.url",
        property = {
            MonikerClass.NAME + "=" + UrlNames.CLASS,
            MonikerClass.SCHEMES + "=http",
            MonikerClass.SCHEMES + "=https"
        })
@Designate(ocd = UrlConfiguration.class)
public final class UrlMonikerClass
        implements MonikerClass,
                JoiningMonikerClass,
                OriginMonikerClass,
                WritableMonikerClass,
                AutoCloseable {

    private static final String RANKING = "service.ranking";

    private final Providers providers = new Providers();
    private final Senders senders;

    /** Makes a driver with the usual settings, for programs without a framework. */
    public UrlMonikerClass() {
        this(HttpSettings.defaults());
    }

    /**
     * Makes a driver, for programs without a framework.
     *
     * @param settings what differs from the usual, by the names that it has in the configuration
     *     {@code org.bindhost.url} of a framework, such as {@code "connect.millis"} or {@code
     *     ".trust.store.password"}; texts, numbers, truths, and arrays of texts
     * @param credentials who knows credentials, the first of which is asked first; those for which
     *     {@link #credentials} made them are asked before
     * @throws IllegalArgumentException if a setting is unknown or no value of its kind
     */
    public UrlMonikerClass(Map<String, ?> settings, List<CredentialsProvider> credentials) {
        this(MapConfiguration.of(UrlConfiguration.class, settings));
        int ranking = credentials.size();
        for (CredentialsProvider each : credentials) {
            providers.add(each, each instanceof ConfiguredCredentials, ranking);
            ranking--;
        }
    }

    /**
     * Makes the driver of a framework.
     *
     * @param configuration how http is spoken
     */
    @Activate
    public UrlMonikerClass(UrlConfiguration configuration) {
        this(HttpSettings.of(configuration));
    }

    UrlMonikerClass(HttpSettings settings) {
        this(settings, JettyClient::start);
    }

    UrlMonikerClass(HttpSettings settings, HttpSender.Starter starter) {
        this.senders = new Senders(settings, providers, starter);
    }

    /**
     * Makes what knows the credentials of one origin, for programs without a framework.
     *
     * @param settings by the names that they have in a configuration {@code
     *     org.bindhost.url.credentials} of a framework: {@code "origin"}, and either {@code "user"}
     *     and {@code ".password"} or {@code ".token"}
     * @return who knows them
     * @throws IllegalArgumentException if a setting is unknown, missing or no value of its kind
     */
    public static CredentialsProvider credentials(Map<String, String> settings) {
        return new ConfiguredCredentials(
                MapConfiguration.of(CredentialsConfiguration.class, settings));
    }

    /** What is asked from now on is asked so; what is under way goes on. */
    @Modified
    void change(UrlConfiguration configuration) {
        senders.change(HttpSettings.of(configuration));
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    void addProvider(CredentialsProvider provider, Map<String, ?> properties) {
        int ranking = properties.get(RANKING) instanceof Integer given ? given : 0;
        providers.add(provider, false, ranking);
    }

    void removeProvider(CredentialsProvider provider) {
        providers.remove(provider);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    void addConfigured(ConfiguredCredentials configured) {
        providers.add(configured, true, 0);
    }

    void removeConfigured(ConfiguredCredentials configured) {
        providers.remove(configured);
    }

    /** Ends what is under way, and leaves no thread and no socket. */
    @Deactivate
    @Override
    public void close() {
        senders.close();
    }

    @Override
    public String name() {
        return UrlNames.CLASS;
    }

    @Override
    public boolean isAsynchronous() {
        return true;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        return UrlNames.recognize(text, base);
    }

    @Override
    public Joined join(MonikerPart left, MonikerPart right) throws BindException {
        return UrlNames.join(left, right);
    }

    @Override
    public Optional<MonikerPart> relativePath(MonikerPart from, MonikerPart to) {
        return UrlNames.relativePath(from, to);
    }

    @Override
    public Optional<String> origin(MonikerPart name) {
        return UrlNames.origin(name);
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        return senders.by(sender -> sender.send(request));
    }

    @Override
    public CompletionStage<Upload> create(OpenRequest request) {
        return senders.by(sender -> sender.create(request));
    }
}
