package org.bindhost.host;

import java.util.Optional;
import org.bindhost.container.Control;
import org.bindhost.container.ControlSite;
import org.bindhost.container.ReadyState;

/** A control that does nothing but keep its site, for the test to bind through. */
final class SiteKeeper implements Control {

    private Optional<ControlSite> site = Optional.empty();

    ControlSite site() {
        return site.orElseThrow();
    }

    @Override
    public void setSite(ControlSite itsSite) {
        site = Optional.of(itsSite);
    }

    @Override
    public ReadyState readyState() {
        return ReadyState.UNINITIALIZED;
    }

    @Override
    public String dataPath(String property) {
        throw new IllegalArgumentException(property);
    }

    @Override
    public void setDataPath(String property, String name) {
        throw new IllegalArgumentException(property);
    }
}
