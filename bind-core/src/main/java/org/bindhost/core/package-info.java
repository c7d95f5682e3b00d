/**
 * The engine for programs without a framework.
 *
 * <p>In a framework the services {@link org.bindhost.bind.Binder}, {@link
 * org.bindhost.moniker.Monikers} and {@link org.bindhost.inspect.Inspector} are there without it.
 * The conventions of {@link org.bindhost.moniker} hold here too.
 */
@Export
@Version("1.0.0")
package org.bindhost.core;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
