package org.bindhost.url;

import java.util.Map;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/** What the status of an answer means to who writes. */
final class WriteAnswers {

    private static final int FIRST_OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int NOT_MODIFIED = 304;
    private static final int FIRST_CLIENT_ERROR = 400;

    private static final Map<Integer, Reason> REFUSALS =
            Map.ofEntries(
                    Map.entry(401, Reason.ACCESS_DENIED),
                    Map.entry(402, Reason.ACCESS_DENIED),
                    Map.entry(403, Reason.ACCESS_DENIED),
                    Map.entry(404, Reason.NOT_FOUND),
                    Map.entry(405, Reason.UNSUPPORTED),
                    Map.entry(407, Reason.ACCESS_DENIED),
                    Map.entry(409, Reason.CHANGED), // what is there is not what it would replace
                    Map.entry(410, Reason.NOT_FOUND),
                    Map.entry(411, Reason.UNSUPPORTED),
                    Map.entry(412, Reason.CHANGED),
                    Map.entry(413, Reason.ACCESS_DENIED),
                    Map.entry(415, Reason.UNSUPPORTED),
                    Map.entry(423, Reason.ACCESS_DENIED),
                    Map.entry(428, Reason.ACCESS_DENIED),
                    Map.entry(501, Reason.UNSUPPORTED));

    private WriteAnswers() {}

    /**
     * Checks that what was written has been taken.
     *
     * @param whole whether all of it had been sent
     * @throws BindException if it has not
     */
    static void check(Answer answer, boolean whole) throws BindException {
        Asked asked = answer.asked();
        Head head = answer.head();
        int status = head.status();
        if (status >= FIRST_OK && status < MULTIPLE_CHOICES) {
            if (!whole) {
                throw asked.senseless(head, " before all was sent");
            }
            return;
        }
        if (status < FIRST_CLIENT_ERROR && status != NOT_MODIFIED) {
            throw asked.failure(
                    Reason.REDIRECT_FAILED, head, ", and what was written cannot be sent again");
        }
        if (HttpAnswers.BUSY.contains(status)) {
            throw BindException.busy(asked.message(head, ""), head.retryAfter());
        }
        Reason other = status == NOT_MODIFIED ? Reason.PROTOCOL : Reason.SERVER_FAILED;
        throw asked.failure(REFUSALS.getOrDefault(status, other), head, "");
    }
}
