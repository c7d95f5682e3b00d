package org.bindhost.spi;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/** The ability of a {@link MonikerClass} to write what its names denote. */
@ConsumerType
public interface WritableMonikerClass {

    /**
     * Prepares to write what a name denotes anew. Nothing under that name changes before the
     * commit.
     *
     * @param request what is asked; has no range
     * @return where to write to, or a failure with a {@link org.bindhost.bind.BindException}
     */
    CompletionStage<Upload> create(OpenRequest request);
}
