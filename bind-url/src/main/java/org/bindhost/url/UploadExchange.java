package org.bindhost.url;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.spi.OpenRequest;

/**
 * The one exchange of an upload, with what is written: nothing of that is kept for another.
 *
 * @param under makes it
 * @param body what is written
 */
record UploadExchange(Conversation.Exchanges under, UploadBody body)
        implements Conversation.Exchanges {

    private static final String PUT = "PUT";

    /** The verb that writes: that of the client, unless it is the one that reads. */
    static String verb(OpenRequest open) throws BindException {
        if (open.info().body().isPresent()) {
            throw new BindException(
                    Reason.UNSUPPORTED, "a URL is sent what is written to it, and no other body");
        }
        String verb = open.info().verb();
        return verb.equals(BindInfo.GET) ? PUT : verb;
    }

    @Override
    public Optional<Outgoing> body(Question question) {
        return Optional.of(body);
    }

    @Override
    public HttpExchange exchange(
            Question question, Additions additions, Optional<Outgoing> itsBody) {
        return under.exchange(question, additions, itsBody);
    }

    /** There is no other chance to say it. */
    @Override
    public CompletionStage<Optional<FoundAuthorization>> unasked(Question question) {
        return authenticator().offered(question);
    }

    @Override
    public Authenticator authenticator() {
        return under.authenticator();
    }

    @Override
    public boolean mayRepeat() {
        return false;
    }
}
