package org.bindhost.bind;

import static java.util.Objects.requireNonNull;

/** What proves to a server who asks. None of it is ever part of a text. */
public sealed interface Credentials {

    /**
     * A name and its password, for {@code Basic} and {@code Digest}.
     *
     * @param user the name
     * @param password the password
     */
    record Password(String user, String password) implements Credentials {

        /** Checks that nothing is missing. */
        public Password {
            requireNonNull(user, "user");
            requireNonNull(password, "password");
        }

        @Override
        public String toString() {
            return "a password";
        }
    }

    /**
     * A token whose bearer is let in, for {@code Bearer}.
     *
     * @param token the token
     */
    record Bearer(String token) implements Credentials {

        /** Checks that nothing is missing. */
        public Bearer {
            requireNonNull(token, "token");
        }

        @Override
        public String toString() {
            return "a token";
        }
    }
}
