package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How servers say what they want to be told: RFC 9110, 11.6.1. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class ServerChallengeTest {

    private static List<String> schemes(String... fields) {
        return ServerChallenge.all(List.of(fields)).stream()
                .map(it -> it.scheme() + " " + it.realm())
                .toList();
    }

    @Test
    void severalInOneFieldAndInMoreAreOneListBestFirst() {
        assertThat(
                        schemes(
                                "Basic realm=\"a, b=c\" , Bearer",
                                "Negotiate abc==, DIGEST Realm = d,nonce=\"\""))
                .containsExactly("digest d", "bearer ", "basic a, b=c");
    }

    @Test
    void ofTwoDigestsTheStrongerComesFirst() {
        var found =
                ServerChallenge.all(
                        List.of("Digest algorithm=MD5, realm=a", "Digest algorithm=sha-256"));

        assertThat(found).extracting(ServerChallenge::algorithm).containsExactly("SHA-256", "MD5");
    }

    @Test
    void quotedTextIsReadAsItWasMeant() {
        var found = ServerChallenge.all(List.of("Basic realm=\"a \\\"b\\\" \\\\ c\""));

        assertThat(found.get(0).parameters()).isEqualTo(Map.of("realm", "a \"b\" \\ c"));
    }

    @Test
    void whatIsSaidTwiceIsAsItWasSaidFirst() {
        assertThat(schemes("Basic realm=a, realm=b")).containsExactly("basic a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",,,", "realm=a", "=", "\"Basic\"", "Basic=a", "Unknown a=b"})
    void whatMakesNoSenseIsLeftOut(String field) {
        assertThat(schemes(field)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\\"", "a ", "a=", ", ", "=", "Basic ", "\t"})
    void howeverLongItIsReadAtOnce(String piece) {
        String hostile = "Basic realm=\"" + piece.repeat(100_000);

        assertThat(schemes(hostile, "Basic " + piece.repeat(100_000))).hasSizeLessThan(200_000);
    }
}
