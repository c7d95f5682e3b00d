package org.bindhost.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.bindhost.spi.Upload;
import org.bindhost.spi.WritableMonikerClass;

/**
 * A driver of the names {@code script:NAME}, up to a {@code '!'}, that answers what the test wants.
 *
 * <p><b>Threads.</b> It has none, so everything happens within the calls of the test and of what is
 * tested. Any thread may call any method.
 */
public final class ScriptedDriver implements MonikerClass, WritableMonikerClass {

    private static final String PREFIX = "script:";

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<OpenRequest> requests = new CopyOnWriteArrayList<>();

    /** Creates a driver that knows of nothing. */
    public ScriptedDriver() {}

    /**
     * Returns what a name answers, to be changed at any time.
     *
     * @param name the name, without {@code "script:"}
     * @return its script
     */
    public Script on(String name) {
        return scripts.computeIfAbsent(name, Script::new);
    }

    /**
     * Returns the name as a part.
     *
     * @param name the name, without {@code "script:"}
     * @return the part
     */
    public MonikerPart part(String name) {
        return new MonikerPart(name(), name, PREFIX + DelimitedName.write(name));
    }

    /**
     * Returns what was asked for so far, to be read or to be written.
     *
     * @return the requests, in order; a copy
     */
    public List<OpenRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public String name() {
        return "script";
    }

    @Override
    public boolean isAsynchronous() {
        return true;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> left) {
        var delimited = DelimitedName.of(text);
        int end = delimited.text().length();
        if (!text.startsWith(PREFIX) || end == PREFIX.length()) {
            return Recognition.foreign();
        }
        String name = delimited.name().substring(PREFIX.length());
        return new Recognition.Found(part(name), end);
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        requests.add(request);
        return on(request.name().key()).open(request);
    }

    @Override
    public CompletionStage<Upload> create(OpenRequest request) {
        requests.add(request);
        return on(request.name().key()).create();
    }
}
