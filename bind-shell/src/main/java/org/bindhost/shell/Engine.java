package org.bindhost.shell;

import org.bindhost.bind.Binder;
import org.bindhost.bind.Traffic;
import org.bindhost.inspect.Inspector;
import org.bindhost.moniker.Monikers;

/**
 * The services that verbs are made of.
 *
 * @param binder binds names
 * @param monikers parses them
 * @param inspector shows what goes on
 * @param traffic steers it together
 */
record Engine(Binder binder, Monikers monikers, Inspector inspector, Traffic traffic) {}
