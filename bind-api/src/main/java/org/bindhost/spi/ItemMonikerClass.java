package org.bindhost.spi;

import org.bindhost.moniker.Moniker;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The ability of a {@link MonikerClass} to recognise names that follow others, such as {@code
 * !item} after the name of a container. The class of what stands to the left is asked first, the
 * others follow by rank, and at last comes the class {@code item}, which recognises any.
 *
 * <p>Source: {@code IMoniker::ParseDisplayName}, which asks what stands to the left.
 */
@ConsumerType
public interface ItemMonikerClass {

    /**
     * Recognises a name of this class at the start of what is left of a text. Must not wait.
     *
     * @param rest what is still to be parsed, not empty; begins with the delimiter, unless the name
     *     to the left ended early
     * @param left what was understood so far
     * @return the name, or why there is none
     */
    Recognition recognizeItem(String rest, Moniker left);
}
