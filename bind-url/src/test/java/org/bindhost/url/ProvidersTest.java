package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.CredentialsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * S-82: who keeps what was known hears of each change, for as long as there is anything to keep.
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ProvidersTest {

    private static final CredentialsProvider NOBODY =
            challenge -> CompletableFuture.completedStage(Optional.empty());

    private final Providers providers = new Providers();
    private final List<String> heard = new ArrayList<>();

    /** As senders of former settings do. */
    @Test
    void allHearOfAChange() {
        providers.onChange(() -> heard.add("former"));
        providers.onChange(() -> heard.add("present"));

        providers.add(NOBODY, false, 0);
        providers.remove(NOBODY);

        assertThat(heard).containsExactly("former", "present", "former", "present");
    }

    @Test
    void whoLeftHearsNothing() {
        Runnable leave = providers.onChange(() -> heard.add("gone"));

        leave.run();
        leave.run();
        providers.add(NOBODY, false, 0);

        assertThat(heard).isEmpty();
    }

    @Test
    void aSenderThatIsClosedIsLetGo() {
        HttpSender.Starter never =
                (settings, threads, newcomers) -> {
                    throw new ClassNotFoundException("none");
                };
        try (var sender = new HttpSender(HttpSettings.defaults(), providers, never)) {
            var answer = sender.send(Opened.request("http://host/"));
            Opened.assertFails(Reason.UNSUPPORTED, "none", () -> Opened.await(answer));
            assertThat(providers.listeners()).isOne();
        }

        assertThat(providers.listeners()).isZero();
    }
}
