package org.bindhost.inspect;

import java.util.List;
import java.util.Optional;
import org.bindhost.bind.Binding;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes snapshots of the engine; a service, for tools.
 *
 * <p><b>Threads.</b> Any thread may call any method.
 */
@ProviderType
public interface Inspector {

    /**
     * Lists the drivers present.
     *
     * @return the drivers, by class and then by rank, those that cannot be used included
     */
    List<DriverSnapshot> drivers();

    /**
     * Lists the binds under way.
     *
     * @return the binds, oldest first
     */
    List<BindingSnapshot> bindings();

    /**
     * Finds a bind under way, to steer it.
     *
     * @param id its number
     * @return the binding, or empty if none of that number is under way
     */
    Optional<Binding> binding(long id);
}
