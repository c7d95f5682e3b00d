package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Content;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** S-84: a change of settings ends nothing that was begun, and lets go of what nobody uses. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SendersTest {

    private final TestServer server = new TestServer().content("/a", Sent.bytes(3)).start();
    private final Senders senders =
            new Senders(HttpSettings.defaults(), new Providers(), JettyClient::start);

    @AfterEach
    void stop() {
        senders.close();
        server.close();
        Leaks.check();
    }

    /** Whoever was handed a sender has not asked yet, and finds it open all the same. */
    @Test
    void aChangeBetweenTheHandingOutAndTheQuestionDoesNotEndIt() throws Exception {
        var request = Opened.request(server.url("/a"));

        var answer =
                senders.by(
                        sender -> {
                            senders.change(HttpSettings.defaults());
                            senders.change(HttpSettings.defaults());
                            return sender.send(request);
                        });

        assertThat(Opened.await(answer)).isInstanceOf(Content.Found.class);
    }

    /** However it ended. */
    @Test
    void whoHasAnAnswerUsesTheSenderNoMore() {
        var used = new ArrayList<HttpSender>();
        var why = new BindException(Reason.NOT_FOUND, "none");
        var failed =
                senders.by(
                        sender -> {
                            used.add(sender);
                            return CompletableFuture.<Content>failedStage(why);
                        });
        var thrown =
                senders.by(
                        sender -> {
                            used.add(sender);
                            throw new IllegalStateException("a bug");
                        });

        assertThat(List.of(failed.toCompletableFuture(), thrown.toCompletableFuture()))
                .allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(used).hasSize(2).allMatch(HttpSender::isIdle);
    }
}
