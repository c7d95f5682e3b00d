package org.bindhost.moniker;

/**
 * What two monikers begin with (B-16).
 *
 * <p>Source: {@code IMoniker::CommonPrefixWith} and its result codes.
 *
 * @param relation how the operands relate to their common prefix
 * @param moniker the longest common prefix
 */
public record CommonPrefix(Relation relation, Moniker moniker) {

    /** How two monikers relate to what they have in common. */
    public enum Relation {
        /** The first is a prefix of the second. */
        ME,
        /** The second is a prefix of the first. */
        HIM,
        /** They are equal. */
        US,
        /** What they have in common is shorter than either. */
        BOTH
    }
}
