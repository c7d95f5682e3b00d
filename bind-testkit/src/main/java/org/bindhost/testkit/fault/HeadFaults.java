package org.bindhost.testkit.fault;

import java.util.List;

/** Heads that should not be: lengths, places elsewhere, and fields that hide something. */
public final class HeadFaults {

    private static final String CONTENT_LENGTH = "Content-Length";

    private HeadFaults() {}

    /**
     * Says other lengths than the true one.
     *
     * @param lengths the values, each in a field of its own; none at all leaves the field out
     * @return the fault
     */
    public static Fault lengths(String... lengths) {
        return Fault.lie(
                "lengths " + List.of(lengths),
                (request, honest) -> {
                    Answer answer = honest.without(CONTENT_LENGTH);
                    for (String length : lengths) {
                        answer = answer.and(CONTENT_LENGTH, length);
                    }
                    return answer;
                });
    }

    /**
     * Says one more thing.
     *
     * @param name the name of a field, lawful or not
     * @param value its value, lawful or not
     * @return the fault
     */
    public static Fault field(String name, String value) {
        String shown = value.length() > 20 ? value.length() + " characters" : visible(value);
        return Fault.lie(
                "field " + visible(name) + ": " + shown,
                (request, honest) -> honest.and(name, value));
    }

    private static String visible(String text) {
        return text.replace("\r", "<CR>").replace("\n", "<LF>").replace("\0", "<NUL>");
    }

    /**
     * Answers with a status and no body.
     *
     * @param status the status
     * @return the fault
     */
    public static Fault status(int status) {
        return Fault.lie(
                "status " + status, (request, honest) -> honest.status(status).body(Bytes.NONE));
    }

    /**
     * Says that it is elsewhere.
     *
     * @param status such as 302
     * @param location where
     * @return the fault
     */
    public static Fault redirect(int status, String location) {
        return Fault.lie(
                "redirect " + status + " to " + location,
                (request, honest) ->
                        honest.status(status).with("Location", location).body(Bytes.NONE));
    }

    /**
     * Says that it is elsewhere, where the same is said, and never twice the same place.
     *
     * @return the fault
     */
    public static Fault redirectsWithoutEnd() {
        return Fault.lie(
                "redirects without end",
                (request, honest) ->
                        honest.status(302)
                                .with("Location", request.path() + "?" + next(request.target()))
                                .body(Bytes.NONE));
    }

    private static int next(String target) {
        int query = target.indexOf('?');
        return query < 0 ? 1 : Integer.parseInt(target.substring(query + 1)) + 1;
    }
}
