package org.bindhost.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** The verbs there are. */
enum Verb {
    GET("fetches names into files", GetVerb::new),
    CAT("writes the bytes of a name to standard output", CatVerb::new),
    PUT("writes a file through a name", PutVerb::new),
    STAT("tells what a name is", StatVerb::new),
    PARSE("tells how a name is understood", ParseVerb::new),
    DRIVERS("lists the drivers present", DriversVerb::new),
    LIST("lists the transfers under way", ListVerb::new),
    SUSPEND("holds transfers still", call -> new HoldVerb(call, Steering.SUSPEND)),
    RESUME("lets suspended transfers go on", call -> new HoldVerb(call, Steering.RESUME)),
    ABORT("ends a transfer", call -> new SteerVerb(call, Steering.ABORT)),
    PRIORITY("sets how urgent a transfer is", PriorityVerb::new),
    HELP("lists the verbs", HelpVerb::new);

    private final String summary;

    @SuppressWarnings("ImmutableEnumChecker") // Constructor references hold nothing.
    private final Function<Call, Callable<Integer>> factory;

    Verb(String summary, Function<Call, Callable<Integer>> factory) {
        this.summary = summary;
        this.factory = factory;
    }

    static Optional<Verb> find(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String summary() {
        return summary;
    }

    /** Makes a call of this verb; picocli fills in its arguments, and then it is run. */
    Callable<Integer> prepare(Call call) {
        return factory.apply(call);
    }
}
