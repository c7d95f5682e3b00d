package org.bindhost.shell;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindProgress;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.DataAvailable;

/** A callback that learns what a bind tells before its data. */
final class FirstSight implements BindStatusCallback {

    private final CompletableFuture<Seen> seen = new CompletableFuture<>();
    private Seen soFar = new Seen(OptionalLong.empty(), Optional.empty());

    /**
     * What was learnt.
     *
     * @param length the length in bytes, or empty if it was not told
     * @param mediaType the media type, or empty if it was not told
     */
    record Seen(OptionalLong length, Optional<String> mediaType) {}

    /** Completes at the first data, or at the end, or with what prevented both. */
    CompletableFuture<Seen> seen() {
        return seen;
    }

    @Override
    public BindInfo getBindInfo() {
        return BindInfo.PULL;
    }

    @Override
    public void onProgress(BindProgress progress) {
        if (progress.maximum().isPresent()) {
            soFar = new Seen(progress.maximum(), soFar.mediaType());
        }
        if (progress.status() == BindStatus.MIME_TYPE_AVAILABLE) {
            soFar = new Seen(soFar.length(), Optional.of(progress.text()));
        }
        if (progress.status() == BindStatus.BEGIN_DOWNLOAD_DATA) {
            seen.complete(soFar);
        }
    }

    @Override
    public void onDataAvailable(DataAvailable data) {
        seen.complete(new Seen(soFar.length(), data.mediaType().or(soFar::mediaType)));
    }

    @Override
    public void onStopBinding(BindOutcome outcome) {
        Optional<BindException> failure = Failure.of(outcome);
        if (failure.isPresent()) {
            seen.completeExceptionally(failure.get());
        } else {
            seen.complete(soFar);
        }
    }
}
