/**
 * Binding a name to what it denotes: contexts, callbacks, results and outcomes.
 *
 * <p>A client asks a {@link org.bindhost.bind.Binder} (or, if it is a control, its {@link
 * org.bindhost.container.BindHost}) to bind a moniker. It gets a {@link
 * org.bindhost.bind.BindResult}, steers the bind by its {@link org.bindhost.bind.Binding}, and
 * hears of it through a {@link org.bindhost.bind.BindStatusCallback}. The conventions of {@link
 * org.bindhost.moniker} hold here too.
 *
 * <p>Source: <i>Asynchronous Monikers</i>, {@code IBindStatusCallback}, {@code IBinding}, {@code
 * IBindCtx} and {@code BINDINFO} of the Internet Client SDK.
 */
@Export
@Version("1.0.0")
package org.bindhost.bind;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
