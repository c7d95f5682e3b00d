package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HttpSenderTest {

    /** Such as a class that is missing from a bundle put together wrongly. */
    @Test
    void anErrorAtTheStartIsToldToWhoeverWaits() {
        HttpSender.Starter missing =
                (settings, threads, newcomers) -> {
                    throw new NoClassDefFoundError("org/eclipse/jetty/Missing");
                };
        try (var sender = new HttpSender(HttpSettings.defaults(), new Providers(), missing)) {
            var answer = sender.send(Opened.request("http://host/"));

            Opened.assertFails(
                    Reason.UNSUPPORTED, "org/eclipse/jetty/Missing", () -> Opened.await(answer));
        }
    }

    /** Such as a file of keys that is being replaced. */
    @Test
    void aStartThatFailedIsTriedAgain() throws Exception {
        var tries = new AtomicInteger();
        HttpSender.Starter atTheSecondTry =
                (settings, threads, newcomers) -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new NoSuchFileException("keys.p12");
                    }
                    return JettyClient.start(settings, threads, newcomers);
                };
        try (var server = new TestServer().content("/a", Sent.bytes(3)).start();
                var sender =
                        new HttpSender(HttpSettings.defaults(), new Providers(), atTheSecondTry)) {
            var request = Opened.request(server.url("/a"));
            Opened.assertFails(
                    Reason.UNSUPPORTED, "keys.p12", () -> Opened.await(sender.send(request)));

            assertThat(Opened.await(sender.send(request))).isInstanceOf(Content.Found.class);
            assertThat(Opened.await(sender.send(request))).isInstanceOf(Content.Found.class);
        }

        assertThat(tries).hasValue(2);
        Leaks.check();
    }
}
