package org.bindhost.url;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.bindhost.bind.BindStatus;
import org.bindhost.spi.StatusSink;
import org.eclipse.jetty.client.Origin;

/**
 * The requests that have no connection yet, and hear what is done to get them one. Connections are
 * made for an origin and not for a request: all that wait for that origin hear of it, and those
 * that find a connection ready hear nothing (D-08).
 */
final class Newcomers {

    private enum Told {
        NOTHING,
        HOST,
        ADDRESS,
        REQUEST
    }

    private final Set<Newcomer> waiting = ConcurrentHashMap.newKeySet();

    /** Counts a request in, until {@link Newcomer#sends} or {@link Newcomer#leaves}. */
    Newcomer add(Origin origin, StatusSink status) {
        var newcomer = new Newcomer(origin, status);
        waiting.add(newcomer);
        return newcomer;
    }

    /** The host of an origin is being looked up. */
    void finding(Origin origin) {
        String host = origin.getAddress().getHost();
        for (Newcomer each : waiting) {
            if (each.origin.equals(origin)) {
                each.tell(Told.NOTHING, Told.HOST, BindStatus.FINDING_RESOURCE, host);
            }
        }
    }

    /** An address of that host is going to be connected to. */
    void connecting(Origin origin, InetSocketAddress address) {
        String text = text(address);
        for (Newcomer each : waiting) {
            if (each.origin.equals(origin)) {
                each.tell(Told.HOST, Told.ADDRESS, BindStatus.CONNECTING, text);
            }
        }
    }

    private static String text(InetSocketAddress address) {
        String literal = address.getAddress().getHostAddress();
        boolean six = address.getAddress() instanceof Inet6Address;
        return (six ? "[" + literal + "]" : literal) + ":" + address.getPort();
    }

    /** One request. */
    final class Newcomer {

        private final Origin origin;
        private final StatusSink status;
        private final AtomicReference<Told> told = new AtomicReference<>(Told.NOTHING);

        private Newcomer(Origin origin, StatusSink status) {
            this.origin = origin;
            this.status = status;
        }

        /** It has a connection now, and is sent. */
        void sends(String name) {
            leaves();
            told.set(Told.REQUEST);
            status.report(BindStatus.SENDING_REQUEST, name);
        }

        /** It is sent, or never will be. */
        void leaves() {
            waiting.remove(this);
        }

        private void tell(Told before, Told after, BindStatus reached, String text) {
            if (told.compareAndSet(before, after)) {
                status.report(reached, text);
            }
        }
    }
}
