package org.bindhost.core.spool;

import org.bindhost.bind.BindException;

/** Someone who reads a spool. */
public interface Reader extends AutoCloseable {

    /** The first byte that must not be dropped yet. */
    long needsFrom();

    /** Whether it reads nothing any more. */
    boolean isClosed();

    /** Fails what it reads from now on, whatever others may read. */
    void fail(BindException cause);

    @Override
    void close();
}
