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
     * @param type what the item is to be
     * @param context the context of the bind
     * @param <T> what the item is to be
     * @return the item, or a failure with a {@link BindException} of reason {@code NOT_FOUND} or
     *     {@code UNSUPPORTED}
     */
    <T> CompletionStage<T> item(String item, Class<T> type, BindContext context);

    /**
     * Lists the items.
     *
     * @return their names, a snapshot
     */
    CompletionStage<List<String>> items();
}
