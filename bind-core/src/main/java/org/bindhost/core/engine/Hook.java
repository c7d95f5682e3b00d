package org.bindhost.core.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Negotiation;

/**
 * The say that the client of one bind has in what its driver asks. The client is asked in the
 * bind's turns, as it is told everything; the driver goes on outside of them.
 */
final class Hook {

    private volatile EngineBinding binding; // set before anything is asked

    void ownedBy(EngineBinding itsBinding) {
        binding = itsBinding;
    }

    /**
     * The hook as the driver of one hop sees it.
     *
     * @param name what is asked
     * @param elsewhere whether that is not where the client asked: nothing is added there
     * @param asking who asks
     */
    record At(Hook hook, String name, boolean elsewhere, EngineLeftOperand.Asking asking)
            implements Negotiation {

        @Override
        public CompletionStage<Map<String, String>> beginning(Map<String, List<String>> fields) {
            return elsewhere
                    ? CompletableFuture.completedStage(Map.of())
                    : hook.ask(asking, client -> client.beginning(name, fields));
        }

        @Override
        public CompletionStage<Optional<Map<String, String>>> answered(
                int status, Map<String, List<String>> fields) {
            return hook.ask(asking, client -> checked(client.response(status, fields)));
        }

        private Optional<Map<String, String>> checked(Optional<Map<String, String>> again)
                throws BindException {
            if (elsewhere && again.isPresent()) {
                throw new BindException(
                        Reason.DENIED_BY_POLICY,
                        name + " is elsewhere: nothing is added to what is asked there");
            }
            return again;
        }
    }

    @FunctionalInterface
    private interface Ask<T> {
        T of(Client client) throws BindException;
    }

    private <T> CompletionStage<T> ask(EngineLeftOperand.Asking asking, Ask<T> question) {
        var told = new CompletableFuture<T>();
        binding.step(
                client -> {
                    T answer = question.of(client);
                    asking.goOn(() -> told.complete(answer));
                });
        return told.minimalCompletionStage();
    }
}
