package org.bindhost.core.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindProgress;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.bind.DataAvailable;
import org.bindhost.bind.HttpNegotiate;

/**
 * The client's callback, called from turns only. A callback that throws what it should not is
 * reported as a failure of its own bind; once the stop was heard, the callback is let go.
 */
final class Client {

    private static final BindStatusCallback GONE =
            () -> {
                throw new IllegalStateException("a bind asks only once how to be made");
            };

    private BindStatusCallback callback;

    Client(BindStatusCallback callback) {
        this.callback = callback;
    }

    @FunctionalInterface
    private interface Call {
        void to(BindStatusCallback callback) throws BindException;
    }

    @FunctionalInterface
    private interface Question<T> {
        T to(BindStatusCallback callback) throws BindException;
    }

    void start(Binding binding) throws BindException {
        call(c -> c.onStartBinding(binding));
    }

    void progress(BindStatus status, String text, long current, OptionalLong maximum)
            throws BindException {
        call(c -> c.onProgress(new BindProgress(status, text, current, maximum)));
    }

    void status(BindStatus status, String text) throws BindException {
        progress(status, text, 0, OptionalLong.empty());
    }

    void data(DataAvailable data) throws BindException {
        call(c -> c.onDataAvailable(data));
    }

    void object(Object object) throws BindException {
        call(c -> c.onObjectAvailable(object));
    }

    /** Whether it wants a say in what is asked by HTTP. */
    boolean negotiates() throws BindException {
        return answer(c -> c.extension(HttpNegotiate.class)).isPresent();
    }

    Map<String, String> beginning(String url, Map<String, List<String>> fields)
            throws BindException {
        return answer(c -> negotiate(c).beginningTransaction(url, fields));
    }

    Optional<Map<String, String>> response(int status, Map<String, List<String>> fields)
            throws BindException {
        return answer(c -> negotiate(c).onResponse(status, fields));
    }

    private static HttpNegotiate negotiate(BindStatusCallback callback) {
        return callback.extension(HttpNegotiate.class).orElseThrow();
    }

    void stop(BindOutcome outcome) {
        try {
            call(c -> c.onStopBinding(outcome));
        } catch (BindException e) {
            // The bind is over, so that its outcome cannot tell.
            System.getLogger(Client.class.getName())
                    .log(System.Logger.Level.WARNING, "a callback failed in onStopBinding", e);
        }
    }

    /** Forgets the callback, which will not be called again. */
    void letGo() {
        callback = GONE;
    }

    private void call(Call call) throws BindException {
        answer(
                c -> {
                    call.to(c);
                    return "nothing";
                });
    }

    private <T> T answer(Question<T> question) throws BindException {
        try {
            return requireNonNull(question.to(callback), "an answer");
        } catch (RuntimeException | Error e) { // also a class of the client's that is missing
            throw new BindException(Reason.CALLBACK_FAILED, "the callback threw " + e, e);
        }
    }
}
