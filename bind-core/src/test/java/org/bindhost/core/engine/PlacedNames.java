package org.bindhost.core.engine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.bindhost.bind.BindException;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.ObjectMonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.OriginMonikerClass;
import org.bindhost.spi.Recognition;
import org.bindhost.spi.Upload;
import org.bindhost.spi.WritableMonikerClass;
import org.bindhost.testkit.ScriptedDriver;

/**
 * Names of any class that begin with a prefix, and whose keys are what a {@link ScriptedDriver}
 * answers. Those with a host have an origin, and ask about the address that the test gives it.
 */
final class PlacedNames
        implements MonikerClass, OriginMonikerClass, WritableMonikerClass, ObjectMonikerClass {

    final Map<String, InetAddress> addresses = new ConcurrentHashMap<>();

    private final String monikerClass;
    private final String prefix;
    private final ScriptedDriver answers;

    PlacedNames(String monikerClass, String prefix, ScriptedDriver answers) {
        this.monikerClass = monikerClass;
        this.prefix = prefix;
        this.answers = answers;
    }

    @Override
    public String name() {
        return monikerClass;
    }

    @Override
    public boolean isAsynchronous() {
        return true;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> left) {
        String name = DelimitedName.of(text).text();
        if (!name.startsWith(prefix)) {
            return Recognition.foreign();
        }
        String key = name.startsWith("file:") ? name.substring("file:".length()) : name;
        return new Recognition.Found(new MonikerPart(monikerClass, key, name), name.length());
    }

    @Override
    public Optional<String> origin(MonikerPart name) {
        int host = name.key().indexOf("://") + 3;
        return host < 3
                ? Optional.empty()
                : Optional.of(name.key().substring(0, name.key().indexOf('/', host)));
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        try {
            checkAddress(request);
            return answers.open(request);
        } catch (BindException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private void checkAddress(OpenRequest request) throws BindException {
        Optional<String> host = origin(request.name()).map(it -> it.replaceFirst(".*://", ""));
        if (host.isPresent() && addresses.containsKey(host.get())) {
            var address = new InetSocketAddress(addresses.get(host.get()), 80);
            request.addressPolicy().check(host.get(), address);
        }
    }

    @Override
    public CompletionStage<Upload> create(OpenRequest request) {
        return answers.create(request);
    }

    @Override
    public <T> CompletionStage<T> bindToObject(OpenRequest request, Class<T> type) {
        return answers.open(request).thenApply(content -> type.cast(content.toString()));
    }
}
