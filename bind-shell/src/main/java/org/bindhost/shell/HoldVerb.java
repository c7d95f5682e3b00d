package org.bindhost.shell;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.bindhost.bind.Traffic;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Suspends or resumes a transfer, those of a document, or all. */
final class HoldVerb implements Callable<Integer> {

    private final Call call;
    private final Steering steering;

    @ArgGroup(multiplicity = "1")
    private final Which which = new Which();

    HoldVerb(Call call, Steering steering) {
        this.call = call;
        this.steering = steering;
    }

    /** Which transfers; one of these is said. */
    static final class Which {

        @Parameters(
                paramLabel = "ID",
                arity = "0..1",
                description = "The number of the transfer, as list shows it.")
        private Optional<Long> id = Optional.empty();

        @Option(names = "--all", description = "All transfers, now and to come.")
        private boolean all;

        @Option(
                names = "--document",
                paramLabel = "NAME",
                description = "Those that are made for a document, now and to come.")
        private Optional<String> document = Optional.empty();
    }

    @Override
    public Integer call() {
        if (which.id.isPresent()) {
            return new SteerVerb(call, steering, which.id.get()).call();
        }
        if (steer(call.engine().traffic())) {
            return Status.OK;
        }
        String whose = which.document.map(name -> "document " + Shown.name(name)).orElse("all");
        call.session().complain(whose + (isHold() ? " is suspended already" : " is not suspended"));
        return Status.FAILED;
    }

    private boolean isHold() {
        return steering == Steering.SUSPEND;
    }

    private boolean steer(Traffic traffic) {
        if (which.all) {
            return isHold() ? traffic.suspendAll() : traffic.resumeAll();
        }
        String document = which.document.orElseThrow();
        return isHold() ? traffic.suspend(document) : traffic.resume(document);
    }
}
