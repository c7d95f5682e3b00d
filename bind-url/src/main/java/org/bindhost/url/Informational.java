package org.bindhost.url;

import java.net.ProtocolException;
import java.util.Optional;
import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.Promise;

/**
 * Answers that only say that one will come, all kinds of them alike, and not without end. With each
 * of them Jetty forgets that a request was aborted meanwhile, and so is reminded.
 */
final class Informational extends ProcessingProtocolHandler {

    /** What they are in place of. */
    static final String[] JETTYS = {"continue", "processing", "early-hints"};

    private static final int MOST = 64;
    private static final String SEEN = Informational.class.getName();

    @Override
    public String getName() {
        return "informational";
    }

    @Override
    public boolean accept(Request request, Response response) {
        int status = response.getStatus();
        return HttpStatus.isInformational(status) && status != HttpStatus.SWITCHING_PROTOCOLS_101;
    }

    @Override
    protected void onProcessing(Request request, HttpFields fields) {
        int seen = request.getAttributes().get(SEEN) instanceof Integer before ? before + 1 : 1;
        request.attribute(SEEN, seen);
        Optional<Throwable> cause = Optional.ofNullable(request.getAbortCause());
        if (cause.isPresent()) {
            ((HttpRequest) request).getConversation().abort(cause.get(), Promise.noop());
        } else if (seen > MOST) {
            HttpBody.abort(
                    request, new ProtocolException("only announcements came, more than " + MOST));
        }
    }
}
