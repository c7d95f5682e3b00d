package org.bindhost.bench.transfer.client;

import java.util.Optional;
import org.bindhost.bench.Engine;
import org.bindhost.core.CoreSettings;

/** The candidates by their names. */
public final class Clients {

    private Clients() {}

    /**
     * Opens a candidate.
     *
     * @param name what it is called; ours take settings behind slashes, as in {@code
     *     binder/TRANSFERS/BYTES_PER_SECOND}
     * @return the candidate; the caller closes it
     */
    public static Client open(String name) throws Exception {
        String[] parts = name.split("/", -1);
        return switch (parts[0]) {
            case "binder" -> BindClient.direct(engine(parts));
            case "bindhost" -> BindClient.mediated(engine(parts));
            case "jetty" -> new JettyPeer();
            case "jdk" -> new JdkPeer();
            case "vfs" -> new VfsPeer();
            case "apache" -> new ApachePeer();
            case "curl" -> new CurlPeer();
            case "raw" -> new RawFile();
            default -> throw new IllegalArgumentException("no candidate is called " + name);
        };
    }

    private static Engine engine(String[] parts) {
        return new Engine(
                setting(parts, 1).map(Integer::parseInt).orElse(CoreSettings.DEFAULT_TRANSFERS),
                setting(parts, 2).map(Long::parseLong).orElse(0L));
    }

    private static Optional<String> setting(String[] parts, int index) {
        return index < parts.length ? Optional.of(parts[index]) : Optional.empty();
    }
}
