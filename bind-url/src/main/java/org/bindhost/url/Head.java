package org.bindhost.url;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.bindhost.spi.Validator;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** What the head of an answer says, in the words of the SPI. */
final class Head {

    private static final int NO_CONTENT = 204;
    private static final int PARTIAL_CONTENT = 206;

    private final int status;
    private final String reason;
    private final HttpFields fields;
    private final boolean bodiless;

    Head(Response response, boolean bodiless) {
        this.status = response.getStatus();
        this.reason = response.getReason() == null ? "" : response.getReason();
        this.fields = response.getHeaders();
        this.bodiless = bodiless || status == NO_CONTENT;
    }

    int status() {
        return status;
    }

    /** Such as {@code "404 Not Found"}. */
    String line() {
        return (status + " " + reason).trim();
    }

    boolean isPartial() {
        return status == PARTIAL_CONTENT;
    }

    /** How many bytes the body has, if that is said. */
    OptionalLong bodyLength() {
        if (bodiless) {
            return OptionalLong.of(0);
        }
        long length = fields.getLongField(HttpHeader.CONTENT_LENGTH);
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    Optional<String> location() {
        return field(HttpHeader.LOCATION);
    }

    Optional<ContentRange> contentRange() {
        return field(HttpHeader.CONTENT_RANGE).flatMap(ContentRange::parse);
    }

    /** The coding of the body, if it has one. */
    Optional<String> coding() {
        return field(HttpHeader.CONTENT_ENCODING)
                .filter(coding -> !coding.toLowerCase(Locale.ROOT).equals("identity"));
    }

    /** What is known of the whole, whose length for a part is what the range says of it. */
    ContentInfo info() {
        OptionalLong whole =
                isPartial()
                        ? contentRange().map(ContentRange::whole).orElse(OptionalLong.empty())
                        : bodyLength();
        return new ContentInfo(
                field(HttpHeader.CONTENT_TYPE),
                whole,
                validator(),
                freshness(),
                isPartial() || field(HttpHeader.ACCEPT_RANGES).filter("bytes"::equals).isPresent());
    }

    private Optional<Validator> validator() {
        return field(HttpHeader.ETAG)
                .map(tag -> new Validator(tag, !tag.startsWith("W/")))
                .or(() -> field(HttpHeader.LAST_MODIFIED).map(date -> new Validator(date, false)));
    }

    private Freshness freshness() {
        boolean storable = true;
        Optional<Duration> lifetime = Optional.empty();
        for (String directive : fields.getCSV(HttpHeader.CACHE_CONTROL, false)) {
            String name = directive.toLowerCase(Locale.ROOT).replace(" ", "");
            if (name.equals("no-store")) {
                storable = false;
            } else if (name.equals("no-cache")) {
                lifetime = Optional.of(Duration.ZERO);
            } else if (name.startsWith("max-age=") && lifetime.isEmpty()) {
                lifetime = seconds(name.substring("max-age=".length()));
            }
        }
        return new Freshness(lifetime, storable);
    }

    private static Optional<Duration> seconds(String text) {
        boolean isNumber = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber && text.length() <= "2147483648".length()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : Optional.empty();
    }

    private Optional<String> field(HttpHeader name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }
}
