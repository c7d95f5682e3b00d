package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * What drivers may be asked for: nothing more while all binds hold still (E-02), and by pulls that
 * are read in order no more than a portion beyond what was read.
 */
final class DemandModel {

    private final List<RandomBind> binds;
    private final ModelNames names;
    private boolean wasStill;
    private long resumes;
    private long granted;

    DemandModel(List<RandomBind> binds, ModelNames names) {
        this.binds = binds;
        this.names = names;
    }

    /** Looks at what has been granted since the last look. */
    void look() {
        var live = binds.stream().filter(bind -> !bind.isOver()).toList();
        boolean isStill = !live.isEmpty() && live.stream().allMatch(RandomBind::isSuspended);
        long resumed = binds.stream().mapToLong(bind -> 1 + bind.resumes()).sum(); // or begun
        long now = names.granted();
        if (isStill && wasStill && resumed == resumes) {
            assertThat(now).as("granted while all hold still").isEqualTo(granted);
        }
        wasStill = isStill;
        resumes = resumed;
        granted = now;
        if (!names.hasRanges() && binds.stream().allMatch(RandomBind::isPulledInOrder)) {
            long read = binds.stream().mapToLong(RandomBind::read).max().orElse(0);
            assertThat(names.opened)
                    .as("granted beyond a portion")
                    .allMatch(part -> part.body().granted() <= read + Demand.PULL_BYTES);
        }
    }
}
