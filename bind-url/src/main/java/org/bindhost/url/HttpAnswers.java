package org.bindhost.url;

import java.util.Map;
import java.util.Set;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Body;
import org.bindhost.spi.Content;

/** What the status of an answer means. */
final class HttpAnswers {

    private static final int MULTIPLE_CHOICES = 300;
    private static final int FIRST_OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int SEE_OTHER = 303;
    private static final int FIRST_FAITHFUL = 307;

    private static final Map<Integer, Reason> REFUSALS =
            Map.of(
                    401, Reason.ACCESS_DENIED,
                    403, Reason.ACCESS_DENIED,
                    404, Reason.NOT_FOUND,
                    405, Reason.UNSUPPORTED,
                    406, Reason.UNSUPPORTED,
                    407, Reason.ACCESS_DENIED,
                    410, Reason.NOT_FOUND,
                    412, Reason.CHANGED);

    /** Those that say that it may go better later. */
    static final Set<Integer> BUSY = Set.of(408, 425, 429, 502, 503, 504);

    private HttpAnswers() {}

    /**
     * Tells what an answer is.
     *
     * @throws BindException if it is a failure
     */
    static Content content(Asked asked, Head head, Body body) throws BindException {
        int status = head.status();
        if (status == RANGE_NOT_SATISFIABLE) {
            throw PartialAnswer.refused(asked, head);
        }
        if (REDIRECTS.contains(status)) {
            return redirect(asked, head);
        }
        if (status >= FIRST_OK && status < MULTIPLE_CHOICES) {
            return found(asked, head, body);
        }
        if (status == NOT_MODIFIED && asked.isConditional()) {
            throw asked.failure(Reason.NOT_MODIFIED, head, "");
        }
        if (BUSY.contains(status)) {
            throw BindException.busy(asked.message(head, ""), head.retryAfter());
        }
        boolean senseless = status < FIRST_CLIENT_ERROR || status == NOT_MODIFIED;
        Reason other = senseless ? Reason.PROTOCOL : Reason.SERVER_FAILED;
        throw asked.failure(REFUSALS.getOrDefault(status, other), head, "");
    }

    private static Content redirect(Asked asked, Head head) throws BindException {
        String target =
                head.location().orElseThrow(() -> asked.senseless(head, ", but not where it is"));
        boolean keepsVerb = keepsVerb(asked.request().getMethod(), head.status());
        if (keepsVerb && asked.body().filter(body -> !body.repeatable()).isPresent()) {
            throw asked.failure(
                    Reason.REDIRECT_FAILED,
                    head,
                    ", to where the body would go that cannot be read again");
        }
        return new Content.Redirect(WrittenNames.ofHeader(target), keepsVerb);
    }

    /** What always was made of a {@code POST} stays so, and is done to no other: RFC 9110, 15.4. */
    private static boolean keepsVerb(String verb, int status) {
        if (status == SEE_OTHER) {
            return verb.equals("HEAD");
        }
        return status >= FIRST_FAITHFUL || !verb.equals("POST");
    }

    private static Content found(Asked asked, Head head, Body body) throws BindException {
        if (head.hasSenselessLength()) {
            throw asked.senseless(head, " of a length that is none");
        }
        if (head.coding().isPresent()) {
            return CodedBody.content(asked, head, head.coding().get(), body);
        }
        long offset = head.isPartial() ? PartialAnswer.offset(asked, head) : 0;
        return new Content.Found(head.info(), offset, body);
    }
}
