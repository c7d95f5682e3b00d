package org.bindhost.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bindhost.bind.Credentials;
import org.eclipse.jetty.client.Authentication;
import org.eclipse.jetty.client.DigestAuthentication;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Attributes;

/** Says in a request who asks. Has no text: it holds a secret. */
interface Authorization {

    Pattern TOKEN = Pattern.compile("[0-9A-Za-z._~+/-]+=*");

    /** Adds it to a request that is about to be sent. */
    void applyTo(Request request);

    /** Whether it says the same to each request, and can be said before it is asked for. */
    boolean isLasting();

    /** Makes it of credentials, if they are of the kind that is wanted. */
    static Optional<Authorization> of(
            ServerChallenge challenge, Credentials credentials, HttpHeader field) {
        if (credentials instanceof Credentials.Bearer bearer) {
            boolean fits =
                    challenge.scheme().equals("bearer") && TOKEN.matcher(bearer.token()).matches();
            return fits
                    ? Optional.of(lasting(field, "Bearer " + bearer.token()))
                    : Optional.empty();
        }
        var password = (Credentials.Password) credentials;
        return switch (challenge.scheme()) {
            case "basic" -> basic(password, field);
            case "digest" -> Digest.of(challenge, password, field);
            default -> Optional.empty();
        };
    }

    private static Optional<Authorization> basic(Credentials.Password password, HttpHeader field) {
        boolean fits =
                password.user().indexOf(':') < 0
                        && (password.user() + password.password())
                                .chars()
                                .noneMatch(Character::isISOControl);
        byte[] both = (password.user() + ":" + password.password()).getBytes(UTF_8);
        String value = "Basic " + Base64.getEncoder().encodeToString(both);
        return fits ? Optional.of(lasting(field, value)) : Optional.empty();
    }

    private static Authorization lasting(HttpHeader field, String value) {
        return new Authorization() {
            @Override
            public void applyTo(Request request) {
                request.headers(fields -> fields.put(field, value));
            }

            @Override
            public boolean isLasting() {
                return true;
            }
        };
    }

    /** A proof of a password that was made for one challenge. */
    final class Digest implements Authorization {

        private static final Set<String> ALGORITHMS = Set.of("MD5", "SHA-256");

        private final Authentication.Result result;

        private Digest(Authentication.Result result) {
            this.result = result;
        }

        /** What a server writes stands in our request: nothing in it may end the quotes. */
        static Optional<Authorization> of(
                ServerChallenge challenge, Credentials.Password password, HttpHeader field) {
            var said = challenge.parameters();
            boolean fits =
                    ALGORITHMS.contains(challenge.algorithm())
                            && List.of(said.getOrDefault("qop", "").split("[ ,]+")).contains("auth")
                            && said.values().stream()
                                    .noneMatch(it -> it.matches("(?s).*[\"\\\\].*"))
                            && password.user().matches("[ !#-\\[\\]-~]*")
                            && !challenge.realm().isEmpty();
            if (!fits) {
                return Optional.empty();
            }
            var digest =
                    new DigestAuthentication(
                            URI.create("http://host/"),
                            challenge.realm(),
                            password.user(),
                            password.password());
            var info = new Authentication.HeaderInfo(field, "Digest", said);
            return Optional.ofNullable(
                            digest.authenticate(null, null, info, new Attributes.Mapped()))
                    .map(Digest::new);
        }

        @Override
        public void applyTo(Request request) {
            result.apply(request);
        }

        @Override
        public boolean isLasting() {
            return false;
        }
    }
}
