package org.bindhost.core.policy;

import java.util.Optional;

/**
 * A rule: what is allowed to whom.
 *
 * @param name what it is called in messages
 * @param scope whom it is about
 * @param allowance what it allows them
 */
record Rule(String name, Scope scope, Allowance allowance) {

    /** What holds as long as there are too few rules: nothing is allowed. */
    static Rule waiting(int there, int expected) {
        return new Rule(
                "policy.rules: " + there + " of " + expected + " are there",
                Scope.ALL,
                BuiltIn.NONE.allowance());
    }

    boolean isAbout(Optional<String> host) {
        return scope.isAbout(host);
    }

    /** As it ends a message. */
    String signature() {
        return "by policy \"" + name + "\"";
    }
}
