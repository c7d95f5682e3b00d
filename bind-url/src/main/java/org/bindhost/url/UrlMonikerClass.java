package org.bindhost.url;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
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

    private final HttpSender sender;

    /** Makes a driver with the usual settings, for programs without a framework. */
    public UrlMonikerClass() {
        this(HttpSettings.defaults());
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
        this.sender = new HttpSender(settings);
    }

    /** Ends what is under way, and leaves no thread and no socket. */
    @Deactivate
    @Override
    public void close() {
        sender.close();
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
        return sender.send(request);
    }

    @Override
    public CompletionStage<Upload> create(OpenRequest request) {
        return sender.create(request);
    }
}
