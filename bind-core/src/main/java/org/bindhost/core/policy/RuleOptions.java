package org.bindhost.core.policy;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads a rule from its options; docs/policy.md has the table. */
final class RuleOptions {

    private static final Set<String> KEYS =
            Set.of(
                    "order",
                    "zones",
                    "bundles",
                    "documents",
                    "hosts",
                    "policy",
                    "classes",
                    "schemes",
                    "addresses",
                    "addresses.refused",
                    "reading",
                    "writing",
                    "beside.document",
                    "redirect.elsewhere",
                    "redirect.downgrade",
                    "redirect.bodies",
                    "redirect.addresses");

    /** What frameworks and their tools put among the options. */
    private static final Pattern NOT_OURS =
            Pattern.compile("(service|component|felix|osgi|org|webconsole|metatype)\\..*|\\..*");

    private static final String KINDS =
            Arrays.stream(AddressKind.values()).map(AddressKind::word).collect(joining(", "));

    private final Options options;

    RuleOptions(String name, Map<String, ?> options) {
        this.options = new Options(name, options);
    }

    OrderedRule read() {
        checkKeys();
        Allowance base = base();
        var allowance =
                new Allowance(
                        words("classes", base.classes()),
                        words("schemes", base.schemes()),
                        addresses("addresses", base.addresses()),
                        access(base.access()),
                        redirects(base.redirects()));
        return new OrderedRule(order(), new Rule(options.name(), scope(), allowance));
    }

    /** What of the scope is wrong is taken for everything; the rule is the first of all. */
    OrderedRule refusing() {
        Scope scope;
        try {
            scope = scope();
        } catch (IllegalArgumentException e) {
            scope = Scope.ALL;
        }
        var rule = new Rule(options.name() + " (wrong)", scope, BuiltIn.NONE.allowance());
        return new OrderedRule(Integer.MIN_VALUE, rule);
    }

    private void checkKeys() {
        for (String key : options.values().keySet()) {
            if (!KEYS.contains(key) && !NOT_OURS.matcher(key).matches()) {
                throw new IllegalArgumentException(
                        "policy \""
                                + options.name()
                                + "\" has no option "
                                + key
                                + ", only "
                                + KEYS.stream().sorted().collect(joining(", ")));
            }
        }
    }

    private int order() {
        return options.one("order", "a whole number", RuleOptions::number).orElse(0);
    }

    private static Optional<Integer> number(String word) {
        return word.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(word)) : Optional.empty();
    }

    private Scope scope() {
        List<Zone> zones =
                options.each(
                        "zones",
                        "one or more of document, bundle, person",
                        word -> found(Zone.values(), Zone::word, word));
        return new Scope(
                Set.copyOf(zones),
                globs("bundles", word -> word),
                globs("documents", word -> word),
                globs("hosts", Origin::plain));
    }

    private List<Glob> globs(String key, Function<String, String> form) {
        return options.words(key).stream().map(word -> new Glob(form.apply(word))).toList();
    }

    private Allowance base() {
        String known =
                "one of "
                        + Arrays.stream(BuiltIn.values()).map(BuiltIn::word).collect(joining(", "));
        return options.one("policy", known, BuiltIn::of).orElse(BuiltIn.DOCUMENTS).allowance();
    }

    private Words words(String key, Words otherwise) {
        List<String> words = options.words(key);
        return words.isEmpty() ? otherwise : new Words(Set.copyOf(words));
    }

    private Addresses addresses(String key, Addresses otherwise) {
        List<Cidr> refused = options.each("addresses.refused", "a range", RuleOptions::range);
        if (options.words(key).isEmpty()) {
            return otherwise.refusing(refused);
        }
        var kinds = EnumSet.noneOf(AddressKind.class);
        var ranges = new ArrayList<Cidr>();
        for (String word : options.words(key)) {
            Optional<AddressKind> kind = found(AddressKind.values(), AddressKind::word, word);
            kind.ifPresentOrElse(kinds::add, () -> ranges.add(rangeOrKind(key, word)));
        }
        return new Addresses(kinds, ranges, refused);
    }

    private Cidr rangeOrKind(String key, String word) {
        return range(word)
                .orElseThrow(() -> options.wrong(key, "kinds (" + KINDS + ") and ranges", word));
    }

    private static Optional<Cidr> range(String word) {
        try {
            return Optional.of(Cidr.of(word));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // whoever asked says what would be right
        }
    }

    private Access access(Access base) {
        return new Access(
                options.allows("reading", base.reading()),
                options.allows("writing", base.writing()),
                options.allows("beside.document", base.besideDocument()));
    }

    private Redirects redirects(Redirects base) {
        return new Redirects(
                options.allows("redirect.elsewhere", base.elsewhere()),
                options.allows("redirect.downgrade", base.downgrade()),
                options.allows("redirect.bodies", base.bodies()),
                addresses("redirect.addresses", base.addresses()));
    }

    private static <T> Optional<T> found(T[] values, Function<T, String> text, String word) {
        return Arrays.stream(values).filter(value -> text.apply(value).equals(word)).findFirst();
    }
}
