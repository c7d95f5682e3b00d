package org.bindhost.url;

import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException.Reason;
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
}
