package org.bindhost.url;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bindhost.bind.BindException;
import org.bindhost.spi.AddressPolicy;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks hosts up, and hands on precisely the addresses that the policy of the bind allows: those
 * are connected to, and no others. Tells those who wait for a connection how far it is.
 */
final class VettingResolver implements SocketAddressResolver {

    private final ExecutorService lookups;
    private final ScheduledExecutorService timer;
    private final Executor pool;
    private final Duration most;
    private final Newcomers newcomers;
    private final Lookup lookup;

    /** Finds the addresses of a host: asked once for a connection, and believed for that one. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    VettingResolver(DriverThreads threads, Duration most, Newcomers newcomers, Lookup lookup) {
        this.lookup = lookup;
        this.lookups = threads.lookups();
        this.timer = threads.timer();
        this.pool = threads.pool();
        this.most = most;
        this.newcomers = newcomers;
    }

    @Override
    public void resolve(
            String host,
            int port,
            Map<String, Object> context,
            Promise<List<InetSocketAddress>> promise) {
        var destination = (Destination) context.get(Destination.CONTEXT_KEY);
        Origin origin = destination.getOrigin();
        newcomers.finding(origin);
        var once = new Once(promise);
        try {
            once.limit(
                    timer.schedule(
                            () -> once.fail(tooLong(host)),
                            most.toMillis(),
                            TimeUnit.MILLISECONDS));
            lookups.execute(() -> lookUp(host, port, destination, once));
        } catch (RejectedExecutionException e) {
            once.fail(e);
        }
    }

    private void lookUp(String host, int port, Destination destination, Once once) {
        try {
            var vetted = vetted(host, port, ProxyRoute.policy(destination));
            newcomers.connecting(destination.getOrigin(), vetted.get(0));
            once.succeed(vetted);
        } catch (UnknownHostException | BindException e) {
            once.fail(e);
        } catch (RuntimeException e) { // such as a name that the JDK refuses to look up
            once.fail(e);
        }
    }

    /** At least one. They keep the host's name, which the check of the certificate needs. */
    private List<InetSocketAddress> vetted(String host, int port, AddressPolicy policy)
            throws UnknownHostException, BindException {
        var allowed = new ArrayList<InetSocketAddress>();
        BindException denial = null;
        for (InetAddress address : lookup.addresses(host)) {
            var candidate = new InetSocketAddress(address, port);
            try {
                policy.check(host, candidate);
                allowed.add(candidate);
            } catch (BindException e) {
                denial = e;
            }
        }
        if (allowed.isEmpty() && denial != null) {
            throw denial;
        }
        return allowed;
    }

    private TimeoutException tooLong(String host) {
        return new TimeoutException("looking up " + host + " took more than " + most);
    }

    /** Answers once, on Jetty's threads, so that those that look up are free again. */
    private final class Once {

        private final Promise<List<InetSocketAddress>> promise;
        private final AtomicBoolean answered = new AtomicBoolean();
        private volatile ScheduledFuture<?> limit;

        Once(Promise<List<InetSocketAddress>> promise) {
            this.promise = promise;
        }

        void limit(ScheduledFuture<?> task) {
            limit = task;
            if (answered.get()) {
                task.cancel(false);
            }
        }

        void succeed(List<InetSocketAddress> addresses) {
            answer(() -> promise.succeeded(addresses));
        }

        void fail(Throwable failure) {
            answer(() -> promise.failed(failure));
        }

        private void answer(Runnable answer) {
            if (!answered.compareAndSet(false, true)) {
                return;
            }
            if (limit != null) {
                limit.cancel(false);
            }
            try {
                pool.execute(answer);
            } catch (RejectedExecutionException e) {
                promise.failed(e); // a look-up that outlived the driver
            }
        }
    }
}
