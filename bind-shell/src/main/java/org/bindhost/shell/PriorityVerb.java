package org.bindhost.shell;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.bindhost.bind.Binding;
import org.bindhost.bind.Priority;
import picocli.CommandLine.Parameters;

/** Sets how urgent a transfer is. */
final class PriorityVerb implements Callable<Integer> {

    private final Call call;

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "The number of the transfer, as list shows it.")
    private long id;

    @Parameters(
            index = "1",
            paramLabel = "P",
            description = "urgent, normal, background, or a weight from 1 to 256.")
    private Priority priority = Priority.NORMAL;

    PriorityVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Optional<Binding> binding = call.engine().inspector().binding(id);
        if (binding.isEmpty()) {
            call.session().complain("no transfer " + id + " is under way");
            return Status.FAILED;
        }
        binding.get().setPriority(priority);
        return Status.OK;
    }
}
