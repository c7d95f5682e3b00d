package org.bindhost.examples.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.osgi.service.component.annotations.Component;

/** The names {@code clock:ZONE}, such as {@code clock:UTC}: the time there, as a line of text. */
@Component(
        service = MonikerClass.class,
        property = {MonikerClass.NAME + "=clock", MonikerClass.SCHEMES + "=clock"})
public final class ClockMonikerClass implements MonikerClass {

    private static final Pattern NAME = Pattern.compile("clock:([A-Za-z0-9/_+-]+)");
    private static final DateTimeFormatter SENTENCE =
            DateTimeFormatter.ofPattern("'It is' EEEE, d MMMM uuuu, HH:mm:ss", Locale.ENGLISH);

    /** It is another time already: not to be used twice, and not to be kept. */
    private static final Freshness STALE = new Freshness(Optional.of(Duration.ZERO), false);

    private final Clock clock;

    /** Creates the class, as a framework or a {@link java.util.ServiceLoader} does. */
    public ClockMonikerClass() {
        this(Clock.systemUTC());
    }

    ClockMonikerClass(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public boolean isAsynchronous() {
        return false; // nothing here has to be waited for
    }

    /** By its form alone: whether there is such a zone is found out when the name is opened. */
    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        Matcher matcher = NAME.matcher(text);
        if (!matcher.lookingAt()) {
            return Recognition.foreign();
        }
        var part = new MonikerPart(name(), matcher.group(1), matcher.group());
        return new Recognition.Found(part, matcher.end());
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        String zone = request.name().key();
        try {
            var bytes = sentence(ZoneId.of(zone)).getBytes(UTF_8);
            return CompletableFuture.completedStage(
                    new Content.Found(info(bytes.length), 0, new BytesBody(bytes)));
        } catch (DateTimeException e) {
            var failure = new BindException(Reason.NOT_FOUND, "there is no time zone " + zone, e);
            return CompletableFuture.failedStage(failure);
        }
    }

    private String sentence(ZoneId zone) {
        return SENTENCE.format(ZonedDateTime.now(clock.withZone(zone)))
                + ", by the clocks of the time zone "
                + zone
                + ".\n";
    }

    private static ContentInfo info(long length) {
        return new ContentInfo(
                Optional.of("text/plain;charset=utf-8"),
                OptionalLong.of(length),
                Optional.empty(),
                STALE,
                false);
    }
}
