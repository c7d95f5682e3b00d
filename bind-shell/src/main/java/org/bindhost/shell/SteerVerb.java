package org.bindhost.shell;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.bindhost.bind.Binding;
import picocli.CommandLine.Parameters;

/** Suspends, resumes or aborts a transfer. */
final class SteerVerb implements Callable<Integer> {

    private final Call call;
    private final Steering steering;

    @Parameters(paramLabel = "ID", description = "The number of the transfer, as list shows it.")
    private long id;

    SteerVerb(Call call, Steering steering, long id) {
        this(call, steering);
        this.id = id;
    }

    SteerVerb(Call call, Steering steering) {
        this.call = call;
        this.steering = steering;
    }

    @Override
    public Integer call() {
        Optional<Binding> binding = call.engine().inspector().binding(id);
        if (binding.isEmpty()) {
            call.session().complain("no transfer " + id + " is under way");
            return Status.FAILED;
        }
        if (!steering.applyTo(binding.get())) {
            call.session().complain("transfer " + id + " " + steering.refusal());
            return Status.FAILED;
        }
        return Status.OK;
    }
}
