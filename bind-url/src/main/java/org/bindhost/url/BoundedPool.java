package org.bindhost.url;

import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.MultiplexConnectionPool;
import org.eclipse.jetty.util.ConcurrentPool;

/**
 * The connections of one origin, of which each carries no more than so many exchanges, whatever the
 * server would take: its window is made for that many.
 */
final class BoundedPool extends MultiplexConnectionPool {

    BoundedPool(Destination destination, int connections, int exchanges) {
        super(
                destination,
                () ->
                        new ConcurrentPool<>(
                                ConcurrentPool.StrategyType.FIRST,
                                connections,
                                connection ->
                                        Math.min(
                                                exchanges,
                                                newMaxMultiplexer(1).applyAsInt(connection))),
                1);
    }
}
