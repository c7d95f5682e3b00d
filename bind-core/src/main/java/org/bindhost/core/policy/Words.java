package org.bindhost.core.policy;

import java.util.Set;

/**
 * A set of words, or all words.
 *
 * @param words the words; {@code *} stands for all
 */
record Words(Set<String> words) {

    static final String ALL = "*";

    Words {
        words = Set.copyOf(words);
    }

    static Words of(String... words) {
        return new Words(Set.of(words));
    }

    boolean have(String word) {
        return words.contains(ALL) || words.contains(word);
    }
}
