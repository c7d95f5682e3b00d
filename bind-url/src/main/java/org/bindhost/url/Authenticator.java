package org.bindhost.url;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.bindhost.bind.Credentials;
import org.bindhost.bind.CredentialsProvider;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Finds what to tell a server that wants to know who asks, on threads that may wait, and in a time.
 * Over http nobody is told anything, unless that is configured.
 */
final class Authenticator implements AutoCloseable {

    private static final int UNAUTHORIZED = 401;

    private final Providers providers;
    private final KnownCredentials known = new KnownCredentials();
    private final ExecutorService waiting;
    private final Alarm alarm;
    private final HttpSettings settings;
    private final Runnable unlisten;

    /**
     * Creates one that knows nothing.
     *
     * @param waiting where providers may wait
     */
    Authenticator(
            Providers providers, ExecutorService waiting, Alarm alarm, HttpSettings settings) {
        this.providers = providers;
        this.waiting = waiting;
        this.alarm = alarm;
        this.settings = settings;
        this.unlisten = providers.onChange(known::forget);
    }

    /** Hears of changes no longer. */
    @Override
    public void close() {
        unlisten.run();
    }

    /** Whom to ask for what. */
    private record Step(CredentialsProvider provider, ServerChallenge challenge) {}

    /** What is told unasked, since it was right before. */
    Optional<FoundAuthorization> known(Question question) {
        return isAllowed(question)
                ? known.of(question.origin(), question.open().requester())
                : Optional.empty();
    }

    /** What is told unasked where there is but one chance. */
    CompletionStage<Optional<FoundAuthorization>> offered(Question question) {
        var before = known(question);
        if (before.isPresent() || !isAllowed(question)) {
            return CompletableFuture.completedStage(before);
        }
        var search = new Search(question);
        return search.among(ServerChallenge.unasked(), providers.configured());
    }

    static boolean isChallenge(Head head) {
        return head.status() == UNAUTHORIZED;
    }

    /** What to tell who has not let us in; empty if nobody knows. */
    CompletionStage<Optional<FoundAuthorization>> answer(Question question, Head head) {
        if (!isAllowed(question)) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        var search = new Search(question);
        return search.among(ServerChallenge.all(head.challenges()), providers.all());
    }

    /** It was not right, or is no more. */
    void refused(Question question) {
        known.refused(question.origin(), question.open().requester());
    }

    void accepted(Question question, FoundAuthorization authorization) {
        known.accepted(question.origin(), question.open().requester(), authorization);
    }

    private boolean isAllowed(Question question) {
        return question.url().scheme().equals(Url.HTTPS) || settings.cleartextCredentials();
    }

    /**
     * Asks one after the other; what took too long is given up. To be made before it is looked who
     * may know: one who goes in between is of a former generation then.
     */
    private final class Search {

        private final CompletableFuture<Optional<FoundAuthorization>> found =
                new CompletableFuture<>();
        private final List<Future<?>> asking = new ArrayList<>();
        private final long generation = known.generation();
        private final Question question;
        private final Deque<Step> steps = new ArrayDeque<>();

        Search(Question question) {
            this.question = question;
        }

        CompletionStage<Optional<FoundAuthorization>> among(
                List<ServerChallenge> challenges, List<CredentialsProvider> whom) {
            for (ServerChallenge challenge : challenges) {
                whom.forEach(provider -> steps.add(new Step(provider, challenge)));
            }
            if (!steps.isEmpty()) {
                Duration most = settings.credentials();
                Runnable callOff = alarm.in(most, this::giveUp);
                var unused = found.thenRun(callOff);
            }
            next();
            return found.minimalCompletionStage();
        }

        private void giveUp() {
            if (found.complete(Optional.empty())) {
                synchronized (this) {
                    asking.forEach(each -> each.cancel(true));
                }
            }
        }

        void next() {
            Optional<Step> step;
            synchronized (this) {
                step = Optional.ofNullable(steps.poll());
            }
            if (step.isEmpty() || found.isDone()) {
                found.complete(Optional.empty());
                return;
            }
            try {
                synchronized (this) {
                    asking.add(waiting.submit(() -> ask(step.get())));
                }
            } catch (RejectedExecutionException e) { // too many ask already, or it is stopping
                found.complete(Optional.empty());
            }
        }

        private void ask(Step step) {
            var challenge =
                    new CredentialsProvider.Challenge(
                            step.challenge().scheme(),
                            step.challenge().realm(),
                            question.origin(),
                            false,
                            question.open().requester());
            try {
                var unused =
                        step.provider()
                                .credentials(challenge)
                                .whenCompleteAsync(
                                        (credentials, thrown) -> told(step, credentials), waiting);
            } catch (RuntimeException e) { // whoever it is, others may know
                told(step, Optional.empty());
            }
        }

        private void told(Step step, Optional<Credentials> credentials) {
            Optional<Authorization> made =
                    credentials == null
                            ? Optional.empty()
                            : credentials.flatMap(
                                    it ->
                                            Authorization.of(
                                                    step.challenge(),
                                                    it,
                                                    HttpHeader.AUTHORIZATION));
            if (made.isPresent()) {
                found.complete(made.map(it -> new FoundAuthorization(it, generation)));
            } else {
                next();
            }
        }
    }
}
