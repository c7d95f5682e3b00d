package org.bindhost.bench.transfer.act;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the kernel keeps, as Linux tells it. */
final class Kernel {

    private static final List<Path> SOCKETS =
            List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    // The columns of those files.
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int QUEUES = 4;

    private static final String LISTENING = "0A";
    private static final int HEX = 16;

    private Kernel() {}

    /** Bytes on their way from a port: sent and not received, received and not read. */
    static long bytesFrom(int port) throws IOException {
        long total = 0;
        for (Path file : SOCKETS) {
            try (Stream<String> lines = Files.lines(file)) {
                total += lines.skip(1).mapToLong(line -> bytesFrom(port, line)).sum();
            }
        }
        return total;
    }

    private static long bytesFrom(int port, String line) {
        String[] columns = line.strip().split("\\s+", -1);
        if (columns[STATE].equals(LISTENING)) {
            return 0;
        }
        String[] queues = columns[QUEUES].split(":", -1);
        long sent = isPort(columns[LOCAL], port) ? Long.parseLong(queues[0], HEX) : 0;
        long arrived = isPort(columns[REMOTE], port) ? Long.parseLong(queues[1], HEX) : 0;
        return sent + arrived;
    }

    private static boolean isPort(String address, int port) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), HEX) == port;
    }

    /** What of this process is in memory. */
    static long residentBytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String line = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElse("VmRSS: 0");
            return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
    }
}
