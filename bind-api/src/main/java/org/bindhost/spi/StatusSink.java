package org.bindhost.spi;

import org.bindhost.bind.BindStatus;
import org.osgi.annotation.versioning.ProviderType;

/** Where a driver reports what is going on before the first byte. */
@ProviderType
public interface StatusSink {

    /**
     * Reports a status. The engine keeps the order, and leaves out what comes too late.
     *
     * @param status one of {@code FINDING_RESOURCE}, {@code CONNECTING}, {@code SENDING_REQUEST}
     * @param text what the status says it is
     */
    void report(BindStatus status, String text);
}
