package org.bindhost.shell;

import java.util.HashSet;
import java.util.Set;
import org.bindhost.bind.Traffic;

/** Traffic of nothing, which knows what is suspended. */
final class ScriptedTraffic implements Traffic {

    final Set<String> suspended = new HashSet<>();

    @Override
    public boolean suspendAll() {
        return suspended.add("*");
    }

    @Override
    public boolean resumeAll() {
        return suspended.remove("*");
    }

    @Override
    public boolean suspend(String document) {
        return suspended.add(document);
    }

    @Override
    public boolean resume(String document) {
        return suspended.remove(document);
    }

    @Override
    public void limit(String document, long bytesPerSecond) {
        throw new UnsupportedOperationException("no verb limits");
    }
}
