package org.bindhost.url;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.bindhost.spi.Validator;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpDateTime;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** What the head of an answer says, in the words of the SPI. */
final class Head {

    private static final int NO_CONTENT = 204;
    private static final int PARTIAL_CONTENT = 206;
    private static final String GREATEST_LENGTH = Long.toString(Long.MAX_VALUE);
    private static final int LONGEST_LENGTH = GREATEST_LENGTH.length();

    private static final Pattern GZIP =
            Pattern.compile("(?i)(application/)?(x-)?gzip(-compressed)?\\s*(;.*)?");

    private final int status;
    private final String reason;
    private final HttpFields fields;
    private final boolean bodiless;
    private final OptionalLong contentLength;

    Head(Response response, boolean bodiless) {
        this.status = response.getStatus();
        this.reason = response.getReason() == null ? "" : response.getReason();
        this.fields = response.getHeaders();
        this.bodiless = bodiless || status == NO_CONTENT;
        this.contentLength = saidLength();
    }

    /** Everything it says, by names in lower case. */
    Map<String, List<String>> fields() {
        return fields(fields);
    }

    static Map<String, List<String>> fields(HttpFields fields) {
        var all = new TreeMap<String, List<String>>();
        for (HttpField field : fields) {
            all.computeIfAbsent(field.getLowerCaseName(), name -> new ArrayList<>())
                    .add(String.valueOf(field.getValue()));
        }
        all.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(all);
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

    /** How many bytes the body has, if that is said, in one way or another. */
    OptionalLong bodyLength() {
        if (bodiless) {
            return OptionalLong.of(0);
        }
        var range = isPartial() ? contentRange() : Optional.<ContentRange>empty();
        return range.isPresent() ? OptionalLong.of(range.get().length()) : contentLength();
    }

    OptionalLong contentLength() {
        return contentLength;
    }

    private OptionalLong saidLength() {
        return only(HttpHeader.CONTENT_LENGTH)
                .filter(Head::isLength)
                .map(length -> OptionalLong.of(Long.parseLong(length)))
                .orElse(OptionalLong.empty());
    }

    /** Whether a length is said that is none, or two that differ: RFC 9110, 8.6. */
    boolean hasSenselessLength() {
        return fields.contains(HttpHeader.CONTENT_LENGTH) && contentLength().isEmpty();
    }

    private static boolean isLength(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return text.length() <= LONGEST_LENGTH
                && (text.length() < LONGEST_LENGTH || text.compareTo(GREATEST_LENGTH) <= 0);
    }

    Optional<String> mediaType() {
        return field(HttpHeader.CONTENT_TYPE);
    }

    /** The entity tag, if it is a strong one. */
    Optional<EntityTag> entityTag() {
        return only(HttpHeader.ETAG).flatMap(EntityTag::strong);
    }

    /** How it wants to be told who asks. */
    List<String> challenges() {
        return fields.getValuesList(HttpHeader.WWW_AUTHENTICATE);
    }

    Optional<String> location() {
        return field(HttpHeader.LOCATION);
    }

    Optional<ContentRange> contentRange() {
        return only(HttpHeader.CONTENT_RANGE).flatMap(ContentRange::parse);
    }

    /** How many bytes the whole has of which no part could be had, if that is said. */
    OptionalLong unsatisfied() {
        return only(HttpHeader.CONTENT_RANGE)
                .map(ContentRange::unsatisfied)
                .orElse(OptionalLong.empty());
    }

    /**
     * The coding of the body, if it has one. A server that calls a file by its type a gzip may call
     * that its coding too, and means the file.
     */
    Optional<String> coding() {
        String codings = String.join(", ", fields.getCSV(HttpHeader.CONTENT_ENCODING, false));
        boolean isNone = codings.isEmpty() || codings.equalsIgnoreCase("identity");
        return isNone || (isGzip(codings) && mediaType().filter(Head::isGzip).isPresent())
                ? Optional.empty()
                : Optional.of(codings);
    }

    private static boolean isGzip(String typeOrCoding) {
        return GZIP.matcher(typeOrCoding).matches();
    }

    /** What is known of the whole, whose length for a part is what the range says of it. */
    ContentInfo info() {
        OptionalLong whole =
                isPartial()
                        ? contentRange().map(ContentRange::whole).orElse(OptionalLong.empty())
                        : bodyLength();
        return new ContentInfo(
                mediaType(), whole, validator(), freshness(), isPartial() || hasRanges());
    }

    /** How long the server wants to be left alone; 0 if it does not say. */
    Duration retryAfter() {
        return field(HttpHeader.RETRY_AFTER).map(this::untilThen).orElse(Duration.ZERO);
    }

    /** A number of seconds, or a date by the server's own clock. */
    private Duration untilThen(String text) {
        Optional<Duration> said = seconds(text.strip());
        if (said.isPresent()) {
            return said.get();
        }
        long then = HttpDateTime.parseToEpoch(text);
        long now = field(HttpHeader.DATE).map(HttpDateTime::parseToEpoch).orElse(-1L);
        return Duration.ofMillis(then < 0 || now < 0 ? 0 : Math.max(0, then - now));
    }

    private boolean hasRanges() {
        return fields.getCSV(HttpHeader.ACCEPT_RANGES, false).stream()
                .anyMatch("bytes"::equalsIgnoreCase);
    }

    private Optional<Validator> validator() {
        return only(HttpHeader.ETAG)
                .map(tag -> new Validator(tag, EntityTag.strong(tag).isPresent()))
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

    /** A field that has one value: what is said twice, and differently, is not said. */
    private Optional<String> only(HttpHeader name) {
        String first = fields.get(name);
        if (first == null || first.isBlank()) {
            return Optional.empty();
        }
        for (HttpField field : fields) { // not a stream: this is asked for each answer
            if (field.getHeader() == name && !first.equals(field.getValue())) {
                return Optional.empty();
            }
        }
        return Optional.of(first);
    }

    private Optional<String> field(HttpHeader name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }
}
