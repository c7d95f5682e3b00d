package org.bindhost.core.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The options of one rule as they were written; what is empty was not said.
 *
 * @param name what the rule is called
 * @param values the values by their keys: texts, numbers, arrays and collections of them
 */
record Options(String name, Map<String, ?> values) {

    List<String> words(String key) {
        Object value = values.get(key);
        List<?> all =
                value instanceof Object[] array
                        ? Arrays.asList(array)
                        : value instanceof Collection<?> many
                                ? List.copyOf(many)
                                : Optional.ofNullable(value).stream().toList();
        return all.stream()
                .map(each -> String.valueOf(each).strip())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Reads the only word of a list, if there is one. */
    <T> Optional<T> one(String key, String wanted, Function<String, Optional<T>> reading) {
        List<String> all = words(key);
        if (all.size() > 1) {
            throw wrong(key, wanted, String.join(", ", all));
        }
        return each(key, wanted, reading).stream().findFirst();
    }

    /** Reads each word of a list. */
    <T> List<T> each(String key, String wanted, Function<String, Optional<T>> reading) {
        return words(key).stream()
                .map(word -> reading.apply(word).orElseThrow(() -> wrong(key, wanted, word)))
                .toList();
    }

    /** Reads "allow" or "refuse". */
    boolean allows(String key, boolean otherwise) {
        return one(key, "\"allow\" or \"refuse\"", Options::allows).orElse(otherwise);
    }

    private static Optional<Boolean> allows(String word) {
        return switch (word) {
            case "allow" -> Optional.of(true);
            case "refuse" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    IllegalArgumentException wrong(String key, String wanted, String found) {
        return new IllegalArgumentException(
                "policy \"" + name + "\": " + key + " is " + wanted + ", not \"" + found + "\"");
    }
}
