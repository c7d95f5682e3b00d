/**
 * What an author of a moniker class runs against it, and doubles for testing whoever uses one.
 *
 * <p>An author extends {@link org.bindhost.testkit.MonikerClassTests}, or {@link
 * org.bindhost.testkit.WritableMonikerClassTests} if names of the class can be written; what such
 * names follow is a {@link org.bindhost.testkit.ReadyOperand}. Whoever tests an engine, a host or a
 * client plays its surroundings by hand: the driver is a {@link
 * org.bindhost.testkit.ScriptedDriver}, the executor {@link org.bindhost.testkit.TurnByTurn}, the
 * time a {@link org.bindhost.testkit.ManualClock}, the client a {@link
 * org.bindhost.testkit.Recorder}. None of them has a thread of its own, and none waits for time to
 * pass. The conventions of {@link org.bindhost.moniker} hold here too.
 */
@Export
@Version("1.0.0")
package org.bindhost.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
