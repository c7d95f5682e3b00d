package org.bindhost.shell;

import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindProgress;
import org.bindhost.bind.BindStatusCallback;

/** A callback that learns how long a transfer will be. */
final class Watch implements BindStatusCallback {

    private final BindInfo info;
    private final Meter meter;

    Watch(BindInfo info, Meter meter) {
        this.info = info;
        this.meter = meter;
    }

    @Override
    public BindInfo getBindInfo() {
        return info;
    }

    @Override
    public void onProgress(BindProgress progress) {
        if (progress.maximum().isPresent()) {
            meter.expect(progress.maximum());
        }
    }
}
