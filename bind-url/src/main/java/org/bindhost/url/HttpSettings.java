package org.bindhost.url;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How http is spoken.
 *
 * @param connect until an attempt to connect is given up
 * @param lookup until the look-up of a host is given up
 * @param answer from the request until the head of its answer must have come
 * @param stall how long a body that is waited for may bring nothing
 * @param idle how long an unused connection is kept
 * @param headerBytes what the head of an answer may have
 * @param bodyBytes what a resource may have
 * @param connectionsPerOrigin how many connections one origin is given
 * @param threads how many threads there are for all connections
 * @param tls whom to trust
 * @param proxy which way to go
 * @param credentials until those who may know credentials are not waited for any longer
 * @param cleartextCredentials whether they may be sent over http
 * @param expansion how much may come of coded bytes
 */
record HttpSettings(
        Duration connect,
        Duration lookup,
        Duration answer,
        Duration stall,
        Duration idle,
        int headerBytes,
        long bodyBytes,
        int connectionsPerOrigin,
        int threads,
        TlsSettings tls,
        ProxySettings proxy,
        Duration credentials,
        boolean cleartextCredentials,
        Expansion expansion) {

    // What holds if nothing is said, with a configuration or without one.
    static final int CONNECT_MILLIS = 15_000;
    static final int LOOKUP_MILLIS = 10_000;
    static final int ANSWER_MILLIS = 60_000;
    static final int STALL_MILLIS = 60_000;
    static final int IDLE_MILLIS = 30_000;
    static final int CREDENTIALS_MILLIS = 60_000;
    static final int HEADER_BYTES = 32_768;

    /**
     * As many as there are ports. The engine limits how many move, and those that it does not move
     * keep their connections: with any number that can be reached they would keep out the others.
     */
    static final int CONNECTIONS_PER_ORIGIN = 65_535;

    static final int THREADS = 4;

    /** Three are taken by Jetty itself: one selects, one produces, one runs what they find. */
    private static final int FEWEST_THREADS = 3;

    private static final int FEWEST_HEADER_BYTES = 1024;

    HttpSettings {
        if (threads < FEWEST_THREADS
                || headerBytes < FEWEST_HEADER_BYTES
                || connectionsPerOrigin < 1) {
            throw new IllegalArgumentException(
                    "at least 3 threads, 1024 bytes of headers and 1 connection, not "
                            + threads
                            + ", "
                            + headerBytes
                            + " and "
                            + connectionsPerOrigin);
        }
    }

    static HttpSettings defaults() {
        return of(Map.of());
    }

    /** Those of a program, by the names that they have in a framework. */
    static HttpSettings of(Map<String, ?> settings) {
        return of(MapConfiguration.of(UrlConfiguration.class, settings));
    }

    static HttpSettings of(UrlConfiguration configuration) {
        return new HttpSettings(
                millis(configuration.connect_millis()),
                millis(configuration.lookup_millis()),
                millis(configuration.answer_millis()),
                millis(configuration.stall_millis()),
                millis(configuration.idle_millis()),
                configuration.header_bytes(),
                most(configuration.max_body_bytes()),
                configuration.connections_per_origin(),
                configuration.threads(),
                tls(configuration),
                proxy(configuration),
                millis(configuration.credentials_millis()),
                configuration.credentials_cleartext(),
                Expansion.of(configuration));
    }

    private static TlsSettings tls(UrlConfiguration configuration) {
        String authorities = configuration.trust_authorities();
        return new TlsSettings(
                KeyFile.of(configuration.trust_store(), configuration._trust_store_password()),
                authorities.isEmpty() ? Optional.empty() : Optional.of(Path.of(authorities)),
                KeyFile.of(configuration.key_store(), configuration._key_store_password()));
    }

    private static ProxySettings proxy(UrlConfiguration configuration) {
        return ProxySettings.of(
                configuration.proxy(),
                List.of(configuration.no_proxy()),
                configuration.proxy_user(),
                configuration._proxy_password());
    }

    HttpSettings trusting(KeyFile store) {
        return new HttpSettings(
                connect,
                lookup,
                answer,
                stall,
                idle,
                headerBytes,
                bodyBytes,
                connectionsPerOrigin,
                threads,
                tls.trusting(store),
                proxy,
                credentials,
                cleartextCredentials,
                expansion);
    }

    private static long most(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a body has 0 bytes or more, not " + bytes);
        }
        return bytes == 0 ? Long.MAX_VALUE : bytes;
    }

    private static Duration millis(int millis) {
        if (millis < 1) {
            throw new IllegalArgumentException("a time is 1 ms or more, not " + millis);
        }
        return Duration.ofMillis(millis);
    }
}
