package org.bindhost.bind;

import org.osgi.annotation.versioning.ProviderType;

/** Something registered until it is revoked. */
@ProviderType
public interface Registration extends AutoCloseable {

    /** Revokes it. Has no effect the second time. */
    @Override
    void close();
}
