package org.bindhost.file;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;

/** What is found at once, or not at all: the caller is on a thread that may wait. */
interface Answer<T> {

    T find() throws BindException;

    static <T> CompletionStage<T> of(Answer<T> answer) {
        try {
            return CompletableFuture.completedStage(answer.find());
        } catch (BindException e) {
            return CompletableFuture.failedStage(e);
        }
    }
}
