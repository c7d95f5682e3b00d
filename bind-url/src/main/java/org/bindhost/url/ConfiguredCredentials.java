package org.bindhost.url;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.Credentials;
import org.bindhost.bind.CredentialsProvider;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Recognition;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Credentials that somebody configured for one origin. A service of this bundle's own, so that
 * nobody else asks for them by chance.
 */
@Component(
        service = ConfiguredCredentials.class,
        configurationPid = "org.bindhost.url.credentials",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = CredentialsConfiguration.class, factory = true)
public final class ConfiguredCredentials implements CredentialsProvider {

    private final String origin;
    private final Credentials credentials;

    /**
     * Makes the credentials of one origin.
     *
     * @param configuration which, and of what origin
     */
    @Activate
    public ConfiguredCredentials(CredentialsConfiguration configuration) {
        this.origin = origin(configuration.origin());
        boolean hasToken = !configuration._token().isEmpty();
        if (hasToken == !configuration.user().isEmpty()) {
            throw new IllegalArgumentException(
                    "for " + origin + " there is either a user or a token");
        }
        this.credentials =
                hasToken
                        ? new Credentials.Bearer(configuration._token())
                        : new Credentials.Password(configuration.user(), configuration._password());
    }

    private static String origin(String text) {
        Optional<MonikerPart> name =
                UrlNames.recognize(text, Optional.empty()).found().map(Recognition.Found::part);
        return name.filter(part -> part.key().indexOf('@') < 0)
                .filter(part -> part.key().equals(UrlNames.origin(part).orElse("") + "/"))
                .flatMap(UrlNames::origin)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "an origin is scheme, host and port:"
                                                + " https://host:8443"));
    }

    @Override
    public CompletionStage<Optional<Credentials>> credentials(Challenge challenge) {
        boolean isOurs = challenge.origin().equals(origin) && !challenge.proxy();
        return CompletableFuture.completedStage(
                isOurs ? Optional.of(credentials) : Optional.empty());
    }
}
