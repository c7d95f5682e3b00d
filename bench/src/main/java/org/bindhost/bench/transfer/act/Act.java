package org.bindhost.bench.transfer.act;

import org.bindhost.bench.transfer.Figures;

/** What a worker does in a round: one candidate and one workload. */
public interface Act extends AutoCloseable {

    /**
     * Does it once.
     *
     * @return what it showed
     */
    Figures round() throws Exception;

    @Override
    default void close() {}
}
