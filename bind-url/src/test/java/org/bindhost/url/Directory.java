package org.bindhost.url;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Tells addresses of hosts as the test has it, one answer after another, and the last for ever. */
final class Directory implements VettingResolver.Lookup {

    private final Map<String, Deque<InetAddress[]>> answers = new ConcurrentHashMap<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** Adds one answer for a host: addresses of version 4. */
    Directory on(String host, String... addresses) {
        answers.computeIfAbsent(host, key -> new ArrayDeque<>())
                .add(Arrays.stream(addresses).map(Directory::address).toArray(InetAddress[]::new));
        return this;
    }

    /** The hosts that were looked up, in order. */
    Queue<String> asked() {
        return asked;
    }

    /** A driver that looks up nowhere else. */
    UrlMonikerClass driver() {
        var settings = HttpSettings.defaults();
        HttpSender.Starter starter =
                (how, threads, newcomers) ->
                        JettyClient.start(
                                how,
                                threads,
                                new VettingResolver(threads, how.lookup(), newcomers, this));
        return new UrlMonikerClass(settings, starter);
    }

    @Override
    public synchronized InetAddress[] addresses(String host) throws UnknownHostException {
        asked.add(host);
        var left = answers.get(host);
        if (left == null) {
            throw new UnknownHostException(host);
        }
        return left.size() > 1 ? left.remove() : left.element();
    }

    private static InetAddress address(String literal) {
        var bytes = new byte[4];
        String[] numbers = literal.split("\\.", -1);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(numbers[i]);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
