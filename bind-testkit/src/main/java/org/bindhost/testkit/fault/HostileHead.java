package org.bindhost.testkit.fault;

/**
 * What comes in place of a head.
 *
 * @see Fault#hostile
 */
public enum HostileHead {
    /** Fields without end; 16 MiB of them, and then the connection is cut. */
    ENDLESS,
    /** Interim answers without end, as long. */
    INTERIM_FOREVER,
    /** A head without a status. */
    NO_STATUS,
    /** A status that is no number. */
    BAD_STATUS,
    /** By HTTP/1.1 a version that there is not, by HTTP/2 a field name in capitals. */
    BAD_VERSION,
    /** Bytes of another protocol. */
    OTHER_PROTOCOL;

    static final long MOST_BYTES = 16L << 20;

    /** What is written once by HTTP/1.1. */
    String start() {
        return switch (this) {
            case ENDLESS -> "HTTP/1.1 200 OK\r\n";
            case INTERIM_FOREVER -> "";
            case NO_STATUS -> "HTTP/1.1 OK\r\n\r\n";
            case BAD_STATUS -> "HTTP/1.1 2x0 OK\r\nContent-Length: 0\r\n\r\n";
            case BAD_VERSION -> "HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n";
            case OTHER_PROTOCOL -> "220 ready\r\n331 password required\r\n\r\n";
        };
    }

    /** What is written over and over by HTTP/1.1. */
    String unit() {
        return switch (this) {
            case ENDLESS -> "X-More: and more\r\n";
            case INTERIM_FOREVER -> "HTTP/1.1 103 Early Hints\r\nX-More: to come\r\n\r\n";
            default -> "";
        };
    }
}
