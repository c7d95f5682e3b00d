package org.bindhost.url;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Content;

/** What an answer is to who reads. */
final class ReadAnswers {

    private ReadAnswers() {}

    /**
     * Makes content of an answer, and lets go of what is none.
     *
     * @param most how many bytes it may have
     */
    static CompletionStage<Content> content(Answer answer, long most) {
        Asked asked = answer.asked();
        try {
            Content content =
                    BoundedBody.of(
                            HttpAnswers.content(asked, answer.head(), answer.body()),
                            most,
                            asked.text());
            if (content instanceof Content.Redirect) {
                answer.drop().run();
            }
            return CompletableFuture.completedStage(content);
        } catch (BindException e) {
            answer.drop().run();
            return CompletableFuture.failedStage(e);
        }
    }
}
