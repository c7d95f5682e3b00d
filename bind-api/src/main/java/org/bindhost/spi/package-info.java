/**
 * What a driver supplies: how names of its class read, and what they denote, one hop at a time.
 *
 * <p>Only bundles that bring a class of monikers import this package. A driver is passive: it keeps
 * no order, runs no threads of its own making but for what it {@link WatchableMonikerClass
 * watches}, follows no redirect, and neither retries, resumes, caches nor schedules. The engine
 * does all of that once, above every driver. What crosses this border is of {@code org.bindhost} or
 * of the JDK; failures are {@link org.bindhost.bind.BindException}s whose causes are of JDK
 * classes. The conventions of {@link org.bindhost.moniker} hold here too.
 *
 * <p>Source: {@code IInternetProtocol} and its companions of the Internet Client SDK, turned from
 * callbacks that the protocol makes into demand that it answers.
 */
@Export
@Version("1.0.0")
package org.bindhost.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
