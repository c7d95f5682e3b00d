package org.bindhost.shell;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.bindhost.bind.Priority;
import org.bindhost.inspect.BindingSnapshot;
import picocli.CommandLine.Option;

/** Lists the transfers under way. */
final class ListVerb implements Callable<Integer> {

    private final Call call;

    @Option(names = "--json", description = "Prints the result as one JSON value.")
    private boolean json;

    ListVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        var bindings = call.engine().inspector().bindings();
        if (json) {
            Json.print(call.session().out(), bindings.stream().map(ListVerb::fields).toList());
        } else {
            Table table = new Table("ID", "STATE", "PRIORITY", "BYTES", "OF", "REQUESTER", "NAME");
            bindings.forEach(binding -> add(table, binding));
            table.print(call.session().out());
        }
        return Status.OK;
    }

    private static void add(Table table, BindingSnapshot binding) {
        Priority priority = binding.priority();
        table.add(
                Long.toString(binding.id()),
                lower(binding.state()),
                lower(priority.priorityClass()) + ":" + priority.weight(),
                Long.toString(binding.current()),
                binding.maximum().isPresent() ? Long.toString(binding.maximum().getAsLong()) : "?",
                binding.requester().toString(),
                binding.name());
    }

    private static Fields fields(BindingSnapshot binding) {
        return new Fields()
                .with("id", binding.id())
                .with("name", binding.name())
                .with("state", lower(binding.state()))
                .with("priority", lower(binding.priority().priorityClass()))
                .with("weight", binding.priority().weight())
                .with("requester", binding.requester().bundle())
                .with("document", binding.requester().document())
                .with("bytes", binding.current())
                .with("length", binding.maximum());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
