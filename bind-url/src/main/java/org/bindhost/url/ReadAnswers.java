package org.bindhost.url;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Content;

/** What an answer is to who reads. */
final class ReadAnswers {

    private ReadAnswers() {}

    /**
     * Makes content of an answer, decoded and then bounded, and lets go of what is none.
     *
     * @param settings how many bytes it may have, and how many may come of one
     */
    static CompletionStage<Content> content(Answer answer, HttpSettings settings) {
        try {
            Content content = content(answer.asked(), answer, settings);
            if (content instanceof Content.Redirect) {
                answer.drop().run();
            }
            return CompletableFuture.completedStage(content);
        } catch (BindException e) {
            answer.drop().run();
            return CompletableFuture.failedStage(e);
        }
    }

    private static Content content(Asked asked, Answer answer, HttpSettings settings)
            throws BindException {
        var bound = new Bound(settings.bodyBytes(), asked.text());
        Content found = HttpAnswers.content(asked, answer.head(), answer.body());
        if (found instanceof Content.Found && answer.head().coding().isEmpty()) {
            bound.check(answer.head().bodyLength()); // that of coded bytes is another
        }
        return bound.of(CodedBody.decoded(found, settings.expansion()));
    }
}
