package org.bindhost.spi;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/** The ability of a {@link MonikerClass} to write what its names denote. */
@ConsumerType
public interface WritableMonikerClass {

    /**
     * Prepares to write what a name denotes: anew, or behind what is there. Nothing under that name
     * changes before the commit.
     *
     * @param request what is asked; has no range
     * @return where to write to, or a failure with a {@link org.bindhost.bind.BindException}
     */
    CompletionStage<Upload> create(OpenRequest request);

    /**
     * Tells whether this class honours {@link OpenRequest#appends()}. Others are never asked to.
     *
     * @return {@code true} if it does. An append is as much of a piece as a write: the commit makes
     *     the old and the new appear together, and fails with reason {@code CHANGED} if the old is
     *     another by then, so that of several that append at once none is lost unnoticed
     */
    default boolean canAppend() {
        return false;
    }
}
