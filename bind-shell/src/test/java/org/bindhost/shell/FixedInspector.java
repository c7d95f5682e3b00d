package org.bindhost.shell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.bind.BindState;
import org.bindhost.bind.Binding;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Requester;
import org.bindhost.inspect.BindingSnapshot;
import org.bindhost.inspect.DriverSnapshot;
import org.bindhost.inspect.Inspector;

/** Shows two drivers and one transfer, number 7. */
final class FixedInspector implements Inspector {

    private final Binding binding;

    FixedInspector(Binding binding) {
        this.binding = binding;
    }

    @Override
    public List<DriverSnapshot> drivers() {
        return List.of(
                new DriverSnapshot(
                        "file", "a 1.0", List.of("file"), 0, false, true, Optional.empty()),
                new DriverSnapshot(
                        "url",
                        "b 2.0",
                        List.of("http", "https"),
                        5,
                        true,
                        false,
                        Optional.of("x")));
    }

    @Override
    public List<BindingSnapshot> bindings() {
        return List.of(
                new BindingSnapshot(
                        7,
                        "http://h/a",
                        BindState.ACTIVE,
                        Priority.URGENT,
                        Requester.UNKNOWN,
                        10,
                        OptionalLong.empty()));
    }

    @Override
    public Optional<Binding> binding(long id) {
        return id == binding.id() ? Optional.of(binding) : Optional.empty();
    }
}
