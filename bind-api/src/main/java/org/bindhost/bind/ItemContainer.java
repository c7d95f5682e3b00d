package org.bindhost.bind;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something with named items in it, such as a directory or an archive; what the part to the left of
 * an item must be (B-29).
 *
 * <p>Source: {@code IOleItemContainer}.
 */
@ConsumerType
public interface ItemContainer {

    /**
     * Finds an item.
     *
     * @param item its name, without delimiter
     * @param type what the item is to be; a {@link java.nio.channels.ReadableByteChannel} if its
     *     bytes are wanted, which whoever asked closes
     * @param speed how long it may take
     * @param context the context of the bind, shared by all parts of a name (C-05)
     * @param <T> what the item is to be
     * @return the item, or a failure with a {@link BindException}: {@code NOT_FOUND} if there is
     *     none of that name, whatever the speed; {@code DEADLINE} if it takes longer than allowed
     *     (B-31); {@code UNSUPPORTED} if it cannot be had as that
     */
    <T> CompletionStage<T> item(String item, Class<T> type, BindSpeed speed, BindContext context);

    /**
     * Lists the items.
     *
     * @return their names, a snapshot
     */
    CompletionStage<List<String>> items();
}
