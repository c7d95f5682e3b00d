package org.bindhost.core.engine;

import java.nio.file.Path;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.Priority;
import org.bindhost.spi.ContentInfo;

/** One bind that wants the resource. Called by any thread, without a lock. */
interface Member {

    Outlet outlet();

    /** Whether bytes are to come only as they are read. */
    boolean isPull();

    Priority priority();

    boolean isSuspended();

    void status(BindStatus status, String text);

    /** It broke off, and is taken up again. */
    void resuming(String why);

    /** It was found. */
    void found(ContentInfo info, Optional<Path> file);

    /** Bytes have come. */
    void arrived();

    /** All have come. */
    void complete();

    void failed(BindException failure);
}
