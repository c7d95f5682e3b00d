package org.bindhost.bench.transfer.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command, a process for each body; the shell tells its CPU time. */
final class CurlPeer implements Client {

    /** What {@code times} says of children: user and system, in minutes and seconds. */
    private static final Pattern TIMES =
            Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

    private static final int SECONDS_PER_MINUTE = 60;

    private double cpu;

    @Override
    public long read(String url, Form form) throws Exception {
        return switch (form) {
            case STREAM -> get(url, "/dev/null");
            case PATH -> save(url);
            default -> throw new UnsupportedOperationException("no " + form);
        };
    }

    @Override
    public long save(String url) throws Exception {
        var file = Client.newFile();
        try {
            return get(url, file.toString());
        } finally {
            Files.delete(file);
        }
    }

    private long get(String url, String file) throws IOException, InterruptedException {
        var script = "curl -sS -o \"$1\" -w '%{size_download}\\n' \"$2\" && times";
        var process =
                new ProcessBuilder(List.of("sh", "-c", script, "sh", file, url))
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) {
            throw new IOException("curl says " + said);
        }
        Matcher times = TIMES.matcher(said);
        if (!times.find()) {
            throw new IOException("no CPU time in " + said);
        }
        cpu = seconds(times, 1) + seconds(times, 3);
        return Long.parseLong(said.substring(0, said.indexOf('\n')));
    }

    private static double seconds(Matcher times, int group) {
        return Double.parseDouble(times.group(group)) * SECONDS_PER_MINUTE
                + Double.parseDouble(times.group(group + 1));
    }

    @Override
    public OptionalDouble cpuElsewhere() {
        return OptionalDouble.of(cpu);
    }
}
