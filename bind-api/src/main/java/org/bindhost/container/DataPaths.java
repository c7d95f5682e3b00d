package org.bindhost.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Declares which properties of a control are data paths. Tools read them from the service property
 * {@value #PROPERTY} without running the control (K-01).
 *
 * <p>Source: <i>Data Path Properties</i>, where a count and a mark in the type library did this.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DataPaths {

    /** The service property, a {@code String[]}, that this annotation sets. */
    String PROPERTY = "data.paths";

    /**
     * Names the properties.
     *
     * @return their names, as {@link Control#dataPath} takes them
     */
    String[] value();
}
