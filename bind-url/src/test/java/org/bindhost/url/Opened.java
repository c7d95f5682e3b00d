package org.bindhost.url;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Content;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.testkit.PlainRequest;

/** Asks a driver directly, without the engine, and waits for what it says. */
final class Opened {

    private Opened() {}

    static PlainRequest request(String url) {
        return new PlainRequest(Named.part(url));
    }

    static Content content(MonikerClass driver, OpenRequest request) throws BindException {
        return await(driver.open(request));
    }

    static Content await(CompletionStage<Content> answer) throws BindException {
        try {
            return answer.toCompletableFuture().orTimeout(10, SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BindException failure) {
                throw failure;
            }
            throw e;
        }
    }

    static void assertFails(Reason reason, String message, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        BindException.class,
                        e -> {
                            assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
                            assertThat(e).hasMessageContaining(message);
                        });
    }
}
